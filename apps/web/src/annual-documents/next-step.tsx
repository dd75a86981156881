import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { NextStep } from '../shell/next-step.js';
import { Fault, Loaded } from '../shell/states.js';
import { Button } from '../ui.js';
import { decidingRoles } from './deciding-roles.js';
import { useMaking } from './use-making.js';

type Document = Schemas['AnnualDocumentView'];

interface DocumentProps {
  readonly document: Document;
}

/** What can be done with a plan or report now, by whoever looks at it. */
export function DocumentNextStep({ document }: DocumentProps) {
  const { t } = useTranslation();
  const { abilities, currentStep, id: documentId, status } = document;
  const step = currentStep?.name ?? '';
  const recorder = decidingRoles.find((role) => role === currentStep?.recordedByRole) ?? 'other';
  switch (status) {
    case 'draft':
      return abilities.edit ? (
        <Writing document={document} />
      ) : (
        <NextStep text={t('annualDocuments.nextStep.othersWrite')} isYours={false} />
      );
    case 'submitted':
      return abilities.decide ? (
        <NextStep text={t('annualDocuments.nextStep.decide', { step })} isYours>
          <LookAtIt documentId={documentId} />
          <a href="#decide" className="ams-button ams-button--secondary">
            {t('annualDocuments.toDecision')}
          </a>
        </NextStep>
      ) : (
        <NextStep
          text={t('annualDocuments.nextStep.othersDecide', {
            step,
            recorder: t(`annualDocuments.recordedBy.${recorder}`),
          })}
          isYours={false}
        >
          <LookAtIt documentId={documentId} />
        </NextStep>
      );
    case 'adopted':
      return abilities.publish ? (
        <NextStep text={t('annualDocuments.nextStep.publish')} isYours>
          <Link
            to="/annual-documents/$documentId/publish"
            params={{ documentId }}
            className="ams-button ams-button--primary"
          >
            {t('annualDocuments.publishCheck')}
          </Link>
        </NextStep>
      ) : (
        <NextStep text={t('annualDocuments.nextStep.othersPublish')} isYours={false} />
      );
    case 'published':
      return (
        <NextStep text={t('annualDocuments.nextStep.published')} isYours={false}>
          <a href="/published">{t('annualDocuments.published')}</a>
          <Link to="/annual-cycles/$year" params={{ year: String(document.year) }}>
            {t('annualDocuments.nextStep.toCycle', { year: document.year })}
          </Link>
        </NextStep>
      );
  }
}

function Writing({ document: { id: documentId, decisions } }: DocumentProps) {
  const chapters = useQuery(queries.chapters(documentId));
  return (
    <Loaded query={chapters} rows={1}>
      {(found) => <ToWrite chapters={found} documentId={documentId} decisions={decisions} />}
    </Loaded>
  );
}

interface ToWriteProps {
  readonly documentId: string;
  readonly chapters: readonly Schemas['ChapterView'][];
  readonly decisions: Document['decisions'];
}

function ToWrite({ documentId, chapters, decisions }: ToWriteProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const missing = chapters.filter(({ written }) => !written);
  const [first] = missing;
  const last = decisions.at(-1);
  const toWrite = first && (
    <Link
      to="/annual-documents/$documentId/chapters/$chapterId"
      params={{ documentId, chapterId: first.id }}
      className="ams-button ams-button--primary"
    >
      {t('annualDocuments.nextStep.writeAction', { chapter: `${first.number} ${first.title}` })}
    </Link>
  );
  const toSubmit = (
    <a href="#submit" className={`ams-button ams-button--${toWrite && !last ? 'secondary' : 'primary'}`}>
      {t('annualDocuments.nextStep.submitAction')}
    </a>
  );
  if (last?.outcome === 'sent-back')
    return (
      <NextStep
        text={t('annualDocuments.nextStep.sentBack', { day: day(last.decidedOn), reason: last.reason ?? '' })}
        isYours
      >
        <a href="#chapters" className="ams-button ams-button--secondary">
          {t('annualDocuments.nextStep.chaptersAction')}
        </a>
        {toSubmit}
      </NextStep>
    );
  return (
    <NextStep
      text={
        first
          ? t('annualDocuments.nextStep.write', { count: missing.length })
          : t('annualDocuments.nextStep.submit')
      }
      isYours
    >
      {toWrite}
      {toSubmit}
      {!first && <LookAtIt documentId={documentId} />}
    </NextStep>
  );
}

interface LookAtItProps {
  readonly documentId: string;
  readonly edition?: Schemas['Edition'];
}

/** Has it made as it is now, and shows it. */
export function LookAtIt({ documentId, edition = 'internal' }: LookAtItProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const make = useMaking(documentId, ({ id }) =>
    navigate({
      to: '/annual-documents/$documentId/preview',
      params: { documentId },
      search: { rendering: id },
    }),
  );
  return (
    <>
      <Button variant="secondary" onClick={() => make.mutate(edition)}>
        {t('annualDocuments.lookAtIt')}
      </Button>
      {make.error && <Fault error={make.error} />}
    </>
  );
}
