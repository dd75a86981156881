import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { IfPermitted } from '../shell/states.js';
import { cycleOf } from '../start/cycle.js';
import { blockQueries } from './queries.js';

interface ActionsThisYearProps {
  readonly buildingBlockId: string;
  readonly children: (actions: readonly Schemas['ActionView'][], year: number) => ReactNode;
}

/** What is done for a block in the year that people work in. Who may not see the plan sees nothing of it. */
export function ActionsThisYear({ buildingBlockId, children }: ActionsThisYearProps) {
  const cycles = useQuery(queries.annualCycles);
  const year = cycleOf(cycles.data?.items ?? [])?.year;
  const actions = useQuery({
    ...blockQueries.actions(year ?? 0, buildingBlockId),
    enabled: year !== undefined,
  });
  return (
    <IfPermitted query={cycles}>
      {() =>
        year !== undefined && (
          <IfPermitted query={actions}>{({ items }) => children(items, year)}</IfPermitted>
        )
      }
    </IfPermitted>
  );
}
