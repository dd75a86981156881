import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { DayField, SelectField, TextField } from '../shell/fields.js';
import { Page, Section } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Fault, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';
import { DocumentStatusTag } from './document-status.js';
import { Making } from './making.js';

const route = getRouteApi('/inside/annual-documents/$documentId');

type Document = Schemas['AnnualDocumentView'];

/** One plan or report: what must still be written, where it stands, and what can be done with it now. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { documentId } = route.useParams();
  const document = useQuery(queries.annualDocument(documentId));
  const { data } = document;
  return (
    <Page
      key={documentId}
      title={
        data
          ? t('annualDocuments.name', { kind: t(`annualDocuments.kinds.${data.kind}`), year: data.year })
          : t('annualDocuments.column.document')
      }
      trail={[
        { label: t('pages.start'), to: '/' },
        ...(data
          ? [
              {
                label: t('annualDocuments.title', { year: data.year }),
                to: '/annual-cycles/$year/documents' as const,
                params: { year: String(data.year) },
              },
            ]
          : []),
      ]}
    >
      <Loaded query={document} rows={8}>
        {(found) => <Everything document={found} />}
      </Loaded>
    </Page>
  );
}

function Everything({ document }: { readonly document: Document }) {
  const { t } = useTranslation();
  const [told, tell] = useState('');
  const { rendering } = route.useSearch();
  const { abilities, correctionReason, revision, status } = document;
  return (
    <>
      <div className="stack">
        <div className="tools">
          <DocumentStatusTag status={status} />
          <span>{t('annualDocuments.revision', { number: revision })}</span>
        </div>
        {correctionReason && (
          <Paragraph className="measure">
            {t('annualDocuments.correction', { reason: correctionReason })}
          </Paragraph>
        )}
        <p role="status" className={told ? 'told' : 'ams-visually-hidden'}>
          {told}
        </p>
      </div>
      <Chapters document={document} />
      {abilities.edit && <Figures document={document} />}
      <Making documentId={document.id} renderingId={rendering} />
      <Route document={document} />
      {abilities.submit && <Submission document={document} tell={tell} />}
      {abilities.decide && <Decision document={document} tell={tell} />}
      {abilities.publish && (
        <Section id="publish" title={t('annualDocuments.publish')}>
          <div className="stack">
            <Paragraph className="measure">{t('annualDocuments.publishLead')}</Paragraph>
            <p>
              <Link
                to="/annual-documents/$documentId/publish"
                params={{ documentId: document.id }}
                className="ams-button ams-button--primary"
              >
                {t('annualDocuments.publishCheck')}
              </Link>
            </p>
          </div>
        </Section>
      )}
      {status === 'published' && (
        <Section id="published" title={t('annualDocuments.status.published')}>
          <p>
            <a href="/published">{t('annualDocuments.published')}</a>
          </p>
        </Section>
      )}
      {abilities.correct && <Correction document={document} />}
    </>
  );
}

function Chapters({ document }: { readonly document: Document }) {
  const { t } = useTranslation();
  const chapters = useQuery(queries.chapters(document.id));
  return (
    <Section id="chapters" title={t('annualDocuments.chapters')}>
      <Loaded query={chapters} rows={6}>
        {(found) => (
          <div className="stack">
            {document.abilities.edit && (
              <Paragraph className="measure">
                {t('annualDocuments.chaptersLeft', { count: found.filter(({ written }) => !written).length })}
              </Paragraph>
            )}
            <ul className="plain-list tasks">
              {found.map(({ id, number, title, written }) => (
                <li key={id}>
                  <span>
                    <Link
                      to="/annual-documents/$documentId/chapters/$chapterId"
                      params={{ documentId: document.id, chapterId: id }}
                    >
                      {number} {title}
                    </Link>
                  </span>
                  {written ? (
                    <span>{t('annualDocuments.ready')}</span>
                  ) : (
                    <Tag tone="attention" icon="none">
                      {t('annualDocuments.textNeeded')}
                    </Tag>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Figures({ document }: { readonly document: Document }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const client = useQueryClient();
  const figures = useQuery(queries.documentFigures(document.id)).data ?? [];
  const refresh = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/annual-documents/{documentId}/_refresh-figures', {
          params: { path: { documentId: document.id }, header: seen(document) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['annual-documents'] }),
  });
  const nameOf = (id: string): string => figures.find((figure) => figure.id === id)?.title[language] ?? id;
  const valueOf = (value: number | null, tableChanged: boolean): string =>
    tableChanged
      ? t('annualDocuments.difference.table')
      : String(value ?? t('annualDocuments.difference.unknown'));
  const changed = refresh.data;
  return (
    <Section id="figures" title={t('annualDocuments.figures')}>
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.figuresLead')}</Paragraph>
        <p role="status" className={changed ? 'told' : 'ams-visually-hidden'}>
          {changed && t('annualDocuments.refreshed', { count: changed.length })}
        </p>
        {refresh.error && <Fault error={refresh.error} />}
        {changed && changed.length > 0 && (
          <Table
            label={t('annualDocuments.refreshed', { count: changed.length })}
            rows={changed}
            keyOf={({ figureId }) => figureId}
            columns={[
              {
                key: 'figure',
                head: t('annualDocuments.difference.figure'),
                isName: true,
                cell: ({ figureId }) => nameOf(figureId),
              },
              {
                key: 'before',
                head: t('annualDocuments.difference.before'),
                isNumber: true,
                cell: ({ before, tableChanged }) => (tableChanged ? '–' : valueOf(before, false)),
              },
              {
                key: 'after',
                head: t('annualDocuments.difference.after'),
                isNumber: true,
                cell: ({ after, tableChanged }) => valueOf(after, tableChanged),
              },
            ]}
          />
        )}
        <div>
          <Button variant="secondary" onClick={() => refresh.mutate()}>
            {t('annualDocuments.refresh')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** Where it stands: what was decided, whose turn it is, who comes after. */
function Route({
  document: { route: steps, decisions, currentStep, status },
}: {
  readonly document: Document;
}) {
  const { t } = useTranslation();
  const { day } = useDates();
  const sentBack = decisions.findLastIndex(({ outcome }) => outcome === 'sent-back');
  const inForce = decisions.slice(sentBack + 1);
  const last = decisions[sentBack];
  return (
    <Section id="route" title={t('annualDocuments.route')}>
      <div className="stack">
        {status === 'draft' && (
          <>
            {last && (
              <Paragraph className="measure">
                {t('annualDocuments.sentBack', { day: day(last.decidedOn), reason: last.reason ?? '' })}
              </Paragraph>
            )}
            <Paragraph className="measure">{t('annualDocuments.routeLater')}</Paragraph>
          </>
        )}
        {status !== 'draft' && (
          <ol className="plain-list tasks">
            {steps.map(({ sequence, name }) => {
              const decision = inForce.find((one) => one.sequence === sequence);
              const isNow = currentStep?.sequence === sequence;
              return (
                <li key={sequence} aria-current={isNow ? 'step' : undefined}>
                  <span>
                    {sequence}. {name}
                    {decision?.reference && (
                      <span className="task-note">
                        {t('annualDocuments.reference', { reference: decision.reference })}
                      </span>
                    )}
                  </span>
                  {decision ? (
                    <Tag tone="ok" icon="check">
                      {t(`annualDocuments.outcomes.${decision.outcome}`)},{' '}
                      {t('annualDocuments.stepDone', { day: day(decision.decidedOn) })}
                    </Tag>
                  ) : (
                    <Tag tone={isNow ? 'attention' : 'plain'} icon={isNow ? 'clock' : 'none'}>
                      {isNow ? t('annualDocuments.stepNow') : t('annualDocuments.stepNext')}
                    </Tag>
                  )}
                </li>
              );
            })}
          </ol>
        )}
        <p>
          <Link to="/adoption-route">{t('annualDocuments.routeLink')}</Link>
        </p>
      </div>
    </Section>
  );
}

interface DeedProps {
  readonly document: Document;
  readonly tell: (what: string) => void;
}

function Submission({ document, tell }: DeedProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const missing = useQuery(queries.chapters(document.id)).data?.filter(({ written }) => !written).length ?? 0;
  const submit = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/annual-documents/{documentId}/_submit', {
          params: { path: { documentId: document.id }, header: seen(document) },
        }),
      ),
    onSuccess: () => tell(t('annualDocuments.submitted')),
    onSettled: () => client.invalidateQueries({ queryKey: ['annual-documents'] }),
  });
  return (
    <Section id="submit" title={t('annualDocuments.submit')}>
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.submitLead')}</Paragraph>
        {missing > 0 && (
          <Paragraph className="measure">
            {t('annualDocuments.submitIncomplete', { count: missing })}
          </Paragraph>
        )}
        {submit.error && <Fault error={submit.error} />}
        <div>
          <Button onClick={() => submit.mutate()}>{t('annualDocuments.submit')}</Button>
        </div>
      </div>
    </Section>
  );
}

const outcomeOfKind = { decision: 'approved', discussion: 'discussed', information: 'informed' } as const;

function Decision({ document, tell }: DeedProps) {
  const { t } = useTranslation();
  const { currentStep, id } = document;
  if (!currentStep) return null;
  const outcomes = [outcomeOfKind[currentStep.kind], 'sent-back'] as const;
  return (
    <Section id="decide" title={t('annualDocuments.decide')}>
      <div className="stack">
        <Paragraph className="measure">
          {t('annualDocuments.decideLead', { step: currentStep.name })}
        </Paragraph>
        <RecordForm
          key={currentStep.sequence}
          values={{ outcome: '', decidedOn: '', reference: '', reason: '' }}
          submit={t('annualDocuments.decideSubmit')}
          save={({ outcome, decidedOn, reference, reason }) =>
            answerOf(
              api.POST('/annual-documents/{documentId}/adoption-decisions', {
                params: { path: { documentId: id }, header: seen(document) },
                body: {
                  outcome: outcomes.find((one) => one === outcome) ?? 'sent-back',
                  decidedOn,
                  ...(reference && { reference }),
                  ...(reason && { reason }),
                },
              }),
            )
          }
          done={() => tell(t('annualDocuments.decided'))}
        >
          <SelectField
            name="outcome"
            label={t('annualDocuments.outcome')}
            needed={t('annualDocuments.outcomeNeeded')}
          >
            <option value="" />
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`annualDocuments.outcomes.${outcome}`)}
              </option>
            ))}
          </SelectField>
          <DayField
            name="decidedOn"
            label={t('annualDocuments.decidedOn')}
            needed={t('annualDocuments.decidedOnNeeded')}
          />
          <TextField name="reference" label={t('annualDocuments.referenceLabel')} />
          <TextField name="reason" label={t('annualDocuments.reason')} />
        </RecordForm>
      </div>
    </Section>
  );
}

function Correction({ document: { id } }: { readonly document: Document }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Section id="correct" title={t('annualDocuments.correct')}>
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.correctLead')}</Paragraph>
        <RecordForm
          values={{ reason: '' }}
          submit={t('annualDocuments.correct')}
          save={({ reason }) =>
            answerOf(
              api.POST('/annual-documents/{documentId}/_correct', {
                params: { path: { documentId: id } },
                body: { reason },
              }),
            )
          }
          done={(begun) =>
            void navigate({ to: '/annual-documents/$documentId', params: { documentId: begun.id } })
          }
        >
          <TextField
            name="reason"
            label={t('annualDocuments.correctReason')}
            needed={t('annualDocuments.correctReasonNeeded')}
          />
        </RecordForm>
      </div>
    </Section>
  );
}
