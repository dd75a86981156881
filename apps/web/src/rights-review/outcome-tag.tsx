import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';

const looks: Record<Schemas['ReviewOutcome'], readonly [TagTone, TagIcon]> = {
  kept: ['ok', 'check'],
  withdrawn: ['info', 'cross'],
  ended: ['plain', 'none'],
};

/** What came of a line, or that it waits. */
export function OutcomeTag({ line: { outcome, isLate } }: { readonly line: Schemas['ReviewLineView'] }) {
  const { t } = useTranslation();
  if (!outcome)
    return isLate ? (
      <Tag tone="late" icon="warning">
        {t('rightsReview.late')}
      </Tag>
    ) : (
      <Tag tone="attention" icon="clock">
        {t('rightsReview.states.open')}
      </Tag>
    );
  const [tone, icon] = looks[outcome];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`rightsReview.outcomes.${outcome}`)}
    </Tag>
  );
}
