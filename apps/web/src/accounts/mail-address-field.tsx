import { useTranslation } from 'react-i18next';
import { TextField } from '../shell/fields.js';

/** Where mail for an account goes. */
export function MailAddressField() {
  const { t } = useTranslation();
  return (
    <TextField
      name="email"
      label={t('people.email')}
      hint={t('accounts.emailHint')}
      needed={t('accounts.emailNeeded')}
      type="email"
    />
  );
}
