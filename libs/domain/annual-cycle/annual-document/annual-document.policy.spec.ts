import type { Actor, Role } from '@weerbaar/kernel/context';
import type { AdoptionStep } from './adoption-step.js';
import { abilities, mayRead } from './annual-document.policy.js';

const someone = (...roles: Role[]): Actor => ({
  kind: 'person',
  accountId: 'account',
  personId: 'person',
  roles: new Set(roles),
});

const collegeStep: AdoptionStep = {
  sequence: 4,
  body: 'college',
  nameNl: '',
  nameEn: '',
  kind: 'decision',
  recordedByRole: 'municipal-secretary',
};

const nothing = { edit: false, submit: false, decide: false, publish: false, correct: false };

describe('who may do what with a plan or report', () => {
  it.each([
    [
      'the adviser with a draft',
      someone('integrity-adviser'),
      'draft',
      { ...nothing, edit: true, submit: true },
    ],
    ['the adviser with what is being decided', someone('integrity-adviser'), 'submitted', nothing],
    [
      'the secretary whose step it is',
      someone('municipal-secretary'),
      'submitted',
      { ...nothing, decide: true },
    ],
    ['the works council at a step of the college', someone('works-council'), 'submitted', nothing],
    ['the secretary with a draft', someone('municipal-secretary'), 'draft', nothing],
    [
      'the adviser with what is adopted',
      someone('integrity-adviser'),
      'adopted',
      { ...nothing, publish: true, correct: true },
    ],
    [
      'the adviser with what is published',
      someone('integrity-adviser'),
      'published',
      { ...nothing, correct: true },
    ],
    ['the administrator', someone('administrator', 'employee'), 'draft', nothing],
  ] as const)('%s', (_, actor, status, expected) => {
    expect(abilities(actor, { status }, collegeStep)).toEqual(expected);
  });
});

describe('who sees a plan or report', () => {
  it.each([
    ['the adviser', someone('integrity-adviser'), true, true],
    ['the secretary', someone('municipal-secretary'), true, true],
    ['the works council', someone('works-council'), false, true],
    ['a confidential adviser', someone('confidential-adviser-integrity'), false, true],
  ])('%s', (_, actor, draft, submitted) => {
    expect(mayRead(actor, { status: 'draft' }).allowed).toBe(draft);
    expect(mayRead(actor, { status: 'submitted' }).allowed).toBe(submitted);
  });
});
