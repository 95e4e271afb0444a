/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import type { ActionResult } from '../../src/excel/actionResult';
import { initiativesTable, sheetOf } from '../tables/sheet';
import { accessibilityProblems, meanwhile, openPane } from './paneTest';
import { initiativeRows, judged, nothingFound, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

describe('the first page in a workbook without tables', () => {
  test('says what the product does and which headers it looks for', () => {
    openPane(ready(nothingFound));
    expect(screen.getByRole('heading', { level: 1, name: 'See which alliances need you' })).toBeVisible();
    for (const header of ['Initiative', 'Stage', 'Sales sponsor']) expect(screen.getByText(header)).toBeVisible();
  });

  test('inserts the template at a press, and shows the portfolio as soon as there is one', async () => {
    const workbook = openPane(ready(nothingFound));
    await workbook.user.click(screen.getByRole('button', { name: 'Insert template' }));
    expect(workbook.asked).toEqual(['insert template']);
    expect(screen.getByText('The template is in the workbook.')).toBeInTheDocument();
    await meanwhile(() => workbook.become(ready(samplePortfolio)));
    expect(screen.getByText('Portfolio health, of 100')).toBeVisible();
  });

  test('inserts sample data', async () => {
    const { user, asked } = openPane(ready(nothingFound));
    await user.click(screen.getByRole('button', { name: 'Insert sample data' }));
    expect(asked).toEqual(['insert sample data']);
  });

  test('pressed twice while it works, it inserts once', async () => {
    let inserted = 0;
    let finish: (result: ActionResult) => void = () => undefined;
    const insertTemplate = (): Promise<ActionResult> => {
      inserted += 1;
      return new Promise((resolve) => { finish = resolve; });
    };
    const { user } = openPane(ready(nothingFound), { services: { insertTemplate } });
    await user.click(screen.getByRole('button', { name: 'Insert template' }));
    await user.click(screen.getByRole('button', { name: 'Adding sheets' }));
    await user.click(screen.getByRole('button', { name: 'Insert sample data' }));
    expect(inserted).toBe(1);
    await meanwhile(() => finish({ kind: 'done' }));
    expect(await screen.findByRole('button', { name: 'Insert template' })).toBeEnabled();
  });

  test('when the workbook is protected it says so', async () => {
    const message = 'The structure of this workbook is protected, so no sheet can be added.';
    const { user } = openPane(ready(nothingFound), { services: { insertTemplate: () => Promise.resolve({ kind: 'failed', message }) } });
    await user.click(screen.getByRole('button', { name: 'Insert template' }));
    expect(screen.getAllByText(message)[0]).toBeVisible();
  });

  test('a table that was nearly accepted is shown with what it lacks and where', async () => {
    const nearly = sheetOf([['Initiative', 'Partner', 'Stage', 'Sales spnsor'], ['Cloud', 'Acme', 'Launch', 'Kim']], { sheet: 'Ventures' });
    const { user, asked } = openPane(ready(judged(nearly)));
    expect(screen.getByText(/no column Sales sponsor.*"Sales spnsor"/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ventures!A1' }));
    expect(asked).toEqual(['select Ventures!A1']);
  });

  test('initiatives without their partners are named', () => {
    openPane(ready(judged(initiativesTable(initiativeRows))));
    expect(screen.getByText('There is a table of initiatives, but none of their partners.')).toBeVisible();
  });

  test('every page but Data leads here', () => {
    openPane(ready(nothingFound), { at: '#qbr' });
    expect(screen.getByRole('button', { name: 'Insert template' })).toBeVisible();
  });

  test('is free of accessibility problems', async () => {
    const { container } = openPane(ready(nothingFound));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
