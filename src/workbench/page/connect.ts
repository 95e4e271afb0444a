/** Runs first in every page of an add-in: lets the workbench stand in front of office.js before that loads. */

const { workbenchConnect } = window.parent as Window & { workbenchConnect?: (page: Window) => void };
workbenchConnect?.(window);
