import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Fact, Facts } from '../shell/facts.js';
import { Tag } from '../shell/tag.js';
import { Heading, Paragraph } from '../ui.js';
import { type BlockDetails, useReview } from './use-block.js';

/** What there is to know of it in a few words, beside the rest. */
export function BlockFacts({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const { day, language } = useDates();
  const theme = useQuery(queries.themes).data?.find(({ code }) => code === block.theme);
  const { hasEnded, isOverdue } = useReview(block);
  const { id: buildingBlockId, reference, network, nextReviewOn, validTo, abilities } = block;
  return (
    <aside className="aside" aria-labelledby="facts">
      <Heading level={2} size="level-3" id="facts">
        {t('block.facts')}
      </Heading>
      {theme && (
        <Paragraph size="small">
          {t('block.theme', { code: theme.code, name: theme.name[language] })}
        </Paragraph>
      )}
      <Facts>
        <Fact term={t('block.owner')}>{block.owner?.name ?? t('system.noOwner')}</Fact>
        <Fact term={t('block.network')}>
          {network.length > 0 ? network.map(({ name }) => name).join(', ') : t('block.nobody')}
          {abilities.change && (
            <Link
              to="/building-blocks/$buildingBlockId/network"
              params={{ buildingBlockId }}
              className="fact-link"
            >
              {t('blockForms.changeNetwork')}
            </Link>
          )}
        </Fact>
        {nextReviewOn && !hasEnded && (
          <Fact term={t('block.review')}>
            {day(nextReviewOn)}{' '}
            {isOverdue && (
              <Tag tone="late" icon="clock">
                {t('system.late')}
              </Tag>
            )}
          </Fact>
        )}
        <Fact term={t('block.interval')}>{t('block.months', { count: block.reviewIntervalMonths })}</Fact>
        <Fact term={t('block.since')}>{day(block.validFrom)}</Fact>
        {validTo && <Fact term={hasEnded ? t('block.ended') : t('block.endsOn')}>{day(validTo)}</Fact>}
        {reference && (
          <Fact term={t('block.nature')}>
            {t(`block.natures.${reference.nature}`)}. {t(`block.controls.${reference.control}`)}.
          </Fact>
        )}
      </Facts>
      {abilities.change && (
        <p>
          <Link to="/building-blocks/$buildingBlockId/end" params={{ buildingBlockId }}>
            {validTo ? t('blockForms.changeEnd') : t('blockForms.end')}
          </Link>
        </p>
      )}
    </aside>
  );
}
