/** The numbers by which office.js knows Excel's events, and how a class says that it raises one. */
import type { EventSource } from '../objectModel';
import type { Book } from './book';

export const EventId = {
  documentSelectionChanged: 2,
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  paneVisibilityChanged: 65_539,
} as const;

/** The target of events that concern the workbook as a whole. */
export const WORKBOOK_TARGET = 'Workbook';

/** `wire` completes the names of the registration methods: `_Register${wire}`. */
export function eventSource<S>(type: number, wire: string, place: (self: S) => { readonly book: Book; readonly target: string }): EventSource<S> {
  return {
    type,
    wire,
    listen: (self, eventType, on) => {
      const { book, target } = place(self);
      book.listen(eventType, target, on);
    },
  };
}
