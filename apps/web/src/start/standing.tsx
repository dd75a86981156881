import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { hasJudgement, isOverdue } from '../building-blocks/state.js';
import { useMe } from '../organisation/places.js';
import { Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Skeleton } from '../ui.js';
import { Card } from './card.js';
import { cycleOf } from './cycle.js';

const JudgementChart = lazy(() => import('./judgement-chart.js'));

/** How the system and the plan stand; each number leads to what it counts. */
export function Standing() {
  const { t } = useTranslation();
  const blocks = useQuery(queries.buildingBlocks);
  const { today } = useMe();
  return (
    <Loaded query={blocks} rows={2}>
      {({ items }) => {
        const overdue = items.filter((block) => isOverdue(block, today)).length;
        const insufficient = items.filter((block) => hasJudgement(block, 'insufficient', 'assessed')).length;
        const unowned = items.filter(({ owner }) => !owner).length;
        return (
          <>
            <Section id="standing" title={t('start.status')}>
              <ul className="plain-list cards">
                <Card
                  number={overdue}
                  note={t(overdue > 0 ? 'start.cards.overdueSome' : 'start.cards.overdueNone')}
                  needsAction={overdue > 0}
                >
                  <Link to="/building-blocks" search={{ review: 'overdue' }}>
                    {t('start.cards.overdue')}
                  </Link>
                </Card>
                <Card number={insufficient} note={t('start.cards.ofBlocks', { count: items.length })}>
                  <Link to="/building-blocks" search={{ state: 'insufficient' }}>
                    {t('start.cards.insufficient')}
                  </Link>
                </Card>
                <Card
                  number={unowned}
                  note={t(unowned > 0 ? 'start.cards.unownedSome' : 'start.cards.unownedNone')}
                  needsAction={unowned > 0}
                >
                  <Link to="/building-blocks" search={{ owner: 'none' }}>
                    {t('start.cards.unowned')}
                  </Link>
                </Card>
                <DoneActions />
              </ul>
            </Section>
            <Suspense fallback={<Skeleton.Image />}>
              <JudgementChart blocks={items} />
            </Suspense>
          </>
        );
      }}
    </Loaded>
  );
}

function DoneActions() {
  const { t } = useTranslation();
  const cycle = cycleOf(useQuery(queries.annualCycles).data?.items ?? []);
  const actions = useQuery({ ...queries.actions(cycle?.year ?? 0), enabled: cycle !== undefined }).data;
  if (!cycle || !actions) return null;
  return (
    <Card
      number={actions.items.filter(({ status }) => status === 'done').length}
      note={t('start.cards.ofActions', { count: actions.items.length })}
    >
      <Link
        to="/annual-cycles/$year/actions"
        params={{ year: String(cycle.year) }}
        search={{ status: 'done' }}
      >
        {t('start.cards.actions')}
      </Link>
    </Card>
  );
}
