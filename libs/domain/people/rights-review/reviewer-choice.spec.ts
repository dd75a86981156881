import { type PossibleReviewers, reviewerOf } from './reviewer-choice.js';

const people: PossibleReviewers = {
  managers: new Map([
    ['clerk', 'head'],
    ['head', 'secretary'],
  ]),
  secretaries: ['secretary'],
  administrators: ['administrator', 'second-administrator'],
  officers: ['officer'],
};
const alone: PossibleReviewers = {
  managers: new Map(),
  secretaries: [],
  administrators: ['administrator'],
  officers: [],
};

function asked(
  personId: string,
  isSpecial: boolean,
  who: PossibleReviewers = people,
  substituteFor: string | null = null,
): string | null {
  return reviewerOf({ personId, isSpecial, substituteFor }, who);
}

describe('who is asked about an ordinary right', () => {
  it('the manager of that day', () => {
    expect(asked('clerk', false)).toBe('head');
  });

  it('an administrator, where nobody manages them', () => {
    expect(asked('secretary', false)).toBe('administrator');
  });

  it('another administrator, where that would be themselves', () => {
    expect(asked('administrator', false)).toBe('second-administrator');
  });

  it('an administrator, where the manager is the one who is stood in for', () => {
    expect(asked('clerk', false, people, 'head')).toBe('administrator');
  });
});

describe('who is asked about a special right', () => {
  it('the municipal secretary, also where somebody else is the manager', () => {
    expect(asked('clerk', true)).toBe('secretary');
    expect(asked('administrator', true)).toBe('secretary');
  });

  it('an administrator, for the secretary and for who stands in for them', () => {
    expect(asked('secretary', true)).toBe('administrator');
    expect(asked('clerk', true, people, 'secretary')).toBe('administrator');
  });

  it('nobody, for the only one there is', () => {
    expect(asked('administrator', true, alone)).toBeNull();
    expect(asked('administrator', false, alone)).toBeNull();
    expect(asked('administrator', true, { ...alone, officers: ['officer'] })).toBe('officer');
  });
});

it('nobody is ever asked about themselves', () => {
  const everybody = ['clerk', 'head', 'secretary', 'administrator', 'second-administrator', 'officer'];
  for (const personId of everybody)
    for (const isSpecial of [true, false])
      for (const substituteFor of [null, ...everybody]) {
        const reviewer = asked(personId, isSpecial, people, substituteFor);
        expect([personId, substituteFor]).not.toContain(reviewer);
      }
});
