import { useTranslation } from 'react-i18next';
import { Button, Heading, Paragraph } from '../ui.js';

/** Shown once. They can be printed or written down; on the device nothing of them stays. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className="codes" role="status">
      <Heading level={2} size="level-3">
        {t('factor.codesTitle')}
      </Heading>
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
