/** Every sentence that a user reads about the tables: each names what is wrong and what would mend it. */

export interface TablePlace {
  readonly sheet: string;
  readonly table: string | null;
  /** Number of columns recognised. */
  readonly recognised: number;
}

/** A header row that is nearly a table: the column it lacks, and the header that comes closest to it. */
export interface NearMiss {
  readonly wanted: string;
  readonly header: string;
  readonly sheet: string;
}

const longestQuote = 40;

/** What a cell shows, short and on one line. */
function quoted(text: unknown): string {
  const line = String(text).replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, 2 * (longestQuote + 1))];
  return `"${characters.length > longestQuote ? `${characters.slice(0, longestQuote - 1).join('')}…` : line}"`;
}

const columns = (count: number): string => `${count} recognised column${count === 1 ? '' : 's'}`;
const place = ({ sheet, table }: TablePlace): string => (table === null ? `on sheet ${quoted(sheet)}` : `${quoted(table)} on sheet ${quoted(sheet)}`);
const nearest = (nearMiss: NearMiss | null): string =>
  nearMiss === null ? '' : ` On sheet ${quoted(nearMiss.sheet)} the column ${quoted(nearMiss.wanted)} is missing; the nearest header found is ${quoted(nearMiss.header)}.`;

export const sentences = {
  missingPartners: (nearMiss: NearMiss | null) =>
    `There is no Partners table. Give one row per alliance a header row with Partner and at least one of Tier, Status, Alliance manager or Executive sponsor.${nearest(nearMiss)}`,
  missingInitiatives: (nearMiss: NearMiss | null) =>
    `There is no Initiatives table. Give one row per joint initiative a header row with Initiative, Partner, Stage and Sales sponsor.${nearest(nearMiss)}`,
  missingColumn: (missing: readonly { readonly name: string; readonly nearest: string | null }[]) => {
    const names = missing.map(({ name, nearest: header }) => (header === null ? name : `${name} (nearest header found: ${quoted(header)})`));
    return `This Initiatives table is not read, because it has no column ${names.join(', ')}. Add or rename the column${missing.length === 1 ? '' : 's'}.`;
  },
  extraTable: (kind: string, chosen: TablePlace, other: TablePlace) =>
    `This is a second ${kind} table with ${columns(other.recognised)}. It is not read: the one ${place(chosen)} is, with ${columns(chosen.recognised)}. Keep all rows in one table.`,
  hiddenTable: (kind: string, sheet: string) =>
    `The ${kind} table is read from the hidden sheet ${quoted(sheet)}, because no visible sheet has one. Show the sheet, so that readers can check it.`,
  duplicateColumn: (header: string, used: string) =>
    `The column ${quoted(header)} means the same as ${quoted(used)} and is not read. Rename or remove one of them.`,

  missingPartner: () => 'This row names no partner, so it is left out. Name the partner.',
  duplicatePartner: (name: string, firstRow: number) =>
    `${quoted(name)} is in the table already, in row ${firstRow + 1}; that row is used and this one is left out. Merge the two rows.`,
  missingInitiative: () => 'This row names no initiative, so it is left out. Name the initiative.',
  initiativeWithoutPartner: () => 'This initiative names no partner, so it is left out. Name the partner.',
  unknownPartner: (name: string, closest: string | null) =>
    `${quoted(name)} is not in the Partners table, so this initiative is left out. ${closest === null ? 'Add the partner, or correct the name.' : `Did you mean ${quoted(closest)}?`}`,
  unknownPartnerWithoutTable: (name: string) => `${quoted(name)} cannot be looked up, because there is no Partners table; this initiative is left out. Add a Partners table.`,
  missingStage: () => 'This initiative has no stage, so it is left out. Write Qualify, Approve, Launch or Closed.',
  unknownStage: (shown: unknown) => `${quoted(shown)} is no stage that is known, so this initiative is left out. Write Qualify, Approve, Launch or Closed.`,
  unknownStatus: (shown: unknown) => `${quoted(shown)} is no status that is known; the partner is taken as Active. Write Active, Watch, Exiting or Ended.`,
  correctionWithoutDate: () => 'This correction has no date, so it is left out. Write the day on which it was decided.',
  missingCorrection: () => 'This row names no correction, so it is left out. Say what was changed.',
  unknownPartnerOfCorrection: (name: string, closest: string | null) =>
    `${quoted(name)} is not in the Partners table, so this correction is left out. ${closest === null ? 'Correct the name, or leave it blank for the whole portfolio.' : `Did you mean ${quoted(closest)}?`}`,
  unknownOutcome: (shown: unknown) => `${quoted(shown)} is no outcome that is known. Write Succeeded, Failed or Stopped.`,

  choicesUnreadable: () => 'Reading: what was stored of how to read the tables cannot be read, so headers and cells speak for themselves; it is kept.',
  choicesNewer: (stored: number, known: number) => `Reading: how to read the tables was stored by a newer version (${stored}, known here is ${known}); what is known of it is used, the rest is kept.`,
  choicesUnknown: (keys: readonly string[]) => `Reading: something that was stored of how to read the tables is not understood and not used, but kept: ${keys.map(quoted).join(', ')}.`,

  errorValue: (header: string, shown: unknown) => `${quoted(header)} shows the error ${String(shown)}, so the cell counts as blank. Mend the formula, or type the value.`,
  errorInRow: (header: string, shown: unknown) => `${quoted(header)} shows the error ${String(shown)}, so the row is left out. Mend the formula, or type the value.`,
  unreadableNumber: (header: string, shown: unknown) => `${quoted(header)} holds ${quoted(shown)}, which is no plain number, so it is left out. Write a number, such as 1200000 or 1.2m.`,
  percentNumber: (header: string) => `${quoted(header)} holds a percentage, so it is left out. Write the amount itself.`,
  dateNumber: (header: string) => `${quoted(header)} is formatted as a date, so it is left out. Write a number and give the cell a number format.`,
  currencyCount: (header: string, shown: unknown) => `${quoted(header)} holds the money ${quoted(shown)} where a count is expected, so it is left out. Write the number of joint opportunities.`,
  ambiguousNumber: (header: string, shown: unknown) =>
    `${quoted(header)} holds the text ${quoted(shown)}, which may mean a decimal or thousands, so it is left out. Type it as a number.`,
  negativeNumber: (header: string, shown: unknown) => `${quoted(header)} holds ${quoted(shown)}; it cannot be below zero, so it is left out. Correct the sign.`,
  outOfRange: (header: string, shown: unknown) => `${quoted(header)} holds ${quoted(shown)}, which lies outside the survey's scale, so it is left out. Use one scale, 1-5 or 0-10, and name it in the header.`,
  mixedCurrency: (header: string, currency: string, main: string | null) =>
    main === null
      ? `${quoted(header)} is in ${currency}, and no currency leads in the table, so it is left out. Keep all money of the table in one currency.`
      : `${quoted(header)} is in ${currency} while the table is in ${main}, so it is left out. Write the amount in ${main}.`,
  noReportingCurrency: (header: string, currency: string) =>
    `${quoted(header)} is in ${currency}, and no currency leads in the table, so it is left out. Give the currency to report in the rate 1 in the Rates table.`,
  missingRate: (header: string, currency: string, reporting: string) =>
    `${quoted(header)} is in ${currency}, and the Rates table has no usable rate from ${currency} to ${reporting}, so it is left out. Add the rate there.`,
  notConverted: (header: string, currency: string, reporting: string) =>
    `${quoted(header)} is in ${currency} and is not converted, because the Rates table gives ${reporting} itself another rate than 1, so it is left out. Give every currency its rate to ${reporting}.`,
  mixedPercent: (header: string, shown: unknown) => `${quoted(header)} holds ${quoted(shown)} in a column of percentages, so it is left out. Write it as a percentage.`,
  unreadableDate: (header: string, shown: unknown) =>
    `${quoted(header)} holds ${quoted(shown)}, which is no date from 1990 to 2099, so it is left out. Write it as 2026-09-30.`,
  unreadableAgreement: (header: string, shown: unknown) => `${quoted(header)} holds ${quoted(shown)}, which is neither yes or no nor a date, so it is left out. Write yes, no, or a date such as 2026-09-30.`,
  ambiguousDate: (header: string, shown: unknown) =>
    `${quoted(header)} holds the text ${quoted(shown)}, of which day and month cannot be told apart, so it is left out. Write it as 2026-09-30.`,
} as const;
