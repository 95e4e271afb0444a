/** How the command line is asked for a QBR. */
import { HELP, USAGE, parseRequest } from '../../src/cli/request';

describe('npm run qbr', () => {
  const plain = { input: 'in.xlsx', output: 'out.xlsx', asOf: null, json: null, of: { kind: 'portfolio' }, readers: 'internal', alone: false, pdf: null };

  it('takes two files', () => {
    expect(parseRequest(['in.xlsx', 'out.xlsx'])).toEqual({ ok: true, request: plain });
  });

  it('takes an as-of date and a file for the figures, anywhere', () => {
    expect(parseRequest(['--as-of', '2028-02-29', 'in.xlsx', '--json=figures.json', 'out.xlsx'])).toEqual({ ok: true, request: { ...plain, asOf: '2028-02-29', json: 'figures.json' } });
  });

  it('takes a partner or every one, and who may read it', () => {
    const halden = { kind: 'partner', name: 'Halden Cloud' };
    expect(parseRequest(['in.xlsx', 'out.xlsx', '--partner', 'Halden Cloud', '--shared'])).toMatchObject({ ok: true, request: { of: halden, readers: 'shared' } });
    expect(parseRequest(['in.xlsx', 'out.xlsx', '--partner=Halden Cloud'])).toMatchObject({ ok: true, request: { of: halden, readers: 'internal' } });
    expect(parseRequest(['in.xlsx', 'out.xlsx', '--every-partner'])).toMatchObject({ ok: true, request: { of: { kind: 'everyPartner' }, readers: 'internal' } });
    expect(parseRequest(['in.xlsx', 'out.xlsx', '--every-partner', '--shared', '--without-names'])).toMatchObject({ ok: true, request: { of: { kind: 'everyPartner' }, readers: 'nameless' } });
  });

  it('takes a file of its own, and one to print', () => {
    expect(parseRequest(['in.xlsx', 'out.xlsx', '--alone', '--pdf', 'out.pdf'])).toEqual({ ok: true, request: { ...plain, alone: true, pdf: 'out.pdf' } });
  });

  it.each(['--help', '-h'])('explains itself by %s, whatever else is there', (word) => {
    expect(parseRequest(['in.xlsx', word])).toEqual({ ok: false, sentence: null });
    for (const option of USAGE.match(/--[a-z][a-z-]+/g) ?? []) expect(HELP).toMatch(new RegExp(`^  ${option}\\b`, 'm'));
  });

  it.each([
    ['nothing', [], 'Two files are needed, the workbook and the copy to write; 0 given.'],
    ['one file', ['in.xlsx'], '1 given.'],
    ['three files', ['a', 'b', 'c'], '3 given.'],
    ['an empty name', ['in.xlsx', ''], 'A file name is empty.'],
    ['a day that is none', ['a', 'b', '--as-of', '2026-02-30'], 'not "2026-02-30".'],
    ['a day in another order', ['a', 'b', '--as-of', '30.09.2026'], 'not "30.09.2026".'],
    ['a month that is none', ['a', 'b', '--as-of', '2026-13-01'], 'not "2026-13-01".'],
    ['no day', ['a', 'b', '--as-of'], '--as-of'],
    ['two days', ['a', 'b', '--as-of', '2026-01-01', '--as-of', '2026-01-02'], 'Each option may be given once.'],
    ['an empty name for the figures', ['a', 'b', '--json='], '--json takes the name of a file.'],
    ['two partners', ['a', 'b', '--partner', 'A', '--partner', 'B'], 'Each option may be given once.'],
    ['an empty partner', ['a', 'b', '--partner', ' '], '--partner takes the name of a partner.'],
    ['one partner and every one', ['a', 'b', '--partner', 'A', '--every-partner'], '--partner and --every-partner exclude each other.'],
    ['to leave out names of what only we read', ['a', 'b', '--partner', 'A', '--without-names'], '--without-names goes with --shared'],
    ['an empty name for the PDF', ['a', 'b', '--pdf='], '--pdf takes the name of a file.'],
    ['to share the whole portfolio', ['a', 'b', '--shared'], '--shared goes with --partner'],
    ['an unknown option', ['a', 'b', '--force'], "Unknown option '--force'"],
  ])('refuses %s', (_what, words, sentence) => {
    const parsed = parseRequest(words);
    expect(parsed).toEqual({ ok: false, sentence: expect.stringContaining(sentence) as string });
  });
});
