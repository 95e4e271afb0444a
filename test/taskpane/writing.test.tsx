/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, FluentProvider } from '@fluentui/react-components';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useWriting } from '../../src/taskpane/frame/useWriting';
import { WritingNotice } from '../../src/taskpane/frame/writingNotice';
import type { PaneServices } from '../../src/taskpane/paneServices';
import { samplePortfolio } from './samplePortfolio';
import { ready, sampleWorkbook } from './sampleServices';
import '@testing-library/jest-dom';

const edit = { cell: { sheet: 'Initiatives', row: 4, column: 4 }, value: 'Jane Doe', what: 'Sales sponsor of Analytics on Halden' };

function OnePress({ services }: { readonly services: PaneServices }): ReactNode {
  const [spoken, setSpoken] = useState('');
  const writing = useWriting(services, setSpoken);
  return (
    <FluentProvider>
      <Button onClick={() => void writing.edit(edit)}>Assign</Button>
      <WritingNotice writing={writing} />
      <div role="status">{spoken}</div>
    </FluentProvider>
  );
}

function open() {
  const workbook = sampleWorkbook(ready(samplePortfolio));
  render(<OnePress services={workbook.services} />);
  return { ...workbook, user: userEvent.setup() };
}

const status = (): HTMLElement => screen.getAllByRole('status').at(-1) as HTMLElement;

test('what was written is said, with its cell, and can be undone', async () => {
  const { user, asked } = open();
  await user.click(screen.getByRole('button', { name: 'Assign' }));
  expect(screen.getByText('Sales sponsor of Analytics on Halden: Jane Doe (Initiatives!E5).')).toBeVisible();
  expect(status()).toHaveTextContent('Sales sponsor of Analytics on Halden is written.');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(asked).toEqual(['write Initiatives!E5 = Jane Doe', 'undo']);
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  expect(status()).toHaveTextContent('Sales sponsor of Analytics on Halden is as it was (Initiatives!E5).');
});

test('a cell that somebody changed meanwhile is written over only after a yes', async () => {
  const { user, asked, answerEdit } = open();
  answerEdit({ kind: 'asks', question: 'Initiatives!E5 says "Bob" now. Write "Jane Doe" over it?', over: 'Bob' });
  await user.click(screen.getByRole('button', { name: 'Assign' }));
  await user.click(screen.getByRole('button', { name: 'Keep what is there' }));
  expect(asked).toHaveLength(1);
  answerEdit({ kind: 'asks', question: 'Initiatives!E5 says "Bob" now. Write "Jane Doe" over it?', over: 'Bob' });
  await user.click(screen.getByRole('button', { name: 'Assign' }));
  await user.click(screen.getByRole('button', { name: 'Write over it' }));
  expect(asked.at(-1)).toBe('write Initiatives!E5 = Jane Doe over Bob');
  expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
});

test('what could not be written is said in its sentence until the user has seen it', async () => {
  const { user, answerEdit } = open();
  answerEdit({ kind: 'failed', message: 'The sheet Initiatives is protected.' });
  await user.click(screen.getByRole('button', { name: 'Assign' }));
  expect(screen.getByRole('group', { name: 'The sheet Initiatives is protected.' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('group', { name: 'The sheet Initiatives is protected.' })).not.toBeInTheDocument();
});
