/** The strip of buttons that the add-in's manifest brings. */
import type { AddIn, RibbonButton } from '../addin/addIn';
import { element } from './element';

const ICON_PIXELS = 20;

export interface Ribbon {
  /** Shows that a button's function runs. A second press still reaches the add-in, as in Excel. */
  busy(button: string, on: boolean): void;
  enable(button: string, on: boolean): void;
}

export function ribbon(strip: HTMLElement, addIn: AddIn, press: (button: RibbonButton) => void): Ribbon {
  const buttons = new Map<string, HTMLButtonElement>();
  strip.replaceChildren();
  for (const group of addIn.groups) {
    const row = element('div', { role: 'group', 'aria-label': group.label, class: 'ribbon-group' }, element('span', { class: 'group-label', 'aria-hidden': true }, group.label));
    for (const button of group.buttons) {
      const made = addInButton(button);
      made.addEventListener('click', () => press(button));
      buttons.set(button.id, made);
      row.append(made);
    }
    strip.append(row);
  }
  walkByArrows(strip);
  return {
    busy: (button, on) => buttons.get(button)?.setAttribute('aria-busy', String(on)),
    enable: (button, on) => {
      const made = buttons.get(button);
      if (made) made.disabled = !on;
    },
  };
}

function addInButton(button: RibbonButton): HTMLButtonElement {
  // The smallest icon that is sharp enough for this screen, else the largest there is.
  const wanted = ICON_PIXELS * window.devicePixelRatio;
  const bySize = [...button.icons].sort((a, b) => a.size - b.size);
  const image = bySize.find((candidate) => candidate.size >= wanted) ?? bySize.at(-1);
  const tip = button.tip.description ? `${button.tip.title}\n${button.tip.description}` : button.tip.title;
  return element(
    'button',
    { type: 'button', id: `ribbon-${button.id}`, title: tip, disabled: !button.enabled },
    ...(image ? [element('img', { src: image.url, alt: '', width: ICON_PIXELS, height: ICON_PIXELS })] : []),
    button.label,
  );
}

/** One stop of the tab key for the whole strip; arrows walk inside it, as in every toolbar. */
function walkByArrows(strip: HTMLElement): void {
  const all = (): HTMLButtonElement[] => [...strip.querySelectorAll('button')];
  const focusable = (current: HTMLButtonElement | undefined): void => all().forEach((button) => { button.tabIndex = button === current ? 0 : -1; });
  focusable(all()[0]);
  strip.onkeydown = (event) => {
    const buttons = all().filter((button) => !button.disabled);
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const next = to === undefined ? undefined : buttons.at(to % buttons.length);
    if (!next) return;
    event.preventDefault();
    focusable(next);
    next.focus();
  };
}
