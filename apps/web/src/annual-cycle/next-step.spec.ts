import type { Schemas } from '../api/client.js';
import { nextStepOf, type Standing } from './next-step.js';

type Document = Schemas['AnnualDocumentView'];

const nothing = { edit: false, submit: false, decide: false, publish: false, correct: false };

function made(status: Document['status'], changes: Partial<Document> = {}): Document {
  const document = { id: 'a', version: 1, year: 2027, kind: 'plan', revision: 1, status, abilities: nothing };
  return { ...document, ...changes } as Document;
}

const adviser: Standing = {
  phase: 'plan',
  edit: true,
  findings: 0,
  unanswered: 0,
  actions: 0,
  openBefore: 0,
  hasCarriedOver: false,
  documents: [],
};

const kindOf = (changes: Partial<Standing>) => nextStepOf({ ...adviser, ...changes })?.kind;

describe('whoever runs the year', () => {
  it.each<[string, Partial<Standing>, string]>([
    ['begins with what the plan starts from', {}, 'addFindings'],
    ['answers each of that', { findings: 3, unanswered: 2, actions: 1 }, 'makeActions'],
    ['plans actions', { findings: 3 }, 'addActions'],
    ['begins with that too after a year that left something open', { openBefore: 2 }, 'addFindings'],
    ['takes over what was left open', { findings: 3, openBefore: 2 }, 'carryOver'],
    ['does so before the plan begins', { actions: 3, openBefore: 2 }, 'carryOver'],
    ['leaves behind what was left out', { actions: 3, openBefore: 2, hasCarriedOver: true }, 'beginPlan'],
    ['begins the plan', { findings: 3, actions: 3 }, 'beginPlan'],
    ['begins the plan of actions that answer nothing', { actions: 3 }, 'beginPlan'],
    ['writes it, whatever came in since', { unanswered: 2, documents: [made('draft')] }, 'write'],
    ['waits for the bodies', { documents: [made('submitted')] }, 'await'],
    [
      'publishes what was adopted',
      { documents: [made('adopted', { abilities: { ...nothing, publish: true } })] },
      'publish',
    ],
    ['goes on to carrying out', { documents: [made('published')] }, 'nextPhase'],
    ['follows the progress', { phase: 'execute', documents: [made('published')] }, 'progress'],
    ['still has a late plan adopted', { phase: 'execute', documents: [made('submitted')] }, 'await'],
    ['looks whether the blocks work', { phase: 'evaluate' }, 'assess'],
    ['gives account', { phase: 'report', documents: [made('published')] }, 'beginReport'],
    [
      'begins the next year',
      { phase: 'report', documents: [made('published', { kind: 'report' })] },
      'nextYear',
    ],
    [
      'writes a correction of what was published',
      { documents: [made('draft', { revision: 2 }), made('published')] },
      'write',
    ],
  ])('%s', (_, standing, kind) => expect(kindOf(standing)).toBe(kind));
});

describe('somebody else', () => {
  const other = { ...adviser, edit: false };

  it('has nothing to do while the plan is written', () => {
    expect(nextStepOf({ ...other, unanswered: 3, documents: [made('draft')] })).toBeUndefined();
    expect(nextStepOf({ ...other, documents: [made('published')] })).toBeUndefined();
  });

  it('decides what is theirs to decide, of another year as well', () => {
    const report = made('submitted', {
      id: 'b',
      year: 2026,
      kind: 'report',
      abilities: { ...nothing, decide: true },
    });
    expect(nextStepOf({ ...other, documents: [made('submitted'), report] })).toEqual({
      kind: 'decide',
      document: report,
    });
  });

  it('reads for whom it waits', () => {
    expect(nextStepOf({ ...other, documents: [made('submitted')] })?.kind).toBe('await');
    expect(nextStepOf({ ...other, documents: [made('adopted')] })?.kind).toBe('awaitPublishing');
  });
});
