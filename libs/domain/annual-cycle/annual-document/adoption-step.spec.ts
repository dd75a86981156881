import {
  type AdoptionDecision,
  type AdoptionOutcome,
  adoptionDay,
  type AdoptionStep,
  currentStep,
} from './adoption-step.js';

const step = (sequence: number, kind: AdoptionStep['kind']): AdoptionStep => ({
  sequence,
  body: `body-${sequence}`,
  nameNl: '',
  nameEn: '',
  kind,
  recordedByRole: 'municipal-secretary',
});

const route = [step(1, 'decision'), step(2, 'discussion'), step(3, 'decision'), step(4, 'information')];

const decided = (
  sequence: number,
  outcome: AdoptionOutcome,
  decidedOn = `2026-02-0${sequence}`,
): AdoptionDecision => ({
  id: `${sequence}-${outcome}`,
  documentId: 'document',
  sequence,
  outcome,
  decidedOn,
  reference: null,
  reason: null,
  recordedAt: new Date('2026-02-01T00:00:00Z'),
  recordedBy: null,
});

describe('the adoption route', () => {
  it('goes step by step, in order', () => {
    expect(currentStep(route, [])?.sequence).toBe(1);
    expect(currentStep(route, [decided(1, 'approved')])?.sequence).toBe(2);
  });

  it('ends after the last step', () => {
    const all = [
      decided(1, 'approved'),
      decided(2, 'discussed'),
      decided(3, 'approved'),
      decided(4, 'informed'),
    ];
    expect(currentStep(route, all)).toBeUndefined();
  });

  it('starts anew after the document was sent back: earlier approvals were of another text', () => {
    const decisions = [decided(1, 'approved'), decided(2, 'sent-back')];
    expect(currentStep(route, decisions)?.sequence).toBe(1);
    expect(adoptionDay(route, decisions)).toBeUndefined();
  });

  it('counts as adopted on the day of the last decision, not of the council being informed', () => {
    const all = [
      decided(1, 'approved'),
      decided(2, 'discussed'),
      decided(3, 'approved'),
      decided(4, 'informed'),
    ];
    expect(adoptionDay(route, all)).toBe('2026-02-03');
  });
});
