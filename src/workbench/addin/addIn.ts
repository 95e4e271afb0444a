/** An add-in as Excel knows it from its manifest: its pages, its functions and its ribbon, every address absolute. */

export interface AddInIcon {
  /** In pixels. */
  readonly size: number;
  readonly url: string;
}

export type RibbonAction =
  | { readonly kind: 'showPane'; readonly page: string; readonly title: string | null }
  | { readonly kind: 'execute'; readonly functionName: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly description: string };
  readonly icons: readonly AddInIcon[];
  readonly action: RibbonAction;
  /** False where the add-in enables the button later. */
  readonly enabled: boolean;
}

export interface RibbonGroup {
  readonly id: string;
  /** The tab's label where the add-in brings its own tab; `null` on one of Excel's. */
  readonly tab: string | null;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface FunctionsSource {
  readonly page: string;
  readonly script: string | null;
  readonly metadata: string;
  readonly namespace: string;
}

export interface AddIn {
  readonly id: string;
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
  readonly provider: string;
  readonly icon: string | null;
  readonly support: string | null;
  /** What Excel shows in the pane where the ribbon has no button for it. */
  readonly page: string;
  /** Pages that stay alive and are shared by pane, functions and ribbon. */
  readonly runtimes: readonly string[];
  readonly functions: FunctionsSource | null;
  /** The page whose scripts answer ribbon buttons. */
  readonly functionFile: string | null;
  readonly groups: readonly RibbonGroup[];
  /** Requirement set to the lowest version that will do: "ExcelApi" to "1.9". */
  readonly requirements: Readonly<Record<string, string>>;
}

/** What a page of an add-in is opened for; several at once on a shared runtime. */
export type PageRole = 'pane' | 'functions' | 'commands';

export interface AddInPage {
  readonly url: string;
  readonly roles: readonly PageRole[];
  /** The page is opened with the workbook and outlives its pane. */
  readonly longLived: boolean;
}

/** The pages of an add-in: one for every role on a shared runtime, else one for each role, as Excel opens them. */
export function pagesOf(addIn: AddIn): readonly AddInPage[] {
  const buttons = addIn.groups.flatMap((group) => group.buttons);
  const panes = new Set(buttons.flatMap(({ action }) => (action.kind === 'showPane' ? [action.page] : [])));
  const commands = buttons.some(({ action }) => action.kind === 'execute') ? addIn.functionFile : null;
  const wanted: readonly (readonly [PageRole, string | null | undefined])[] = [
    ...Array.from(panes.size > 0 ? panes : [addIn.page], (page) => ['pane', page] as const),
    ['functions', addIn.functions?.page],
    ['commands', commands],
  ];
  const pages: { url: string; roles: PageRole[]; longLived: boolean }[] = [];
  for (const [role, url] of wanted) {
    if (url == null) continue;
    const shared = addIn.runtimes.includes(url);
    const open = shared ? pages.find((page) => page.url === url) : undefined;
    if (open) open.roles.push(role);
    else pages.push({ url, roles: [role], longLived: shared || role !== 'pane' });
  }
  return pages;
}
