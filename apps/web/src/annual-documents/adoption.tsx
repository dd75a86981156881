import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { followUpOf } from '../annual-cycle/finding-search.js';
import { useRights } from '../annual-cycle/rights.js';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useMe } from '../organisation/places.js';
import { useDates } from '../shell/dates.js';
import { DayField } from '../shell/day-field.js';
import { DeedButton, useTell } from '../shell/deed.js';
import { AreaField, SelectField, TextField } from '../shell/fields.js';
import { Section } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Tag } from '../shell/tag.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { useStepName } from './step-name.js';

interface DocumentProps {
  readonly document: Schemas['AnnualDocumentView'];
}

/** Where it stands: what was decided, whose turn it is, who comes after. */
export function AdoptionSteps({ document: { route: steps, decisions, currentStep, status } }: DocumentProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const nameOf = useStepName();
  const planned = useQuery(queries.adoptionRoute).data?.steps ?? [];
  const sentBack = decisions.findLastIndex(({ outcome }) => outcome === 'sent-back');
  const inForce = decisions.slice(sentBack + 1);
  return (
    <Section id="route" title={t('annualDocuments.route')}>
      <div className="stack">
        {status === 'draft' ? (
          <>
            <Paragraph className="measure">{t('annualDocuments.routeLater')}</Paragraph>
            <ol className="list">
              {planned.map((step) => (
                <li key={step.sequence}>{nameOf(step)}</li>
              ))}
            </ol>
          </>
        ) : (
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
                    {decision?.reason && <span className="task-note">{decision.reason}</span>}
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

export function Submission({ document }: DocumentProps) {
  const { t } = useTranslation();
  const missing = useQuery(queries.chapters(document.id)).data?.filter(({ written }) => !written).length ?? 0;
  const submit = () =>
    answerOf(
      api.POST('/annual-documents/{documentId}/_submit', {
        params: { path: { documentId: document.id }, header: seen(document) },
      }),
    );
  return (
    <Section id="submit" title={t('annualDocuments.submit')}>
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.submitLead')}</Paragraph>
        {missing > 0 && (
          <Paragraph className="measure">
            {t('annualDocuments.submitIncomplete', { count: missing })}
          </Paragraph>
        )}
        {document.kind === 'plan' && document.revision === 1 && (
          <>
            <Unanswered year={document.year} />
            <OpenBefore year={document.year} />
          </>
        )}
        <div>
          <DeedButton
            isMain
            label={t('annualDocuments.submit')}
            question={t('annualDocuments.submitAsk', { returnObjects: true })}
            ask={submit}
            told={t('annualDocuments.submitted')}
          />
        </div>
      </div>
    </Section>
  );
}

/** What a plan would tell as what still waits. */
function Unanswered({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const findings = useQuery(queries.findings(year)).data?.items ?? [];
  const count = findings.filter((one) => followUpOf(one) === 'waits').length;
  if (count === 0) return null;
  return (
    <Paragraph className="measure">
      {t('annualDocuments.unanswered', { count })}{' '}
      <Link to="/annual-cycles/$year/findings" params={{ year: String(year) }} search={{ followUp: 'waits' }}>
        {t('annualDocuments.toUnanswered')}
      </Link>
      . {t('annualDocuments.afterOpenBefore')}
    </Paragraph>
  );
}

/** What a plan would pass over in silence. */
function OpenBefore({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { edit } = useRights();
  const cycles = useQuery(queries.annualCycles).data?.items ?? [];
  const isPlanned = cycles.some((one) => one.year === year && one.phase === 'plan');
  const count =
    useQuery({ ...queries.openBefore(year), enabled: edit && isPlanned }).data?.actions.length ?? 0;
  if (count === 0) return null;
  return (
    <Paragraph className="measure">
      {t('annualDocuments.openBefore', { count, year: year - 1 })}{' '}
      <Link to="/annual-cycles/$year/actions/carry-over" params={{ year: String(year) }}>
        {t('annualDocuments.toOpenBefore')}
      </Link>
      . {t('annualDocuments.afterOpenBefore')}
    </Paragraph>
  );
}

const outcomeOfKind = { decision: 'approved', discussion: 'discussed', information: 'informed' } as const;

export function Decision({ document }: DocumentProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const client = useQueryClient();
  const { today } = useMe();
  const { currentStep, id } = document;
  if (!currentStep) return null;
  // A body is named as the role that decides for itself, such as the works council.
  const isOfOthers = currentStep.kind === 'decision' && currentStep.body !== currentStep.recordedByRole;
  const outcomes = [outcomeOfKind[currentStep.kind], 'sent-back'] as const;
  return (
    <Section id="decide" title={t(`annualDocuments.decide.${currentStep.kind}`)}>
      <div className="stack">
        <Paragraph className="measure">
          {t(`annualDocuments.decideLead.${currentStep.kind}`, { step: currentStep.name })}
          {isOfOthers && ` ${t('annualDocuments.decideForOthers')}`}
        </Paragraph>
        <RecordForm
          key={currentStep.sequence}
          version={document.version}
          values={{ outcome: '', decidedOn: today, reference: '', reason: '' }}
          submit={t('annualDocuments.decideSubmit')}
          save={({ outcome, decidedOn, reference, reason }, _, begun) =>
            answerOf(
              api.POST('/annual-documents/{documentId}/adoption-decisions', {
                params: { path: { documentId: id }, header: seen(begun) },
                body: {
                  outcome: outcomes.find((one) => one === outcome) ?? 'sent-back',
                  decidedOn,
                  ...(reference && { reference }),
                  ...(reason && { reason }),
                },
              }),
            )
          }
          done={(decided) => {
            // Whoever may not open the draft that it is again still sees what became of it.
            client.setQueryData(queries.annualDocument(id).queryKey, decided);
            tell(decided.status === 'draft' ? t('annualDocuments.wentBack') : t('annualDocuments.decided'));
          }}
        >
          <SelectField
            name="outcome"
            label={t('annualDocuments.outcome')}
            needed={t('annualDocuments.outcomeNeeded')}
          >
            <option value="">{t('forms.choose')}</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`annualDocuments.outcomeChoices.${outcome}`)}
              </option>
            ))}
          </SelectField>
          <DayField
            name="decidedOn"
            label={t('annualDocuments.decidedOn')}
            needed={t('annualDocuments.decidedOnNeeded')}
          />
          <TextField
            name="reference"
            label={t('annualDocuments.referenceLabel')}
            hint={t('annualDocuments.referenceHint')}
          />
          <AreaField
            name="reason"
            label={t('annualDocuments.reason')}
            hint={t('annualDocuments.reasonHint')}
          />
        </RecordForm>
      </div>
    </Section>
  );
}

export function Correction({ document: { id } }: DocumentProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Section id="correct" title={t('annualDocuments.correctTitle')}>
      <Paragraph className="measure">{t('annualDocuments.correctLead')}</Paragraph>
      {/* Folded: what was just made public should seldom be begun anew. */}
      <details className="correction">
        <summary>{t('annualDocuments.correct')}</summary>
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
      </details>
    </Section>
  );
}
