import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useDocumentName } from '../annual-documents/document-name.js';
import { Paragraph } from '../ui.js';
import { useRights } from './rights.js';

/**
 * Above findings and actions, to whoever makes the plan of them: where to go on, or that the plan that was adopted
 * does not change along.
 */
export function PlanNote({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { edit } = useRights();
  const { nameOf } = useDocumentName();
  const documents = useQuery({ ...queries.annualDocuments(year), enabled: edit }).data;
  if (!documents) return null;
  const plan = documents.find(
    ({ kind, status }) => kind === 'plan' && (status === 'adopted' || status === 'published'),
  );
  return (
    <Paragraph className="measure">
      {t(plan ? 'cycle.planStands' : 'cycle.planGoesOn')}{' '}
      {plan ? (
        <Link to="/annual-documents/$documentId" params={{ documentId: plan.id }}>
          {nameOf(plan)}
        </Link>
      ) : (
        <Link to="/annual-cycles/$year" params={{ year: String(year) }}>
          {t('cycle.toNextStep', { year })}
        </Link>
      )}
    </Paragraph>
  );
}
