/** Ways through parsed parts of a workbook file. */
import type { Element } from '@xmldom/xmldom';

export const elements = (parent: Element): Element[] => Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
export const named = (parent: Element | undefined, name: string): Element[] => (parent === undefined ? [] : elements(parent).filter(({ localName }) => localName === name));
/** However deep. */
export const allNamed = (root: Element, name: string): Element[] => Array.from(root.getElementsByTagNameNS('*', name));
