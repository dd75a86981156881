/**
 * `planning`: it is being compared. `planned`: what it would do can be seen, and confirmed when there are no faults.
 * `applying`: somebody confirmed. `applied`: it is so. `outdated`: our records changed after it was compared, so that
 * it would do something else than was shown; nothing was applied. `failed`: the work broke down; nothing was applied.
 */
export const importStates = ['planning', 'planned', 'applying', 'applied', 'outdated', 'failed'] as const;

export type ImportState = (typeof importStates)[number];

/** Only one import of an organisation may be in one of these. */
export const statesUnderWay: readonly ImportState[] = ['planning', 'applying'];

/** The work in each of them. */
export const planImportJobName = 'people.plan-import';
export const applyImportJobName = 'people.apply-import';
