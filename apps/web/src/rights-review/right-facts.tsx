import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { usePeriod } from '../people/period.js';
import { useDates } from '../shell/dates.js';

/** Since when somebody has a right, and how they came by it. */
export function RightFacts({ line }: { readonly line: Schemas['ReviewLineView'] }) {
  const { t } = useTranslation();
  const { dayOf } = useDates();
  const period = usePeriod();
  const { validFrom, validTo, substituteFor, givenAt, givenBy, isSpecial } = line;
  return (
    <>
      {validFrom && (
        <span className="task-note">
          {t('rightsReview.held', { period: period({ validFrom, validTo }) })}
        </span>
      )}
      {givenAt && givenBy && (
        <span className="task-note">
          {t('rightsReview.given', { name: givenBy.name, day: dayOf(givenAt) })}
        </span>
      )}
      {substituteFor && (
        <span className="task-note">{t('roles.standsInFor', { name: substituteFor.name })}</span>
      )}
      {isSpecial && <span className="task-note">{t('rightsReview.special')}</span>}
    </>
  );
}
