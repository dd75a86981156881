import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { Empty, IfPermitted, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Told, useTold } from '../shell/told.js';
import { Paragraph } from '../ui.js';
import { OutcomeTag } from './outcome-tag.js';
import { rightsReviewQueries } from './queries.js';
import { RightFacts } from './right-facts.js';
import { SignForm } from './sign-form.js';

const route = getRouteApi('/inside/rights-review-lines');

/** What a reviewer is asked to sign, one right after the other, and below it what they signed. */
export function OwnLinesPage() {
  const { t } = useTranslation();
  const open = useQuery(rightsReviewQueries.ownOpen);
  const [told, tell] = useTold();
  return (
    <Page title={t('rightsReview.ownTitle')} trail={[{ label: t('pages.start'), to: '/' }]}>
      <Told {...told} isFar />
      <Loaded query={open} rows={6}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty>{t('rightsReview.nothingOpen')}</Empty>
          ) : (
            <>
              <Paragraph className="measure">{t('rightsReview.ownLead')}</Paragraph>
              <p className="found">{t('rightsReview.openLines', { count: total })}</p>
              <SignForm lines={items} tell={tell} />
            </>
          )
        }
      </Loaded>
      <Signed />
    </Page>
  );
}

function Signed() {
  const { t } = useTranslation();
  const { dayOf } = useDates();
  const { page = 1 } = route.useSearch();
  const signed = useQuery({ ...rightsReviewQueries.ownSigned(page), placeholderData: keepPreviousData });
  return (
    <IfPermitted query={signed}>
      {({ items, total, pageSize }) =>
        total > 0 && (
          <Section id="signed" title={t('rightsReview.signedTitle')}>
            <Table
              label={t('rightsReview.signedTitle')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'person',
                  head: t('rightsReview.person'),
                  isName: true,
                  cell: ({ person }) => person.name,
                },
                {
                  key: 'right',
                  head: t('rightsReview.right'),
                  cell: (line) => (
                    <>
                      {line.rightName}
                      <RightFacts line={line} />
                    </>
                  ),
                },
                {
                  key: 'outcome',
                  head: t('rightsReview.outcome'),
                  cell: (line) => (
                    <>
                      <OutcomeTag line={line} />
                      {line.reason && <span className="task-note">{line.reason}</span>}
                    </>
                  ),
                },
                {
                  key: 'signed',
                  head: t('rightsReview.signedOn'),
                  cell: ({ signedAt }) => signedAt && dayOf(signedAt),
                },
              ]}
            />
            <Paging page={page} pageSize={pageSize} total={total} />
          </Section>
        )
      }
    </IfPermitted>
  );
}
