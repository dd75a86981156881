import type { Localised } from '@weerbaar/core/figures';
import { Problem } from '@weerbaar/kernel/problems';

const again: Localised = {
  nl: 'Het inloggen is niet afgemaakt, of het duurde te lang. Begin opnieuw.',
  en: 'Signing in was not finished, or took too long. Begin anew.',
};
const unproven: Localised = {
  nl: 'De inlogdienst van uw organisatie gaf een antwoord dat niet klopt. Probeer het opnieuw. Lukt het dan nog niet? Vraag de beheerder om hulp.',
  en: 'The identity provider of your organisation gave an answer that is not right. Try again. If it fails again, ask the administrator for help.',
};
/** One text for who is unknown and for who was known once. */
const unknown: Localised = {
  nl: 'U bent herkend, maar u hebt hier geen account waarmee dit kan. Vraag de beheerder om een uitnodiging.',
  en: 'You were recognised, but you have no account here that this works for. Ask the administrator for an invitation.',
};

/** Why nobody was signed in by the provider -> what the person is told. The code stands in the audit log. */
const reasons = {
  'no-attempt': again,
  'too-late': again,
  cancelled: {
    nl: 'U hebt het inloggen afgebroken, of de inlogdienst van uw organisatie liet u niet toe.',
    en: 'You cancelled signing in, or the identity provider of your organisation did not let you in.',
  },
  'not-proven': unproven,
  'on-behalf-of-another': unproven,
  'citizen-service-number': unproven,
  'not-strong-enough': {
    nl: 'De inlogdienst van uw organisatie heeft niet om een tweede bewijs gevraagd. Probeer het opnieuw, of gebruik de code van uw app.',
    en: 'The identity provider of your organisation did not ask for a second factor. Try again, or use the code of your app.',
  },
  'unknown-person': unknown,
  'invitation-needed': unknown,
  deactivated: unknown,
  'invitation-ended': {
    nl: 'Uw uitnodiging is al gebruikt of is te oud. Vraag de beheerder om een nieuwe.',
    en: 'Your invitation was used before, or is too old. Ask the administrator for a new one.',
  },
  'account-of-another': {
    nl: 'U hebt bij deze organisatie al een ander account. Vraag de beheerder om hulp.',
    en: 'You have another account at this organisation already. Ask the administrator for help.',
  },
} as const satisfies Record<string, Localised>;

export type RefusalReason = keyof typeof reasons;

/** Nobody is signed in. Holds nothing of what the provider sent. */
export class SignInRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    /** Whose account it was about, as far as that is known. */
    readonly accountId?: string,
  ) {
    super(reason);
    this.name = 'SignInRefused';
  }

  get problem(): Problem {
    return new Problem('sign-in-failed', { detail: reasons[this.reason] });
  }
}
