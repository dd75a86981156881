import { useTranslation } from 'react-i18next';
import { Page, Section } from '../shell/page.js';
import { Paragraph } from '../ui.js';

const parts = ['standard', 'known', 'report', 'browsers'] as const;

export function AccessibilityPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('pages.accessibility')} trail={[{ label: t('pages.start'), to: '/' }]}>
      <Paragraph size="large">{t('accessibility.lead')}</Paragraph>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`accessibility.${part}`)}>
          <Paragraph>{t(`accessibility.${part}Text`)}</Paragraph>
        </Section>
      ))}
    </Page>
  );
}
