/** How the command line is asked for a QBR. */
import { parseRequest } from '../../src/cli/request';

describe('npm run qbr', () => {
  it('takes two files', () => {
    expect(parseRequest(['in.xlsx', 'out.xlsx'])).toEqual({ ok: true, request: { input: 'in.xlsx', output: 'out.xlsx', asOf: null, json: null, partner: null, shared: false } });
  });

  it('takes an as-of date and a file for the figures, anywhere', () => {
    expect(parseRequest(['--as-of', '2028-02-29', 'in.xlsx', '--json=figures.json', 'out.xlsx'])).toEqual({
      ok: true, request: { input: 'in.xlsx', output: 'out.xlsx', asOf: '2028-02-29', json: 'figures.json', partner: null, shared: false },
    });
  });

  it('takes a partner, and whether the partner may read it', () => {
    expect(parseRequest(['in.xlsx', 'out.xlsx', '--partner', 'Halden Cloud', '--shared'])).toMatchObject({ ok: true, request: { partner: 'Halden Cloud', shared: true } });
    expect(parseRequest(['in.xlsx', 'out.xlsx', '--partner=Halden Cloud'])).toMatchObject({ ok: true, request: { partner: 'Halden Cloud', shared: false } });
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
    ['to share the whole portfolio', ['a', 'b', '--shared'], '--shared goes with --partner'],
    ['an unknown option', ['a', 'b', '--force'], "Unknown option '--force'"],
  ])('refuses %s', (_what, words, sentence) => {
    const parsed = parseRequest(words);
    expect(parsed).toEqual({ ok: false, sentence: expect.stringContaining(sentence) as string });
  });
});
