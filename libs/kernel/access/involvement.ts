import type { Actor } from '@weerbaar/kernel/context';
import { allow, type Decision, deny } from './decision.js';

/** Whom a matter is about, as far as that is recorded. */
export interface Matter {
  /** Whose it is, and who is named in it. */
  readonly persons: readonly (string | null)[];
  /** Relatives of the one who would decide. */
  readonly relativesOfDecider?: ReadonlySet<string>;
}

/** Nobody decides on what is their own, a relative's, or where they are named. */
export function mayDecideOn(actor: Actor, { persons, relativesOfDecider }: Matter): Decision {
  const named = persons.filter((person) => person !== null);
  if (actor.personId !== null && named.includes(actor.personId)) {
    return deny('U beslist niet over iets van uzelf.', 'You do not decide on a matter of your own.');
  }
  if (named.some((person) => relativesOfDecider?.has(person))) {
    return deny('U beslist niet over iets van uw familie.', 'You do not decide on a matter of your family.');
  }
  return allow;
}

/** Four eyes: the second person is not the first one, and the matter is not theirs. */
export function maySecond(actor: Actor, first: string | null, matter: Matter): Decision {
  if (actor.personId !== null && actor.personId === first) {
    return deny('Iemand anders moet dit bevestigen.', 'Somebody else has to confirm this.');
  }
  return mayDecideOn(actor, matter);
}
