/** Answers of the practice assessment from tables that one can read: a date, an area and a level in each row, blank for not answered. */
import { type Answer, areas, levels } from '../../src/domain/assessment';
import { day } from './portfolioRows';

/** Columns parted by bars; rows of the sheet count from 1. */
export function answersOf(text: string): readonly Answer[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line, index): Answer => {
    const [date = '', area = '', level = ''] = line.split('|').map((cell) => cell.trim());
    const known = areas.find((name) => name === area);
    if (known === undefined) throw new Error(`"${area}" is no area.`);
    return {
      row: index + 1,
      date: day(date),
      assessor: null,
      area: known,
      level: levels.find((number) => String(number) === level) ?? null,
      evidence: null,
    };
  });
}

/** All ten areas on one day, their levels in the order of the method; `-` for not answered. */
export function levelsOn(date: string, inOrder: string): readonly Answer[] {
  return answersOf(areas.map((area, index) => `${date} | ${area} | ${inOrder[index] ?? ''}`).join('\n'));
}
