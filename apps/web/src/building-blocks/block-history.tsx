import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Changes, type FieldWords } from '../audit/changes.js';
import { OwnerName } from '../audit/owner-name.js';
import { useDates } from '../shell/dates.js';
import { GrowingList } from '../shell/growing-list.js';
import { Section } from '../shell/page.js';
import { blockQueries } from './queries.js';
import type { BlockDetails } from './use-block.js';

/** Who did what to it, the latest first. */
export function BlockHistory({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const history = useInfiniteQuery(blockQueries.history(block.id));
  return (
    <Section id="history" title={t('block.history')}>
      <GrowingList query={history} empty={t('block.noHistory')} keyOf={({ id }) => id}>
        {(entry) => <HistoryLine entry={entry} />}
      </GrowingList>
    </Section>
  );
}

const events = [
  'catalogue.building-block-added',
  'catalogue.building-block-changed',
  'catalogue.building-block-ended',
  'catalogue.policy-document-added',
  'catalogue.policy-document-version-added',
  'catalogue.assessment-added',
  'catalogue.network-member-added',
  'catalogue.network-member-removed',
  'catalogue.state-derived',
] as const;

/** What is told of a block that was changed. */
function useBlockWords(): Readonly<Record<string, FieldWords>> {
  const { t } = useTranslation();
  const { day } = useDates();
  const dayOf = (value: unknown) => day(String(value));
  return {
    code: { label: t('blockForms.code') },
    name: { label: t('blockForms.name') },
    purpose: { label: t('block.purpose') },
    owner: { label: t('block.owner'), wordsOf: (owner) => <OwnerName owner={owner} /> },
    reviewIntervalMonths: {
      label: t('block.interval'),
      wordsOf: (value) => t('block.months', { count: Number(value) }),
    },
    validFrom: { label: t('block.since'), wordsOf: dayOf },
    validTo: { label: t('block.ended'), wordsOf: dayOf },
  };
}

function HistoryLine({ entry }: { readonly entry: Schemas['HistoryEntryView'] }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  const fields = useBlockWords();
  const event = events.find((known) => known === entry.action) ?? 'other';
  const who = entry.actorName ?? (entry.actorKind === 'operator' ? t('block.operator') : t('block.system'));
  return (
    <>
      <p className="timeline-head">
        <strong>{t(`block.events.${event}`)}</strong>
      </p>
      <Changes entry={entry} fields={fields} />
      <p className="muted">
        {who}, <time dateTime={entry.occurredAt}>{moment(entry.occurredAt)}</time>
      </p>
    </>
  );
}
