import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';
import { Paragraph } from '../ui.js';

/** The guide is written in one language: whoever reads the app in another is told so, and so is what reads it aloud. */
export function InDutch({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { language } = useDates();
  if (language === 'nl') return children;
  return (
    <>
      <Paragraph className="muted guide-language">{t('help.inDutch')}</Paragraph>
      <div lang="nl">{children}</div>
    </>
  );
}
