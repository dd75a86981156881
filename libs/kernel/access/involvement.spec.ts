import { type Actor, operatorActor, systemActor } from '@weerbaar/kernel/context';
import { type Matter, mayDecideOn, maySecond } from './involvement.js';

const anna: Actor = { kind: 'person', accountId: 'account', personId: 'anna', roles: new Set() };

describe('who decides on a matter', () => {
  it.each<[string, Matter, boolean]>([
    ['of somebody else', { persons: ['bram'] }, true],
    ['of nobody in particular', { persons: [] }, true],
    ['in which the place of a person is empty', { persons: [null, null] }, true],
    ['of their own', { persons: ['anna'] }, false],
    ['in which they are named beside others', { persons: ['bram', null, 'anna'] }, false],
    ['of a relative', { persons: ['bram'], relativesOfDecider: new Set(['bram']) }, false],
    [
      'of somebody who is no relative of theirs',
      { persons: ['bram'], relativesOfDecider: new Set(['cees']) },
      true,
    ],
    [
      'in which a relative is named',
      { persons: ['dirk', 'cees'], relativesOfDecider: new Set(['cees']) },
      false,
    ],
  ])('%s', (_, matter, allowed) => {
    expect(mayDecideOn(anna, matter).allowed).toBe(allowed);
  });

  it.each([systemActor, operatorActor])('Weerbaar and the operator are nobody in it', (actor) => {
    expect(mayDecideOn(actor, { persons: [null, 'anna'] }).allowed).toBe(true);
  });
});

describe('who is the second person', () => {
  it.each<[string, string | null, Matter, boolean]>([
    ['not the first one', 'anna', { persons: ['bram'] }, false],
    ['not whose it is', 'cees', { persons: ['anna'] }, false],
    [
      'not a relative of whose it is',
      'cees',
      { persons: ['bram'], relativesOfDecider: new Set(['bram']) },
      false,
    ],
    ['somebody else', 'cees', { persons: ['bram'] }, true],
    ['anybody else, where Weerbaar was the first', null, { persons: ['bram'] }, true],
    ['not whose it is, where Weerbaar was the first', null, { persons: ['anna'] }, false],
  ])('%s', (_, first, matter, allowed) => {
    expect(maySecond(anna, first, matter).allowed).toBe(allowed);
  });

  it('is told why not', () => {
    expect(maySecond(anna, 'anna', { persons: [] })).toMatchObject({
      reason: { nl: 'Iemand anders moet dit bevestigen.' },
    });
  });
});
