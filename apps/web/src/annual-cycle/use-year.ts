import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';

/** The year in the address, and the pages above the one that is shown. */
export function useYear() {
  const { t } = useTranslation();
  const { year: text = '' } = useParams({ strict: false });
  const year = Number(text);
  const params = { year: text };
  const start = { label: t('pages.start'), to: '/' } as const;
  const cycle = { label: t('cycle.title', { year }), to: '/annual-cycles/$year', params } as const;
  const findings = { label: t('cycle.findings'), to: '/annual-cycles/$year/findings', params } as const;
  const actions = { label: t('cycle.actions'), to: '/annual-cycles/$year/actions', params } as const;
  return {
    year,
    params,
    trails: {
      cycle: [start, cycle],
      findings: [start, cycle, findings],
      actions: [start, cycle, actions],
    },
  };
}

/** What the building block of a thing is called. */
export function useBlockNames(): (id: string | null | undefined) => string {
  const blocks = useQuery(queries.buildingBlocks).data?.items ?? [];
  const names = new Map(
    blocks.map(({ id, code, name }: Schemas['BuildingBlockSummary']) => [id, `${code} ${name}`]),
  );
  return (id) => names.get(id ?? '') ?? '–';
}
