/** Whether Excel is dark now, and whether the person needs forced colours; both may change while the pane is open. */

export interface PaneTheme {
  readonly dark: boolean;
  readonly highContrast: boolean;
}

/** Calls the listener at once and on every change; returns how to stop. */
export function watchTheme(listener: (theme: PaneTheme) => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => window.matchMedia(query));
  const tell = (): void => listener(themeNow());
  for (const query of queries) query.addEventListener('change', tell);
  const office = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const { document } = Office.context;
  if (office !== undefined) document.addHandlerAsync(Office.EventType.OfficeThemeChanged, tell);
  tell();
  return () => {
    if (office !== undefined) document.removeHandlerAsync(Office.EventType.OfficeThemeChanged, { handler: tell });
    for (const query of queries) query.removeEventListener('change', tell);
  };
}

/** Excel on the web has no theme to tell: then the system's preference holds. */
function themeNow(): PaneTheme {
  const highContrast = window.matchMedia('(forced-colors: active)').matches;
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (theme?.isDarkTheme !== undefined) return { dark: theme.isDarkTheme, highContrast };
  const background = theme?.bodyBackgroundColor;
  return { dark: background ? luminance(background) < 0.5 : window.matchMedia('(prefers-color-scheme: dark)').matches, highContrast };
}

/** Of "#RRGGBB", 0 black to 1 white. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (/^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color) ?? []).slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
