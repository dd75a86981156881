import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.js';
import { Paragraph } from '../ui.js';

/** For who signed in again in a tab of its own; the tab with the page they were at goes on by itself. */
export function SignedInPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('ended.againTitle')}>
      <Paragraph className="measure">{t('ended.again')}</Paragraph>
    </Page>
  );
}
