/** Page set-up of a worksheet, read and written; print areas and titles live in names and are put in by the workbook. */
import type { PageLayout } from '../../host/workbookPort';
import { child, childrenOf, element, escapeXml, flag, numberAttribute, withAttributes, type XmlDocument, type XmlElement } from './xml';

const POINTS_PER_INCH = 72;
const DEFAULT_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;
type Margin = keyof typeof DEFAULT_MARGINS;
const MARGINS = Object.keys(DEFAULT_MARGINS) as Margin[];

type Sections = PageLayout['header'];

/** "&Lleft&Ccenter&Rright"; text before any mark is centred, "&&" is an ampersand and kept as written. */
function readSections(text: string): Sections {
  const sections = { left: '', center: '', right: '' };
  let current: keyof Sections = 'center';
  for (let at = 0; at < text.length; at++) {
    const code = text[at] === '&' ? text[at + 1] : undefined;
    const next = code === 'L' ? 'left' : code === 'C' ? 'center' : code === 'R' ? 'right' : undefined;
    if (next !== undefined) {
      current = next;
      at++;
    } else if (code === '"') {
      // A font name in quotes may hold any letter.
      const end = text.indexOf('"', at + 2);
      const stop = end < 0 ? text.length : end + 1;
      sections[current] += text.slice(at, stop);
      at = stop - 1;
    } else if (code !== undefined) {
      sections[current] += `&${code}`;
      at++;
    } else {
      sections[current] += text[at] ?? '';
    }
  }
  return sections;
}

const sectionsText = ({ left, center, right }: Sections): string => (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);

export const pagesFitted = (root: XmlElement): boolean => flag(child(child(root, 'sheetPr'), 'pageSetUpPr'), 'fitToPage', false);

export function readPageLayout(root: XmlElement): PageLayout {
  const setup = child(root, 'pageSetup');
  const options = child(root, 'printOptions');
  const marginsElement = child(root, 'pageMargins');
  const headerFooter = child(root, 'headerFooter');
  const fitted = pagesFitted(root);
  const pages = (name: string): number | null => (numberAttribute(setup, name) ?? 1) || null;
  const margin = (name: Margin): number => (numberAttribute(marginsElement, name) ?? DEFAULT_MARGINS[name]) * POINTS_PER_INCH;
  return {
    orientation: setup?.attributes.get('orientation') === 'landscape' ? 'landscape' : 'portrait',
    paperSize: numberAttribute(setup, 'paperSize') ?? null,
    fit: fitted ? { wide: pages('fitToWidth'), tall: pages('fitToHeight') } : null,
    scale: fitted ? null : numberAttribute(setup, 'scale') ?? null,
    margins: { top: margin('top'), bottom: margin('bottom'), left: margin('left'), right: margin('right'), header: margin('header'), footer: margin('footer') },
    centerHorizontally: flag(options, 'horizontalCentered', false),
    centerVertically: flag(options, 'verticalCentered', false),
    printArea: null,
    titleRows: null,
    titleColumns: null,
    printGridlines: flag(options, 'gridLines', false),
    header: readSections(child(headerFooter, 'oddHeader')?.text ?? ''),
    footer: readSections(child(headerFooter, 'oddFooter')?.text ?? ''),
    rowBreaks: childrenOf(child(root, 'rowBreaks'), 'brk').flatMap((brk) => numberAttribute(brk, 'id') ?? []),
  };
}

const changed = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
const inches = (points: number): number => Math.round((points / POINTS_PER_INCH) * 1e6) / 1e6;

/** The elements of the page set-up that differ from `before`, by name; what they hold beyond the layout stays. */
export function writePageLayout(layout: PageLayout, before: PageLayout | null, original: XmlDocument | null): ReadonlyMap<string, readonly string[]> {
  const written = new Map<string, readonly string[]>();
  const patched = (name: string, changes: Parameters<typeof withAttributes>[2], content?: string): string => {
    const present = original === null ? undefined : child(original.root, name);
    return present === undefined || original === null ? element(name, changes, content) : withAttributes(original, present, changes, content);
  };
  const differs = (...keys: (keyof PageLayout)[]): boolean => before === null || keys.some((key) => changed(before[key], layout[key]));

  if (differs('printGridlines', 'centerHorizontally', 'centerVertically')) {
    const xml = patched('printOptions', {
      horizontalCentered: layout.centerHorizontally || null, verticalCentered: layout.centerVertically || null, gridLines: layout.printGridlines || null,
    });
    written.set('printOptions', xml === '<printOptions/>' ? [] : [xml]);
  }
  if (differs('margins')) written.set('pageMargins', [patched('pageMargins', Object.fromEntries(MARGINS.map((name) => [name, inches(layout.margins[name])])))]);
  if (differs('orientation', 'paperSize', 'fit', 'scale')) {
    const fit = layout.scale === null ? layout.fit : null;
    // One page is what the format takes for granted, 0 as many as it takes.
    const pages = (count: number | null | undefined): number | null => (count === undefined || count === 1 ? null : count ?? 0);
    const { paperSize, scale, orientation } = layout;
    written.set('pageSetup', [patched('pageSetup', { paperSize, scale, fitToWidth: pages(fit?.wide), fitToHeight: pages(fit?.tall), orientation })]);
  }
  if (differs('header', 'footer')) {
    const part = (name: string, sections: Sections): string => (sectionsText(sections) === '' ? '' : element(name, {}, escapeXml(sectionsText(sections))));
    const present = original === null ? undefined : child(original.root, 'headerFooter');
    const others = present === undefined || original === null ? '' : present.children
      .filter(({ name }) => name !== 'oddHeader' && name !== 'oddFooter').map((other) => original.source.slice(other.start, other.end)).join('');
    const content = part('oddHeader', layout.header) + part('oddFooter', layout.footer) + others;
    written.set('headerFooter', content === '' ? [] : [patched('headerFooter', {}, content)]);
  }
  if (differs('rowBreaks')) {
    const breaks = layout.rowBreaks.map((row) => element('brk', { id: row, max: 16383, man: true })).join('');
    const count = layout.rowBreaks.length;
    written.set('rowBreaks', count === 0 ? [] : [element('rowBreaks', { count, manualBreakCount: count }, breaks)]);
  }
  return written;
}

/** Whether pages are fitted, as `sheetPr` says it. */
export const fitsPages = (layout: PageLayout): boolean => layout.fit !== null && layout.scale === null;
