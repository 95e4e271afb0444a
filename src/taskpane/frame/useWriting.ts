/** Writes to single cells as the user presses for them: what was written and can be undone, and what is asked before writing over somebody's change. */
import { useCallback, useState } from 'react';
import { cellAddress } from '../../domain/cell';
import type { CellEdit, EditJournal, EditResult } from '../../excel/editState';
import type { PaneServices } from '../paneServices';
import { frame } from '../sentences/frame';
import { useStore } from './useStore';

interface Question {
  readonly text: string;
  readonly over: string;
  /** Does the same with a yes to the question. */
  readonly again: (over: string) => Promise<EditResult>;
  readonly said: string;
}

export interface Writing {
  readonly last: EditJournal['last'];
  readonly question: string | null;
  /** Writes over what is there now, or leaves it. */
  readonly answer: (over: boolean) => void;
  readonly failure: string | null;
  /** Resolves to whether the cell holds the value now; a question that was put to the user counts as not yet. */
  readonly edit: (edit: CellEdit) => Promise<boolean>;
  readonly undo: () => void;
  /** The user has seen what was done or what failed. */
  readonly dismiss: () => void;
}

export function useWriting({ edits }: PaneServices, announce: (sentence: string) => void): Writing {
  const { last } = useStore(edits);
  const [question, setQuestion] = useState<Question | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const settle = useCallback((result: EditResult, said: string, again: Question['again']): boolean => {
    setFailure(result.kind === 'failed' ? result.message : null);
    setQuestion(result.kind === 'asks' ? { text: result.question, over: result.over, again, said } : null);
    announce(result.kind === 'done' ? said : result.kind === 'asks' ? result.question : result.message);
    return result.kind === 'done';
  }, [announce]);

  const edit = useCallback(async (wanted: CellEdit): Promise<boolean> => {
    const write = (over?: string): Promise<EditResult> => edits.edit(over === undefined ? wanted : { ...wanted, over });
    return settle(await write(), frame.written(wanted.what), write);
  }, [edits, settle]);
  const undo = (): void => {
    if (last === null) return;
    const said = frame.undone(last.what, cellAddress(last.cell));
    void edits.undo().then((result) => settle(result, said, (over) => edits.undo(over)));
  };
  const answer = (over: boolean): void => {
    setQuestion(null);
    if (over && question !== null) void question.again(question.over).then((result) => settle(result, question.said, question.again));
  };
  const dismiss = (): void => {
    setFailure(null);
    edits.dismiss();
  };
  return { last, question: question?.text ?? null, answer, failure, edit, undo, dismiss };
}
