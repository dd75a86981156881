import { useTranslation } from 'react-i18next';
import { ArrivingHeading } from '../shell/focus.js';
import { Button, Paragraph } from '../ui.js';

/** Shown once. They can be printed or written down; on the device nothing of them stays. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className="codes">
      <ArrivingHeading>{t('factor.codesTitle')}</ArrivingHeading>
      <Paragraph>{t('factor.codesText')}</Paragraph>
      <ol className="plain-list code-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div>
        <Button variant="secondary" onClick={() => window.print()}>
          {t('factor.print')}
        </Button>
      </div>
    </div>
  );
}
