import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SortableColumn } from '../shell/sortable-table.js';
import { Button } from '../ui.js';
import type { Action } from './action-search.js';

interface Chosen {
  /** Those of the actions that are shown. */
  readonly chosen: readonly Action[];
  readonly choose: (actions: readonly Action[]) => void;
  /** With a box for each. */
  readonly column: SortableColumn<Action>;
}

/** Which of the actions in a table somebody has chosen to do something with. */
export function useChosen(shown: readonly Action[], atFirst: readonly Action[] = []): Chosen {
  const { t } = useTranslation();
  const [ids, setIds] = useState<ReadonlySet<string>>(() => idsOf(atFirst));
  return {
    chosen: shown.filter(({ id }) => ids.has(id)),
    choose: (actions) => setIds(idsOf(actions)),
    column: {
      key: 'choose',
      head: t('cycle.choose'),
      cell: ({ id, number }) => (
        <span className="check">
          <input
            type="checkbox"
            aria-label={t('cycle.chooseOne', { number })}
            checked={ids.has(id)}
            onChange={() => setIds(toggled(ids, id))}
          />
        </span>
      ),
    },
  };
}

interface ChooseAllProps extends Pick<Chosen, 'chosen' | 'choose'> {
  readonly shown: readonly Action[];
  /** What the button says, as long as not all are. */
  readonly label: string;
}

export function ChooseAll({ shown, label, chosen, choose }: ChooseAllProps) {
  const { t } = useTranslation();
  const areAll = chosen.length === shown.length;
  return (
    <Button variant="tertiary" onClick={() => choose(areAll ? [] : shown)}>
      {areAll ? t('cycle.chooseNone') : label}
    </Button>
  );
}

const idsOf = (actions: readonly Action[]): ReadonlySet<string> => new Set(actions.map(({ id }) => id));

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]);
}
