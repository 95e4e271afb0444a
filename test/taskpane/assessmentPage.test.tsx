/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { type Answer, type Area, type Level, areaNames, areas } from '../../src/domain/assessment';
import type { SerialDate } from '../../src/domain/measure';
import { judge } from '../../src/domain/judge';
import { practiceAreas } from '../../src/domain/practiceAreas';
import { assessment as words } from '../../src/taskpane/sentences/assessment';
import { accessibilityProblems, openPane, rowsOf } from './paneTest';
import { samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const pause = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));

function answered(date: number, levelOf: (area: Area) => Level | null, evidence = ''): Answer[] {
  return areas.map((area, row) => ({ row, date: date as SerialDate, assessor: 'Ines Okafor', area, level: levelOf(area), evidence: evidence || null }));
}
const withAnswers = (assessment: readonly Answer[]) => judge({ ...samplePortfolio.rows, assessment }, samplePortfolio.asOf, samplePortfolio.policy);
const never = ready(withAnswers([]));

async function opened(at = '#assessment', state = never) {
  const pane = openPane(state, { at });
  await pause();
  return pane;
}
async function press(pane: Awaited<ReturnType<typeof opened>>, name: string): Promise<void> {
  await pane.user.click(screen.getByRole('button', { name }));
  await pause();
}
const level = (name: RegExp): HTMLElement => screen.getByRole('radio', { name });

describe('taking an assessment', () => {
  test('22 presses answer all ten areas and show the result, all by keyboard', async () => {
    const pane = await opened();
    let presses = 1;
    await press(pane, words.start);
    for (const area of areas) {
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(practiceAreas[area].question);
      await pane.user.keyboard('3');
      await pane.user.keyboard('{Enter}');
      presses += 2;
      await pause();
    }
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(words.review);
    presses += 1;
    await press(pane, words.finish);
    expect(presses).toBeLessThanOrEqual(22);
    expect(pane.asked.at(-1)).toBe(`finish assessment ${areas.map((area) => `${area} 3`).join(', ')}`);
    expect(window.location.hash).toBe('#assessment/result');
  });

  test('every answer is kept in the workbook as it is given', async () => {
    const pane = await opened();
    await press(pane, words.start);
    await pane.user.click(level(/^2/));
    await pause();
    expect(pane.asked).toEqual(['keep 0 answers', 'keep 1 answers']);
    expect(screen.getByText(words.saved)).toBeInTheDocument();
  });

  test('digits typed as evidence choose no level', async () => {
    const pane = await opened();
    await press(pane, words.start);
    await pane.user.click(level(/^2/));
    await pane.user.type(screen.getByLabelText(words.evidence), 'page 4{Enter}');
    expect(level(/^2/)).toBeChecked();
    expect(screen.getByLabelText(words.evidence)).toHaveValue('page 4\n');
    expect(window.location.hash).toBe(`#assessment/${areas[0]}`);
  });

  test('going back loses nothing', async () => {
    const pane = await opened();
    await press(pane, words.start);
    await pane.user.keyboard('4');
    await press(pane, words.next);
    await press(pane, words.back);
    expect(level(/^4/)).toBeChecked();
  });

  test('one that is under way goes on at the first area without an answer', async () => {
    const pane = await opened();
    await press(pane, words.start);
    await pane.user.keyboard('1{Enter}');
    await pause();
    act(() => {
      window.location.hash = '#assessment';
    });
    await pause();
    expect(screen.getByText(words.underWay('1'))).toBeInTheDocument();
    await press(pane, words.goOn);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(practiceAreas.approval.question);
  });

  test('the review says what is missing, and leads there', async () => {
    const pane = await opened();
    await press(pane, words.start);
    await pane.user.keyboard('1');
    act(() => {
      window.location.hash = '#assessment/review';
    });
    await pause();
    expect(screen.getByText('9 areas are not answered. Maturity takes at least 5 answers.')).toBeInTheDocument();
    expect(rowsOf(words.answers).slice(0, 2)).toEqual(['Process 1 Ad hoc', 'Approval – Not answered']);
  });

  test('discarding asks first', async () => {
    const pane = await opened();
    await press(pane, words.start);
    act(() => {
      window.location.hash = '#assessment/review';
    });
    await pause();
    await press(pane, words.discard);
    expect(pane.asked).not.toContain('discard assessment');
    await press(pane, words.discardYes);
    expect(pane.asked).toContain('discard assessment');
    expect(screen.getByRole('button', { name: words.start })).toBeInTheDocument();
  });

  test('an answer that could not be kept is said with what to do, and kept by the next press', async () => {
    const pane = await opened();
    const { assessments } = pane.services;
    await press(pane, words.start);
    const save = jest.spyOn(assessments, 'save').mockResolvedValueOnce({ kind: 'failed', message: 'A cell is being edited.' });
    await pane.user.keyboard('2');
    await pause();
    expect(screen.getByRole('alert')).toHaveTextContent('Not saved yet. A cell is being edited.');
    save.mockRestore();
    await press(pane, words.retry);
    expect(screen.getByText(words.saved)).toBeInTheDocument();
  });

  test.each(areas)('%s shows five levels, each with what one can see, and axe finds nothing', async (area) => {
    const pane = await opened();
    await press(pane, words.start);
    act(() => {
      window.location.hash = `#assessment/${area}`;
    });
    await pause();
    expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-describedby')).map((id) => document.getElementById(id ?? '')?.textContent)).toEqual(Object.values(practiceAreas[area].levels));
    expect(screen.getByText(practiceAreas[area].why)).toBeInTheDocument();
    if (area === 'process' || area === 'standing') expect(await accessibilityProblems(pane.container)).toEqual([]);
  });

  test('the workbook’s own figure stands beside the answer, and contradicts a claim it does not bear out', async () => {
    const pane = await opened();
    await press(pane, words.start);
    expect(screen.getByText(/open initiatives past Qualify .* free of gate breaches\.$/)).toBeInTheDocument();
    await pane.user.keyboard('4');
    expect(screen.getByText(/^"Measured and improved" is answered for Process, but the workbook shows otherwise/)).toBeInTheDocument();
  });
});

describe('the result', () => {
  const first = answered(46_000, () => 2);
  const second = answered(46_200, (area) => (area === 'process' ? 4 : area === 'standing' ? null : area === 'portfolio' ? 1 : 2), 'Minutes of May');
  const two = ready(withAnswers([...first, ...second]));

  test('compares the last two, names what the workbook does not bear out and what to do first', async () => {
    const { container } = await opened('#assessment', two);
    expect(screen.getByText('52.8 %')).toBeInTheDocument();
    expect(screen.getByText(/^▲ 2\.8 points since /)).toBeInTheDocument();
    const moves = rowsOf(words.moves);
    expect(moves[0]).toBe(`Portfolio (1 Ad hoc): ${practiceAreas.portfolio.firstActions[1]}`);
    expect(moves).toHaveLength(3);
    expect(rowsOf(words.claims)).toEqual([expect.stringMatching(/^"Measured and improved" is answered for Process/)]);
    const profile = within(screen.getByRole('table', { name: words.profile }));
    expect(profile.getByRole('row', { name: /Process/ })).toHaveTextContent('4 Measured and improved ▲ 22 higher than last time');
    expect(profile.getByRole('row', { name: /Standing/ })).toHaveTextContent(words.notAnswered);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('is written on a sheet by one press, which leads there', async () => {
    const pane = await opened('#assessment', two);
    await press(pane, words.write);
    expect(screen.getAllByText('The result is on the sheet Practice result 2026-10-14.').length).toBeGreaterThan(0);
    await press(pane, words.toSheet);
    expect(pane.asked).toEqual(['write result', 'activate Practice result 2026-10-14']);
  });

  test('marks the level of last time when one assesses again', async () => {
    const pane = await opened('#assessment', two);
    await press(pane, words.startAgain);
    await press(pane, words.startAgain);
    expect(level(/^4 Measured and improved Last time/)).toBeInTheDocument();
  });

  test('of today counts although the workbook is judged on an earlier day', async () => {
    await opened('#assessment', ready(withAnswers(answered(samplePortfolio.asOf + 40, () => 4))));
    expect(screen.getByText('100 %')).toBeInTheDocument();
  });

  test('of too few answers says so', async () => {
    await opened('#assessment', ready(withAnswers(answered(46_000, (area) => (area === 'roles' ? 3 : null)))));
    expect(screen.getByText('1 of 10 areas is answered: maturity takes at least 5.')).toBeInTheDocument();
  });
});

test('an address of an area with nothing under way leads to the start', async () => {
  await opened('#assessment/roles');
  expect(screen.getByRole('button', { name: words.start })).toBeInTheDocument();
  expect(areaNames.roles).toBe('Roles');
});
