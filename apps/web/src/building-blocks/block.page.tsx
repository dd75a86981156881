import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Page } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Alert, Paragraph } from '../ui.js';
import { BlockActions } from './block-actions.js';
import { BlockAssessments } from './block-assessments.js';
import { BlockDocuments } from './block-documents.js';
import { BlockFacts } from './block-facts.js';
import { BlockHistory } from './block-history.js';
import { BlockPurpose } from './block-purpose.js';
import { BlockState } from './block-state.js';
import { type BlockDetails, nameOf, useReview, useSystemTrail } from './use-block.js';

const route = getRouteApi('/inside/building-blocks/$buildingBlockId');

/** One building block with everything of it, and the ways to what can be done with it. */
export function BlockPage() {
  const { t } = useTranslation();
  const { buildingBlockId } = route.useParams();
  const block = useQuery(queries.buildingBlock(buildingBlockId));
  return (
    <Page
      key={buildingBlockId}
      title={block.data ? nameOf(block.data) : t('system.block')}
      trail={useSystemTrail()}
      tools={block.data && <Tools block={block.data} />}
    >
      <Loaded query={block} rows={8}>
        {(details) => <Everything block={details} />}
      </Loaded>
    </Page>
  );
}

interface BlockProps {
  readonly block: BlockDetails;
}

function Tools({ block }: BlockProps) {
  const { t } = useTranslation();
  const { isOverdue } = useReview(block);
  const { assess, change } = block.abilities;
  return (
    <>
      {assess.length > 0 && !isOverdue && <AssessLink block={block} />}
      {change && (
        <Link
          to="/building-blocks/$buildingBlockId/edit"
          params={{ buildingBlockId: block.id }}
          className="ams-button ams-button--secondary"
        >
          {t('blockForms.change')}
        </Link>
      )}
    </>
  );
}

function AssessLink({ block }: BlockProps) {
  const { t } = useTranslation();
  return (
    <Link
      to="/building-blocks/$buildingBlockId/assessments/new"
      params={{ buildingBlockId: block.id }}
      className="ams-button ams-button--primary"
    >
      {t('blockForms.assess')}
    </Link>
  );
}

function Everything({ block }: BlockProps) {
  return (
    <>
      <Overdue block={block} />
      <div className="with-aside">
        <div>
          <BlockPurpose block={block} />
          <BlockState block={block} />
          <BlockDocuments block={block} />
          <BlockAssessments block={block} />
          <BlockActions block={block} />
          <BlockHistory block={block} />
        </div>
        <BlockFacts block={block} />
      </div>
    </>
  );
}

/** What waits, for whoever can do it. */
function Overdue({ block }: BlockProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const { isOverdue } = useReview(block);
  const { nextReviewOn, abilities } = block;
  if (!isOverdue || !nextReviewOn || abilities.assess.length === 0) return null;
  return (
    <div className="measure before-all">
      <Alert heading={t('blockForms.overdueTitle')} headingLevel={2} severity="warning" headingId={null}>
        <Paragraph>{t('blockForms.overdue', { day: day(nextReviewOn) })}</Paragraph>
        <p>
          <AssessLink block={block} />
        </p>
      </Alert>
    </div>
  );
}
