/** The first page in a workbook without tables. */

export const firstRun = {
  title: 'See which alliances need you',
  lines: ['Rates every partner from the tables in your workbook and says why.', 'Finds launched deals without a sales sponsor and writes your QBR.'],
  looksFor: 'It looks for two tables, by their headers',
  tables: [
    { name: 'Partners', needed: ['Partner'], also: 'And at least one more: Tier, Alliance manager, Executive sponsor, Joint business plan, Last QBR and others.' },
    { name: 'Initiatives', needed: ['Initiative', 'Partner', 'Stage', 'Sales sponsor'], also: 'Also read: Revenue target, Revenue, Pipeline, Launched on, Due and others.' },
  ],
  insertTemplate: 'Insert template',
  insertSampleData: 'Insert sample data',
  inserting: 'Adding sheets',
  insertedTemplate: 'The template is in the workbook.',
  insertedSampleData: 'The sample data is in the workbook.',
  newSheets: 'Both add new sheets; yours stay as they are.',
  found: 'What was found',
  onlyInitiatives: 'There is a table of initiatives, but none of their partners.',
} as const;
