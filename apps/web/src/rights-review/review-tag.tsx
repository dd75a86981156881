import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Tag } from '../shell/tag.js';

/** Whether a review is done, or late. */
export function ReviewTag({ review: { state, late } }: { readonly review: Schemas['RightsReviewView'] }) {
  const { t } = useTranslation();
  if (state === 'complete')
    return (
      <Tag tone="ok" icon="check">
        {t('rightsReview.complete')}
      </Tag>
    );
  return late > 0 ? (
    <Tag tone="late" icon="warning">
      {t('rightsReview.lateLines', { count: late })}
    </Tag>
  ) : (
    <Tag tone="info" icon="running">
      {t('rightsReview.running')}
    </Tag>
  );
}
