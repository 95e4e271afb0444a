/** A question in front of the page that must be answered first; Escape is "no". */
import { element } from './element';
import { SENTENCES } from './sentences';

export interface Question {
  readonly title: string;
  readonly intro: string;
  readonly items: readonly string[];
  /** What the button says that goes on. */
  readonly yes: string;
}

export function ask({ title, intro, items, yes }: Question): Promise<boolean> {
  const dialog = element(
    'dialog',
    { class: 'question', 'aria-labelledby': 'question-title' },
    element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'question-title' }, title),
      element('p', {}, intro),
      ...(items.length > 0 ? [element('ul', {}, ...items.map((item) => element('li', {}, item)))] : []),
      element('div', { class: 'answers' }, element('button', { value: 'no', autofocus: true }, SENTENCES.cancel), element('button', { value: 'yes', class: 'primary' }, yes)),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
