/** The edge between grid and pane, dragged with the mouse or moved with the arrow keys. */

export const PANE_WIDTH = { least: 320, usual: 360, most: 450 } as const;
const STEP = 10;

export function paneEdge(edge: HTMLElement, onWidth: (pixels: number) => void): void {
  let width: number = PANE_WIDTH.usual;
  const move = (wanted: number): void => {
    width = Math.round(Math.min(PANE_WIDTH.most, Math.max(PANE_WIDTH.least, wanted)));
    edge.setAttribute('aria-valuenow', String(width));
    edge.setAttribute('aria-valuetext', `${width} pixels`);
    onWidth(width);
  };
  edge.setAttribute('aria-valuemin', String(PANE_WIDTH.least));
  edge.setAttribute('aria-valuemax', String(PANE_WIDTH.most));
  move(width);

  edge.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    edge.focus();
    // The pointer stays ours over the pane's frame, too.
    edge.setPointerCapture(event.pointerId);
    const start = { x: event.clientX, width };
    const drag = (moved: PointerEvent): void => move(start.width + start.x - moved.clientX);
    edge.addEventListener('pointermove', drag);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', drag), { once: true });
  });
  edge.addEventListener('dblclick', () => move(PANE_WIDTH.usual));
  edge.addEventListener('keydown', (event) => {
    const wanted = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: PANE_WIDTH.least, End: PANE_WIDTH.most }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    move(wanted);
  });
}
