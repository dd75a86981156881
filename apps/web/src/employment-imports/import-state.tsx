import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';

export type EmploymentImport = Schemas['EmploymentImportView'];

/** `faulty` is compared as `planned` is, and can't be applied. */
type ShownState = Schemas['EmploymentImportState'] | 'faulty';

const looks: Record<ShownState, readonly [TagTone, TagIcon]> = {
  planning: ['info', 'running'],
  planned: ['attention', 'clock'],
  faulty: ['late', 'warning'],
  applying: ['info', 'running'],
  applied: ['ok', 'check'],
  outdated: ['plain', 'cross'],
  failed: ['late', 'cross'],
};

export function shownState({ state, totals }: EmploymentImport): ShownState {
  return state === 'planned' && totals && totals.fault > 0 ? 'faulty' : state;
}

/** Whether anything would be different. */
export function changes({ totals }: EmploymentImport): boolean {
  return !!totals && totals.added + totals.changed + totals.ended > 0;
}

export function ImportState({ of }: { readonly of: EmploymentImport }) {
  const { t } = useTranslation();
  const state = shownState(of);
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`imports.states.${state}`)}
    </Tag>
  );
}
