/** An assessment under way, as text and between two machines. */
import fc from 'fast-check';
import { areas, levels } from '../../src/domain/assessment';
import { type AssessmentDraft, answeredCount, mergeDrafts, readDraft, writeDraft } from '../../src/domain/assessmentDraft';

const answer = fc.record({ level: fc.constantFrom(null, ...levels), evidence: fc.string({ maxLength: 30 }), at: fc.integer({ min: 0, max: 5 }) });
const draftOf = (startedAt: number): fc.Arbitrary<AssessmentDraft> =>
  fc.record({ startedAt: fc.constant(startedAt), assessor: fc.constant('Ines Okafor'), answers: fc.dictionary(fc.constantFrom(...areas), answer, { noNullPrototype: true }) });
const draft = draftOf(7);
const started: AssessmentDraft = { startedAt: 7, assessor: 'Ines Okafor', answers: { roles: { level: 3, evidence: 'Charter of May', at: 1 } } };

test('any text is read without a fault', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
    const read = readDraft(text);
    expect(read === null || answeredCount(read) <= 10).toBe(true);
  }));
});

test('what is written is read again', () => {
  fc.assert(fc.property(draft, (one) => expect(readDraft(writeDraft(null, one))).toEqual(one)));
});

test('what a later version stored beside the answers stays', () => {
  const before = JSON.stringify({ version: 2, startedAt: 7, mood: 'good', answers: { trust: { level: 1 }, roles: { level: 0, photo: 'x' } } });
  expect(JSON.parse(writeDraft(before, started))).toEqual({
    version: 2, startedAt: 7, mood: 'good', assessor: 'Ines Okafor', answers: { trust: { level: 1 }, roles: { level: 3, evidence: 'Charter of May', at: 1, photo: 'x' } },
  });
});

test('starting over leaves nothing of what was there', () => {
  const before = writeDraft(null, { ...started, answers: { staffing: { level: 4, evidence: '', at: 1 } } });
  expect(readDraft(writeDraft(before, { ...started, startedAt: 8 }))?.answers.staffing).toBeUndefined();
});

test('a level that is none, and evidence that is no text, are not answered', () => {
  expect(readDraft('{"answers":{"roles":{"level":7,"evidence":3},"process":"3"}}')).toEqual({ startedAt: 0, assessor: '', answers: { roles: { level: null, evidence: '', at: 0 } } });
});

test('of two machines the newer answer of each area stands, a level taken back among them', () => {
  const mine: AssessmentDraft = { ...started, answers: { roles: { level: 3, evidence: '', at: 1 }, process: { level: 2, evidence: '', at: 9 } } };
  const theirs: AssessmentDraft = { ...started, answers: { roles: { level: null, evidence: '', at: 2 }, process: { level: 4, evidence: '', at: 8 } } };
  expect(mergeDrafts(mine, theirs).answers).toEqual({ roles: { level: null, evidence: '', at: 2 }, process: { level: 2, evidence: '', at: 9 } });
});

test('a later start stands as a whole', () => {
  const again = { ...started, startedAt: 8, answers: {} };
  expect(mergeDrafts(started, again)).toBe(again);
  expect(mergeDrafts(again, started)).toBe(again);
});

test('it does not matter who merges with whom, nor how often', () => {
  fc.assert(fc.property(draft, draft, draft, (a, b, c) => {
    expect(mergeDrafts(a, b)).toEqual(mergeDrafts(b, a));
    expect(mergeDrafts(a, mergeDrafts(b, c))).toEqual(mergeDrafts(mergeDrafts(a, b), c));
    expect(mergeDrafts(a, a)).toEqual(a);
  }));
});
