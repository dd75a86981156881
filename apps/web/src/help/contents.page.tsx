import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../shell/debounced.js';
import { Page } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { contents, guideQueries } from './guide.js';
import { GuideContents } from './guide-contents.js';

const route = getRouteApi('/help');

export function ContentsPage() {
  const { t } = useTranslation();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const topic = useQuery(guideQueries.topic(contents));
  const keep = useDebounced((typed: string) => {
    void navigate({ search: typed.trim() === '' ? {} : { q: typed }, replace: true });
  });
  return (
    <Page title={t('help.title')} trail={[{ label: t('pages.start'), to: '/' }]}>
      <Loaded query={topic}>{(data) => <GuideContents contents={data} question={q} keep={keep} />}</Loaded>
    </Page>
  );
}
