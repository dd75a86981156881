import { getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.js';
import { GuideText } from './guide-text.js';
import { InDutch } from './in-dutch.js';

const route = getRouteApi('/help/$topic');

export function TopicPage() {
  const { t } = useTranslation();
  const { topic: name } = route.useParams();
  const { title, blocks } = route.useLoaderData();
  const { hash } = useLocation();

  // After the page gave the focus to its heading.
  useEffect(() => {
    const heading = hash ? document.getElementById(hash) : null;
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }, [name, hash]);

  return (
    <Page
      key={name}
      title={title}
      titleLanguage="nl"
      trail={[
        { label: t('pages.start'), to: '/' },
        { label: t('help.title'), to: '/help' },
      ]}
    >
      <InDutch>
        <div className="guide">
          <GuideText blocks={blocks} />
        </div>
      </InDutch>
    </Page>
  );
}
