/** A right that somebody has to sign for. */
export interface RightToReview {
  /** Whose it is, and who is stood in for: none of them decides about it. */
  readonly personId: string;
  readonly substituteFor: string | null;
  readonly isSpecial: boolean;
}

/** Who could sign. All of them can sign in; each list in the order in which they are asked. */
export interface PossibleReviewers {
  /** By person, on the reference day. */
  readonly managers: ReadonlyMap<string, string>;
  readonly administrators: readonly string[];
  readonly secretaries: readonly string[];
  readonly officers: readonly string[];
}

/**
 * The manager knows whether somebody still needs an ordinary right. A special one opens what is confidential: that
 * is for the municipal secretary, who is above all who hold one. Where these are missing, or it is about themselves,
 * another of those who may be the second person for a role (ADR 0010). Nobody reviews their own rights.
 * @returns null when there is nobody.
 */
export function reviewerOf(
  { personId, substituteFor, isSpecial }: RightToReview,
  { managers, administrators, secretaries, officers }: PossibleReviewers,
): string | null {
  const manager = managers.get(personId);
  const inOrder = isSpecial
    ? [...secretaries, ...administrators, ...officers]
    : [...(manager === undefined ? [] : [manager]), ...administrators, ...secretaries, ...officers];
  return inOrder.find((reviewer) => reviewer !== personId && reviewer !== substituteFor) ?? null;
}
