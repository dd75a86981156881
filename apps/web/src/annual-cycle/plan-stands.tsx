import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useDocumentName } from '../annual-documents/document-name.js';
import { Paragraph } from '../ui.js';
import { useRights } from './rights.js';

/** To whoever can still change findings and actions: the plan that was adopted of them does not change along. */
export function PlanStands({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { edit } = useRights();
  const { nameOf } = useDocumentName();
  const documents = useQuery({ ...queries.annualDocuments(year), enabled: edit }).data ?? [];
  const plan = documents.find(
    ({ kind, status }) => kind === 'plan' && (status === 'adopted' || status === 'published'),
  );
  if (!plan) return null;
  return (
    <Paragraph className="measure">
      {t('cycle.planStands')}{' '}
      <Link to="/annual-documents/$documentId" params={{ documentId: plan.id }}>
        {nameOf(plan)}
      </Link>
    </Paragraph>
  );
}
