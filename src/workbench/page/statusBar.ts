/** The line at the foot of the page: what just happened, and why the selected cell failed. */
import { SENTENCES } from './sentences';

const SHOWN_MS = 8000;

export interface StatusBar {
  /** Something that happened; makes room for the standing text after a while. */
  tell(sentence: string): void;
  /** Something that went wrong: stays until something else is told. */
  warn(sentence: string): void;
  /** What stands there while nothing else is told: about the selected cell; `null` for "Ready". */
  stand(sentence: string | null): void;
}

export function statusBar(line: HTMLElement): StatusBar {
  let standing: string | null | undefined;
  let timer: number | undefined;
  const show = (sentence: string, tone: 'quiet' | 'news' | 'warning'): void => {
    line.textContent = sentence;
    line.dataset.tone = tone;
  };
  const rest = (): void => {
    timer = undefined;
    show(standing ?? SENTENCES.ready, standing == null ? 'quiet' : 'warning');
  };
  const say = (sentence: string, tone: 'news' | 'warning', forMs?: number): void => {
    window.clearTimeout(timer);
    timer = forMs === undefined ? undefined : window.setTimeout(rest, forMs);
    show(sentence, tone);
  };
  return {
    tell: (sentence) => say(sentence, 'news', SHOWN_MS),
    warn: (sentence) => say(sentence, 'warning'),
    stand: (sentence) => {
      if (sentence === standing) return;
      standing = sentence;
      window.clearTimeout(timer);
      rest();
    },
  };
}
