import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useDates } from '../shell/dates.js';
import { GrowingList } from '../shell/growing-list.js';
import { Section } from '../shell/page.js';
import { JudgementTag } from './judgement.js';
import { blockQueries } from './queries.js';
import type { BlockDetails } from './use-block.js';

/** All that was judged of it, the latest first. */
export function BlockAssessments({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const assessments = useInfiniteQuery(blockQueries.assessments(block.id));
  return (
    <Section id="assessments" title={t('block.assessments')}>
      <GrowingList query={assessments} empty={t('block.noAssessments')} keyOf={({ id }) => id}>
        {(one) => <Assessment assessment={one} />}
      </GrowingList>
    </Section>
  );
}

function Assessment({ assessment }: { readonly assessment: Schemas['AssessmentView'] }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const { id, aspect, judgement, assessedOn, reason, evidence, periodFrom, periodTo } = assessment;
  return (
    <>
      <p className="timeline-head">
        <strong>{t(`aspects.${aspect}`)}</strong> <JudgementTag judgement={judgement} />{' '}
        <span className="muted">{day(assessedOn)}</span>
      </p>
      <p>{reason}</p>
      <p className="muted">
        {evidence}
        {periodFrom !== periodTo && ` ${t('block.period', { from: day(periodFrom), to: day(periodTo) })}.`}
      </p>
      {assessment.hasEvidenceFile && (
        <p>
          <a href={`/api/v1/assessments/${id}/evidence-file`}>
            {t('block.evidenceFile')}
            <span className="ams-visually-hidden">
              {' '}
              {t(`aspects.${aspect}`)}, {day(assessedOn)}
            </span>
          </a>
        </p>
      )}
    </>
  );
}
