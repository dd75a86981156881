import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';

/** What a review is called: of a year, or of a quarter (`2026-Q2`). */
export function useReviewName(): (review: Pick<Schemas['RightsReviewView'], 'kind' | 'period'>) => string {
  const { t } = useTranslation();
  return ({ kind, period }) => {
    const [year, quarter] = period.split('-Q');
    return kind === 'quarterly'
      ? t('rightsReview.quarterly', { year, quarter })
      : t('rightsReview.yearly', { year });
  };
}
