import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { isProblem } from '../api/problem.js';
import { cycleOf } from '../start/cycle.js';
import { ActionStatusTag } from '../start/action-status.js';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { Button, Heading, Paragraph } from '../ui.js';
import { JudgementTag } from './judgement.js';
import { aspects } from './state.js';

const route = getRouteApi('/inside/building-blocks/$buildingBlockId');

type Details = Schemas['BuildingBlockDetails'];

/** One building block with everything of it, to read. */
export function BlockPage() {
  const { t } = useTranslation();
  const { buildingBlockId } = route.useParams();
  const block = useQuery(queries.buildingBlock(buildingBlockId));
  return (
    <Page
      key={buildingBlockId}
      title={block.data ? `${block.data.code} ${block.data.name}` : t('system.block')}
      trail={[
        { label: t('pages.start'), to: '/' },
        { label: t('pages.system'), to: '/building-blocks' },
      ]}
    >
      <Loaded query={block} rows={8}>
        {(details) => <Everything block={details} />}
      </Loaded>
    </Page>
  );
}

function Everything({ block }: { readonly block: Details }) {
  return (
    <div className="with-aside">
      <div>
        <Purpose block={block} />
        <State block={block} />
        <Documents block={block} />
        <Assessments block={block} />
        <Actions block={block} />
        <History block={block} />
      </div>
      <Facts block={block} />
    </div>
  );
}

function Facts({ block }: { readonly block: Details }) {
  const { t } = useTranslation();
  const { day, language } = useDates();
  const theme = useQuery(queries.themes).data?.find(({ code }) => code === block.theme);
  const { reference, network, nextReviewOn, validTo } = block;
  return (
    <aside className="aside" aria-labelledby="facts">
      <Heading level={2} size="level-3" id="facts">
        {t('block.facts')}
      </Heading>
      {theme && (
        <Paragraph size="small">
          {t('block.theme', { code: theme.code, name: theme.name[language] })}
        </Paragraph>
      )}
      <dl className="facts">
        <Fact term={t('block.owner')}>{block.owner?.name ?? t('system.noOwner')}</Fact>
        <Fact term={t('block.network')}>
          {network.length > 0 ? network.map(({ name }) => name).join(', ') : t('block.nobody')}
        </Fact>
        {nextReviewOn && <Fact term={t('block.review')}>{day(nextReviewOn)}</Fact>}
        <Fact term={t('block.interval')}>{t('block.months', { count: block.reviewIntervalMonths })}</Fact>
        <Fact term={t('block.since')}>{day(block.validFrom)}</Fact>
        {validTo && <Fact term={t('block.ended')}>{day(validTo)}</Fact>}
        {reference && (
          <Fact term={t('block.nature')}>
            {t(`block.natures.${reference.nature}`)}. {t(`block.controls.${reference.control}`)}.
          </Fact>
        )}
      </dl>
    </aside>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Purpose({ block: { purpose, reference } }: { readonly block: Details }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const norms = reference
    ? [reference.legalBasis, ...reference.baseNorms].filter((norm) => norm !== null && norm !== undefined)
    : [];
  return (
    <>
      <Section id="purpose" title={t('block.purpose')}>
        <Paragraph className="measure">
          {purpose ?? reference?.purpose[language] ?? t('block.noPurpose')}
        </Paragraph>
      </Section>
      {norms.length > 0 && (
        <Section id="law" title={t('block.law')}>
          <List texts={norms.map((norm) => norm[language])} />
        </Section>
      )}
      {reference && reference.evidence.length > 0 && (
        <Section id="evidence" title={t('block.evidence')}>
          <List texts={reference.evidence.map((text) => text[language])} />
        </Section>
      )}
    </>
  );
}

function List({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className="list measure">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function State({ block }: { readonly block: Details }) {
  const { t } = useTranslation();
  const { day, language } = useDates();
  return (
    <Section id="state" title={t('block.state')}>
      <div className="aspects">
        {aspects.map((aspect) => {
          const { derived, assessed } = block.state.find((one) => one.aspect === aspect) ?? {};
          return (
            <div key={aspect} className="aspect">
              <Heading level={3}>{t(`aspects.${aspect}`)}</Heading>
              <p className="muted">{t(`aspectHints.${aspect}`)}</p>
              <h4>{t('block.judged')}</h4>
              <JudgementTag judgement={assessed?.judgement ?? 'unknown'} />
              <p>
                {assessed ? (
                  <>
                    {assessed.reason}{' '}
                    <span className="muted">{t('block.on', { day: day(assessed.assessedOn) })}</span>
                  </>
                ) : (
                  t('block.notJudged')
                )}
              </p>
              <h4>{t('block.derived')}</h4>
              <JudgementTag judgement={derived?.judgement ?? 'unknown'} />
              {derived && (
                <p>
                  {derived.grounds[language]}{' '}
                  <span className="muted">{t('block.on', { day: day(derived.recordedOn) })}</span>
                </p>
              )}
            </div>
          );
        })}
      </div>
    </Section>
  );
}

function Documents({ block }: { readonly block: Details }) {
  const { t } = useTranslation();
  const documents = useQuery(queries.policyDocuments(block.id));
  return (
    <Section id="documents" title={t('block.documents')}>
      <Loaded query={documents} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('block.noDocuments')}</Empty>
          ) : (
            <ul className="plain-list cards-list">
              {items.map((document) => (
                <li key={document.id} className="card-line">
                  <Document document={document} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Document({ document }: { readonly document: Schemas['PolicyDocumentView'] }) {
  const { t } = useTranslation();
  const [newest, ...earlier] = document.versions.toSorted((a, b) => b.number - a.number);
  return (
    <>
      <p className="muted">{t(`block.kinds.${document.kind}`)}</p>
      <Heading level={3}>{document.title}</Heading>
      {newest && <Version document={document} version={newest} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t('block.earlier', { count: earlier.length })}</summary>
          {earlier.map((version) => (
            <Version key={version.number} document={document} version={version} />
          ))}
        </details>
      )}
    </>
  );
}

interface VersionProps {
  readonly document: Schemas['PolicyDocumentView'];
  readonly version: Schemas['PolicyDocumentVersionView'];
}

function Version({ document: { id, title }, version }: VersionProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const { number, adoptedOn, adoptedBy, validFrom, publicationPlace: place, changeNote } = version;
  return (
    <div className="version">
      <p>
        <strong>{t('block.version', { number })}</strong>{' '}
        {version.inForce && (
          <Tag tone="ok" icon="check">
            {t('block.inForce')}
          </Tag>
        )}
      </p>
      <p>
        {t('block.adopted', { day: day(adoptedOn), body: adoptedBy })}.{' '}
        {t('block.validFrom', { day: day(validFrom) })}.
      </p>
      {changeNote && <p>{changeNote}</p>}
      {place && <p className="muted">{t('block.place', { place })}</p>}
      {version.hasFile && (
        <p>
          <a href={`/api/v1/policy-documents/${id}/versions/${number}/file`}>
            {t('block.download')}
            <span className="ams-visually-hidden"> {t('block.downloadOf', { number, title })}</span>
          </a>
        </p>
      )}
    </div>
  );
}

function Assessments({ block }: { readonly block: Details }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const assessments = useQuery(queries.assessments(block.id));
  return (
    <Section id="assessments" title={t('block.assessments')}>
      <Loaded query={assessments} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('block.noAssessments')}</Empty>
          ) : (
            <Shortened rows={items}>
              {(rows) => (
                <ol className="plain-list timeline">
                  {rows.map((one) => (
                    <li key={one.id}>
                      <p className="timeline-head">
                        <strong>{t(`aspects.${one.aspect}`)}</strong>{' '}
                        <JudgementTag judgement={one.judgement} />{' '}
                        <span className="muted">{day(one.assessedOn)}</span>
                      </p>
                      <p>{one.reason}</p>
                      <p className="muted">
                        {one.evidence}
                        {one.periodFrom !== one.periodTo &&
                          ` ${t('block.period', { from: day(one.periodFrom), to: day(one.periodTo) })}.`}
                      </p>
                      {one.hasEvidenceFile && (
                        <p>
                          <a href={`/api/v1/assessments/${one.id}/evidence-file`}>
                            {t('block.evidenceFile')}
                          </a>
                        </p>
                      )}
                    </li>
                  ))}
                </ol>
              )}
            </Shortened>
          )
        }
      </Loaded>
    </Section>
  );
}

/** Who may not see the plan sees no heading of it either. */
function Actions({ block }: { readonly block: Details }) {
  const { t } = useTranslation();
  const cycles = useQuery(queries.annualCycles);
  const year = cycleOf(cycles.data?.items ?? [])?.year;
  const actions = useQuery({ ...queries.actions(year ?? 0), enabled: year !== undefined });
  if (year === undefined || isProblem(actions.error, 'not-permitted', 'step-up-needed')) return null;
  return (
    <Section id="actions" title={t('block.actions', { year })}>
      <Loaded query={actions} rows={2}>
        {({ items }) => {
          const own = items.filter(({ buildingBlockId }) => buildingBlockId === block.id);
          if (own.length === 0) return <Empty>{t('block.noActions', { year })}</Empty>;
          return (
            <Table
              label={t('block.actions', { year })}
              rows={own}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  head: t('block.action'),
                  isName: true,
                  cell: ({ number, title }) => `${number}. ${title}`,
                },
                {
                  key: 'owner',
                  head: t('block.owner'),
                  cell: ({ owner }) => owner?.name ?? t('system.noOwner'),
                },
                { key: 'quarter', head: t('block.quarter'), cell: ({ quarter }) => quarter, isNumber: true },
                {
                  key: 'status',
                  head: t('block.status'),
                  cell: ({ status }) => <ActionStatusTag status={status} />,
                },
              ]}
            />
          );
        }}
      </Loaded>
    </Section>
  );
}

function History({ block }: { readonly block: Details }) {
  const { t } = useTranslation();
  const history = useQuery(queries.history(block.id));
  return (
    <Section id="history" title={t('block.history')}>
      <Loaded query={history} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('block.noHistory')}</Empty>
          ) : (
            <Shortened rows={items}>
              {(rows) => (
                <ol className="plain-list timeline">
                  {rows.map((entry) => (
                    <HistoryLine key={entry.id} entry={entry} />
                  ))}
                </ol>
              )}
            </Shortened>
          )
        }
      </Loaded>
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

function HistoryLine({ entry }: { readonly entry: Schemas['HistoryEntryView'] }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  const event = events.find((known) => known === entry.action) ?? 'other';
  const who = entry.actorName ?? (entry.actorKind === 'operator' ? t('block.operator') : t('block.system'));
  return (
    <li>
      <p className="timeline-head">
        <strong>{t(`block.events.${event}`)}</strong>
      </p>
      <p className="muted">
        {who}, <time dateTime={entry.occurredAt}>{moment(entry.occurredAt)}</time>
      </p>
    </li>
  );
}

const shortList = 4;

/** The newest few, and the rest on request: ten years of history is much to scroll past. */
function Shortened<Row>({
  rows,
  children,
}: {
  readonly rows: readonly Row[];
  readonly children: (rows: readonly Row[]) => ReactNode;
}) {
  const { t } = useTranslation();
  const [isWhole, showWhole] = useState(false);
  if (isWhole || rows.length <= shortList) return children(rows);
  return (
    <>
      {children(rows.slice(0, shortList))}
      <Button variant="secondary" onClick={() => showWhole(true)}>
        {t('block.showAll', { count: rows.length })}
      </Button>
    </>
  );
}
