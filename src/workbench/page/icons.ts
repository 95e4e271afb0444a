/** The page's own few icons, drawn on a square of 20, in the colour of the text beside them. */
const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  open: 'M2.5 15.5v-11h5l2 2h6v2M2.5 15.5l2.6-7h12.4l-2.6 7z',
  save: 'M10 3v9M6.2 8.6 10 12.4l3.8-3.8M3.5 13v3.5h13V13',
  close: 'm5 5 10 10M15 5 5 15',
  differs: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 9v5M10 6v.5',
} as const;

export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
