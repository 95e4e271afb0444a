/** A workbook in which everything that must stay with us carries a mark, in every column of every table, beside one partner's review. */
import { answerNames, correctionNames, initiativeNames, partnerNames, rateNames, snapshotNames } from '../../src/tables/fields';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { PLAIN_STYLE, type Written, sheet, table, workbook } from '../workbench/engine/snapshots';

export interface MarkedWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** Every mark that was put somewhere. */
  readonly marks: readonly string[];
  /** What the partner may read. */
  readonly allowed: readonly string[];
  /** Those of them who are our own people. */
  readonly ourPeople: readonly string[];
  /** Figures that must not be seen either, as text of their digits. */
  readonly secretFigures: readonly string[];
}

export const sharedPartner = 'Halden Cloud';

const ourPeople = { manager: 'Ines Zqone', executive: 'Marta Zqtwo', owner: 'Lea Zqthree', sponsor: 'Carla Zqfour' };
const allowed = [sharedPartner, 'Migration', 'Marketplace', 'Academy', 'Weekly pipeline call with', 'Paul Zqfive', ...Object.values(ourPeople)];

type Fields = Readonly<Record<string, { readonly name: string }>>;

/** The partner's own survey, the days of its agreement, and figures of others that nothing else can come to. */
const figures = { ours: 3.73, theirs: 8.89, snapshotHealth: 61.8765, relationshipScore: 12.3457, portfolioHealth: 44.4321, confidence: 0.7654, sourced: 1_234_567, influenced: 2_345_678, others: 7_654_321, rate: 1.1357 };

export function markedWorkbook(): MarkedWorkbook {
  const marks: string[] = [];
  const mark = (where: string): string => {
    const text = `zq${String(marks.length).padStart(4, '0')}${where.replace(/\W/g, '')}`;
    marks.push(text);
    return text;
  };
  /** A row with a mark in each column that is not given. */
  const row = (fields: Fields, given: Readonly<Record<string, Written>> = {}): Written[] =>
    Object.entries(fields).map(([field, { name }]) => (field in given ? given[field] : mark(name)));
  /** Headers are the user's own words: in brackets they may say anything. */
  const headers = (fields: Fields): string[] => Object.values(fields).map(({ name }) => `${name} (${mark('header')})`);
  const [others, otherInitiatives] = [6, 5];
  const names = Array.from({ length: others }, (_, index) => mark(`partner${index}`));

  const partnerHeaders = headers(partnerNames);
  const partners = [
    row(partnerNames, {
      partner: sharedPartner, tier: `Strategic, ${mark('tier')}`, allianceManager: ourPeople.manager, executiveSponsor: ourPeople.executive, partnerSponsor: 'Paul Zqfive', jointBusinessPlan: '2026-02-16',
      lastQbr: '2026-07-14', expectationsAgreed: 'yes', relationship: figures.ours, partnersView: figures.theirs, surveyDate: '2026-05-05', agreementEnds: '2031-03-17', noticeBy: '2030-12-19',
    }),
    ...names.map((partner) => row(partnerNames, { partner })),
  ];
  const initiativeHeaders = headers(initiativeNames);
  const launched = {
    partner: sharedPartner, stage: 'Launch', owner: ourPeople.owner, revenueTarget: 1_200_000, revenue: 300_000, pipelineTarget: undefined, pipeline: 900_000, tractionTarget: 12, traction: 4,
    qualifiedOn: '2025-10-01', approvedOn: '2025-11-03', launchedOn: '2025-12-01', due: '2026-12-31', endedOn: undefined, outcome: undefined, lastInspected: '2026-08-18',
    currency: 'USD', sourcedRevenue: figures.sourced, influencedRevenue: figures.influenced, sponsorLastEngaged: '2026-09-01',
  };
  const initiatives = [
    row(initiativeNames, { ...launched, initiative: 'Migration', salesSponsor: ourPeople.sponsor }),
    row(initiativeNames, { ...launched, initiative: 'Marketplace', salesSponsor: undefined, revenue: 'soon', due: '2026-08-01' }),
    row(initiativeNames, { ...launched, initiative: 'Academy', stage: 'Closed', salesSponsor: ourPeople.sponsor, endedOn: '2026-06-30', outcome: 'Succeeded' }),
    ...names.flatMap((partner) => Array.from({ length: otherInitiatives }, (_, index) => row(initiativeNames, {
      partner, stage: index === 0 ? mark('stage') : 'Launch', revenueTarget: figures.others, revenue: index === 1 ? mark('revenue') : figures.others / 2, launchedOn: '2026-01-05', due: '2026-12-24', currency: index === 2 ? 'EUR' : 'USD',
    }))),
  ];
  const corrections = [
    row(correctionNames, { date: '2026-07-20', partner: sharedPartner, initiative: mark('anotherInitiative'), correction: `Weekly pipeline call with ${ourPeople.sponsor}`, measure: 'pipeline', reviewOn: '2026-10-20' }),
    row(correctionNames, { date: '2026-07-22', partner: sharedPartner, measure: 'relationship', reviewOn: '2026-10-22' }),
    row(correctionNames, { date: '2026-03-01', partner: undefined, reviewOn: '2026-06-01' }),
    ...names.map((partner) => row(correctionNames, { date: '2026-06-02', partner, reviewOn: '2026-09-02' })),
  ];
  const rates = [['USD', 1, '2026-01-01'], ['EUR', figures.rate, '2026-01-01'], row(rateNames)];
  const snapshot = {
    asOf: '2026-06-30', health: figures.snapshotHealth, rating: 'Amber', confidence: figures.confidence, revenueScore: 50, pipelineScore: 60, tractionScore: 70, sponsorshipScore: 80, governanceScore: 90,
    relationshipScore: figures.relationshipScore, revenue: 1000, revenueTarget: 2000, pipeline: 3000, pipelineCoverage: 1, portfolioHealth: figures.portfolioHealth, madeOn: '2026-07-02',
  };
  const history = [row(snapshotNames, { ...snapshot, partner: sharedPartner }), ...names.map((partner) => row(snapshotNames, { ...snapshot, partner }))];
  const assessment = [row(answerNames, { date: '2026-01-01', area: 'Process', level: 3 }), row(answerNames)];

  const tables: WorkbookSnapshot['tables'][number][] = [];
  const sheetOf = (name: string, head: readonly string[], rows: readonly (readonly Written[])[]): WorkbookSnapshot['sheets'][number] => {
    const called = `${name} ${mark(name)}`.slice(0, 31);
    // A column that nobody knows, in every row.
    const headWithMore = [...head, mark('unknown')];
    tables.push(table(mark(`table${name}`), called.toLowerCase(), { row: 0, column: 0, rows: rows.length + 1 }, headWithMore));
    return sheet(called, [headWithMore, ...rows.map((cells) => [...cells, mark('unknown')])], beside());
  };
  /** What a sheet keeps beside its cells. */
  const beside = (): Partial<WorkbookSnapshot['sheets'][number]> => {
    const plain = sheet('', []).pageLayout;
    const at = { row: 40, column: 0, rows: 1, columns: 1 };
    return {
      pageLayout: { ...plain, header: { left: mark('pageHeader'), center: '', right: '' }, footer: { left: '', center: mark('pageFooter'), right: '' } },
      hyperlinks: [{ area: at, link: { address: `https://example.com/${mark('link')}`, location: null, screenTip: mark('tip') } }],
      validations: [{
        areas: [at], type: 'list', operator: null, formula1: mark('choice'), formula2: null, ignoreBlank: true, inCellDropDown: true,
        prompt: { show: true, title: mark('prompt'), message: mark('message') }, errorAlert: { show: true, title: mark('alert'), message: mark('why'), style: 'stop' },
      }],
      conditionalFormats: [{ id: 'rule', areas: [at], priority: 1, stopIfTrue: false, rule: { kind: 'text', operator: 'contains', text: mark('ruleText'), style: { fill: '#FF0000' } } }],
      customProperties: new Map([[mark('sheetProperty'), mark('sheetValue')]]),
    };
  };
  const plainHeaders = (fields: Fields): string[] => Object.values(fields).map(({ name }) => name);
  const sheets = [
    sheetOf('Partners', partnerHeaders, partners), sheetOf('Initiatives', initiativeHeaders, initiatives), sheetOf('Corrections', headers(correctionNames), corrections),
    sheetOf('Rates', plainHeaders(rateNames), rates),
    sheet('Notes', [['As of', '2026-09-30'], [mark('note'), { value: 7, style: 1 }]], beside()),
    sheet(`Put away ${mark('hidden')}`.slice(0, 31), [[mark('hiddenCell'), `=1&"${mark('formula')}"`]], { visibility: 'VeryHidden' }),
    sheet('Alliance data', [[...plainHeaders(snapshotNames), undefined, ...plainHeaders(answerNames)], ...history.map((cells, index) => [...cells, undefined, ...(assessment[index] ?? [])])]),
  ];
  tables.push(
    table(mark('history'), 'alliance data', { row: 0, column: 0, rows: history.length + 1 }, plainHeaders(snapshotNames)),
    table(mark('assessment'), 'alliance data', { row: 0, column: Object.keys(snapshotNames).length + 1, rows: assessment.length + 1 }, plainHeaders(answerNames)),
  );
  const definedNames = [
    { name: 'AllianceAsOf', sheet: null, formula: '=Notes!$B$1', comment: mark('nameComment'), visible: true },
    { name: mark('definedName'), sheet: null, formula: `="${mark('nameText')}"`, comment: '', visible: false },
  ];
  const styles = [PLAIN_STYLE, { ...PLAIN_STYLE, numberFormat: `0"${mark('numberFormat')}"`, font: { ...PLAIN_STYLE.font, name: mark('font') } }];
  const properties = ['title', 'subject', 'author', 'keywords', 'comments', 'category', 'company', 'manager', `custom:${mark('property')}`].map((key) => [key, mark(key)] as const);
  const customXmlParts = [{ id: '{11111111-2222-3333-4444-555555555555}', namespaceUri: `urn:${mark('namespace')}`, xml: `<a xmlns="urn:${mark('xml')}">${mark('xmlText')}</a>` }];
  return {
    snapshot: workbook(sheets, {
      tables, names: definedNames, styles, properties: new Map(properties), customXmlParts, settings: new Map([['alliance.policy', JSON.stringify({ version: 1, [mark('policy')]: 1 })]]),
    }),
    marks,
    allowed,
    ourPeople: Object.values(ourPeople),
    secretFigures: [...Object.values(figures), 37.3, 88.9, 63.1, 0.373, 100 * (figures.ours / 10)].map(String),
  };
}
