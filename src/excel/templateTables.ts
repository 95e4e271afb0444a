/** The two tables that the template offers: their columns, what each column holds, and what may be chosen in it. */

export type ColumnKind = 'text' | 'long' | 'date' | 'money' | 'count';

export interface TemplateColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** A list to choose from; 'partners' is the first column of the Partners table. */
  readonly choices?: readonly string[] | 'partners';
}

export interface TemplateTable {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
}

const text = (header: string, choices?: TemplateColumn['choices']): TemplateColumn => ({ header, kind: 'text', choices });
const date = (header: string): TemplateColumn => ({ header, kind: 'date' });
const money = (header: string): TemplateColumn => ({ header, kind: 'money' });
const count = (header: string): TemplateColumn => ({ header, kind: 'count' });

export const partnersTemplate: TemplateTable = {
  name: 'Partners',
  columns: [
    { header: 'Partner', kind: 'long' },
    text('Tier', ['Strategic', 'Growth', 'Tactical']),
    text('Alliance manager'),
    text('Executive sponsor'),
    text('Partner sponsor'),
    text('Status', ['Active', 'Watch', 'Exiting', 'Ended']),
    date('Joint business plan'),
    date('Last QBR'),
    text('Expectations agreed', ['yes', 'no']),
    count('Relationship (0-10)'),
    count("Partner's view (0-10)"),
    date('Survey date'),
    date('Agreement ends'),
    date('Notice by'),
    { header: 'Notes', kind: 'long' },
  ],
};

export const initiativesTemplate: TemplateTable = {
  name: 'Initiatives',
  columns: [
    { header: 'Initiative', kind: 'long' },
    text('Partner', 'partners'),
    text('Stage', ['Qualify', 'Approve', 'Launch', 'Closed']),
    text('Owner'),
    text('Sales sponsor'),
    money('Revenue target'),
    money('Revenue'),
    money('Pipeline'),
    count('Traction target'),
    count('Traction'),
    date('Qualified on'),
    date('Approved on'),
    text('Approved by'),
    date('Launched on'),
    date('Due'),
    date('Ended on'),
    text('Outcome', ['Succeeded', 'Failed', 'Stopped']),
    date('Last inspected'),
    { header: 'Next step', kind: 'long' },
  ],
};

export const correctionsTemplate: TemplateTable = {
  name: 'Corrections',
  columns: [
    date('Date'),
    text('Partner', 'partners'),
    { header: 'Initiative', kind: 'long' },
    { header: 'Correction', kind: 'long' },
    { header: 'Reason', kind: 'long' },
    text('Measure', ['Health', 'Revenue', 'Pipeline', 'Traction', 'Sponsorship', 'Governance', 'Relationship']),
    text('Owner'),
    date('Review on'),
    text('Status', ['Open', 'Done', 'Dropped']),
  ],
};
