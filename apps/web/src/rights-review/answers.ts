import type { Schemas } from '../api/client.js';

type Line = Pick<Schemas['ReviewLineView'], 'id'>;

/** What is chosen for each line; `later` says nothing yet. */
export interface LineAnswers {
  readonly lines: Readonly<
    Record<string, { readonly outcome?: Schemas['ReviewOutcome'] | 'later' | null; readonly reason?: string }>
  >;
}

export function outcomeOf({ lines }: LineAnswers, { id }: Line): Schemas['ReviewOutcome'] | undefined {
  const outcome = lines[id]?.outcome;
  return !outcome || outcome === 'later' ? undefined : outcome;
}

/** The lines that will be signed. */
export function chosenIn<Some extends Line>(lines: readonly Some[], answers: LineAnswers): readonly Some[] {
  return lines.filter((line) => outcomeOf(answers, line));
}
