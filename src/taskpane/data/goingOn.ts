/** Where the focus goes when a press has done away with its own button: to the one that has come in its place, else to a heading. */
import { type RefObject, useEffect, useRef } from 'react';

/** Presses that are steps of the same work carry this. */
export const step = { 'data-step': '' } as const;

export interface GoingOn {
  /** Holds all the steps. */
  readonly steps: RefObject<HTMLDivElement | null>;
  /** Where the focus goes when no step is left. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Does what a step does; resolves when it is done or was not. */
  readonly take: (act: () => Promise<boolean>) => Promise<void>;
}

export function useGoingOn(): GoingOn {
  const steps = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pending = useRef<{ readonly place: number; readonly pressed: Element | null } | null>(null);
  const all = (): HTMLElement[] => [...(steps.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];

  const settle = (): void => {
    const { activeElement } = document;
    if (pending.current === null || (activeElement !== null && activeElement === pending.current.pressed)) return;
    const { place } = pending.current;
    pending.current = null;
    // Whoever went elsewhere meanwhile stays there.
    if (activeElement !== null && activeElement !== document.body) return;
    const left = all();
    const next = left[Math.min(place, left.length - 1)];
    // A question begins with its field, where it has one.
    (next?.closest('[role="group"]')?.querySelector<HTMLElement>('select, button') ?? next ?? heading.current)?.focus();
  };
  // The page is drawn anew before the press is known to be done, or after it.
  useEffect(settle);

  const take = async (act: () => Promise<boolean>): Promise<void> => {
    const pressed = document.activeElement;
    const together = pressed?.closest('li, [role="group"]') ?? pressed;
    const place = Math.max(0, all().findIndex((one) => one === pressed || together?.contains(one)));
    if (!await act()) return;
    pending.current = { place, pressed };
    settle();
  };
  return { steps, heading, take };
}
