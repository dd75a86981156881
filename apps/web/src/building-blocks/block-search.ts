/** What the page of the integrity system shows, as it stands in its address. */
export interface BlockSearch {
  /** Absent: the judgement of the adviser. */
  readonly basis?: 'derived';
  readonly state?: Judgement;
  /** `mine`, `none`, or the name of an owner. */
  readonly owner?: string;
  readonly review?: 'overdue';
}

export const judgements = ['sufficient', 'partial', 'insufficient', 'unknown'] as const;
export type Judgement = (typeof judgements)[number];

/** Whatever somebody types in the address bar: what means nothing is left out. */
export function blockSearch({ basis, state, owner, review }: Record<string, unknown>): BlockSearch {
  return {
    ...(basis === 'derived' && { basis }),
    ...(isJudgement(state) && { state }),
    ...(typeof owner === 'string' && owner !== '' && { owner }),
    ...(review === 'overdue' && { review }),
  };
}

export function isJudgement(value: unknown): value is Judgement {
  return judgements.some((judgement) => judgement === value);
}
