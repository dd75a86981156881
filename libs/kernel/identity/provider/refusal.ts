/** Why nobody was signed in by the provider -> what the person is told. The reason itself stands in the audit log. */
const reasons = {
  'no-attempt': 'again',
  'too-late': 'again',
  cancelled: 'cancelled',
  'not-proven': 'unproven',
  'on-behalf-of-another': 'unproven',
  'citizen-service-number': 'unproven',
  'not-strong-enough': 'not-strong-enough',
  // The same for who is unknown and for who was known once.
  'unknown-person': 'unknown',
  'invitation-needed': 'unknown',
  deactivated: 'unknown',
  'invitation-ended': 'invitation-ended',
  'account-of-another': 'account-of-another',
} as const;

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

  /** By what name the pages know it. */
  get told(): string {
    return reasons[this.reason];
  }
}
