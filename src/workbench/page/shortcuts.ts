/** Keys of the page itself, pressed together with Ctrl (or Cmd). */

/** Before the grid sees them; `where` leaves a key to whoever has the focus. */
export function shortcuts(keys: Readonly<Record<string, () => void>>, where: (focus: Element | null) => boolean = () => true): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const act = keys[event.key.toLowerCase()];
      if (act === undefined || !where(document.activeElement)) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    true,
  );
}

/** The grid knows its own keys; after a press on the ribbon they are meant for it all the same. */
export function outsideTheGrid(focus: Element | null): boolean {
  return focus?.closest('.grid, dialog') == null;
}
