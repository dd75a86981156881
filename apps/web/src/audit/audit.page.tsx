import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { auditors } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { useDates } from '../shell/dates.js';
import { DayFilter } from '../shell/day-filter.js';
import { Filters, SelectFilter, TextFilter } from '../shell/filters.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { oneOf } from '../shell/search.js';
import { Empty, Loaded } from '../shell/states.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';
import { Paragraph } from '../ui.js';
import { auditResults, type AuditSearch, exportAddress } from './audit-search.js';
import { changedFields } from './changed-fields.js';
import { Differences } from './differences.js';

type Entry = Schemas['AuditEntryView'];

const route = getRouteApi('/inside/organisation/audit-entries');

/** As far as the server pages. */
const pagesReach = 10_000;

const looks: Record<Schemas['AuditResult'], readonly [TagTone, TagIcon]> = {
  done: ['ok', 'check'],
  refused: ['attention', 'warning'],
  failed: ['late', 'cross'],
};

/** Who did what, the latest first. Reading it is recorded as well. */
export function AuditPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { page = 1 } = search;
  const entries = useQuery({
    ...organisationQueries.auditEntries({ ...search, page }),
    placeholderData: keepPreviousData,
    // Each reading is an entry of the log: none that nobody asked for.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page
      title={t('audit.title')}
      trail={useOrganisationTrail()}
      roles={auditors}
      tools={
        <a href={exportAddress(search)} download className="ams-button ams-button--secondary">
          {t('audit.export')}
        </a>
      }
    >
      <Paragraph className="measure">{t('audit.lead')}</Paragraph>
      <AuditFilters />
      <Loaded query={entries} rows={8}>
        {({ items, total, totalIsExact, pageSize }) => (
          <>
            <p role="status" className="found">
              {totalIsExact ? t('audit.found', { count: total }) : t('audit.foundMore', { count: total })}
            </p>
            {items.length === 0 ? (
              <Empty>{t('audit.none')}</Empty>
            ) : (
              <ol className="plain-list cards-list">
                {items.map((entry) => (
                  <li key={entry.id} className="card-line">
                    <EntryCard entry={entry} />
                  </li>
                ))}
              </ol>
            )}
            <Paging page={page} pageSize={pageSize} total={Math.min(total, pagesReach)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AuditFilters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: {
    readonly [Name in keyof AuditSearch]: AuditSearch[Name] | undefined;
  }): void => {
    void navigate({ search: (now) => ({ ...now, ...changed, page: undefined }), replace: true });
  };
  const { page: _, ...filter } = search;
  return (
    <Filters
      label={t('audit.title')}
      inUse={Object.values(filter).filter(Boolean).length}
      clear={() => void navigate({ search: {}, replace: true })}
    >
      <TextFilter
        id="action"
        label={t('audit.action')}
        value={search.action}
        choose={(action) => change({ action })}
        meant={codeIn}
      />
      <TextFilter
        id="objectType"
        label={t('audit.objectType')}
        value={search.objectType}
        choose={(objectType) => change({ objectType })}
        meant={codeIn}
      />
      <DayFilter id="from" label={t('audit.from')} value={search.from} choose={(from) => change({ from })} />
      <DayFilter id="to" label={t('audit.to')} value={search.to} choose={(to) => change({ to })} />
      <SelectFilter
        id="result"
        label={t('audit.result')}
        value={search.result ?? ''}
        choose={(value) => change({ result: oneOf(auditResults, value) })}
      >
        <option value="">{t('audit.allResults')}</option>
        {auditResults.map((result) => (
          <option key={result} value={result}>
            {t(`audit.results.${result}`)}
          </option>
        ))}
      </SelectFilter>
    </Filters>
  );
}

/** The server knows codes of small letters, figures and signs only. */
const codeIn = (text: string): string | undefined =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.:-]/g, '')
    .replaceAll(/^[.:-]+|[.:-]+$/g, '') || undefined;

function EntryCard({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation();
  const { moment } = useDates();
  const { action, result, objectType, objectId, origin, actorKind, actorName, occurredAt, sealedAt } = entry;
  const fields = changedFields(entry.before, entry.after);
  const [tone, icon] = looks[result];
  const key = [`auditEvents.${action}`, `block.events.${action}`].find((one) => i18n.exists(one));
  const actor = actorName ?? (actorKind === 'operator' ? t('block.operator') : t('block.system'));
  return (
    <>
      <p className="timeline-head">
        <strong>{key ? t(key as 'block.events.other') : action}</strong>
        <Tag tone={tone} icon={icon}>
          {t(`audit.results.${result}`)}
        </Tag>
      </p>
      <p>
        {actor}, {moment(occurredAt)} <span className="muted">({t(`audit.origins.${origin}`)})</span>
      </p>
      <p className="muted">
        <code>{action}</code> ·{' '}
        <Link
          to="/organisation/audit-entries"
          search={{ objectType: objectType.toLowerCase(), objectId: objectId.toLowerCase() }}
        >
          {t('audit.allOfObject', { type: objectType })}
          <span className="ams-visually-hidden"> {objectId}</span>
        </Link>{' '}
        · {sealedAt ? t('audit.sealed', { number: entry.sequence }) : t('audit.notSealed')}
      </p>
      {entry.erased && <p className="muted">{t('audit.erased')}</p>}
      {fields.length > 0 && (
        <details>
          <summary>
            {t('audit.changed', { count: fields.length })}
            <span className="ams-visually-hidden"> {moment(occurredAt)}</span>
          </summary>
          <Differences of={fields.map((field) => ({ ...field, label: <code>{field.name}</code> }))} />
        </details>
      )}
    </>
  );
}
