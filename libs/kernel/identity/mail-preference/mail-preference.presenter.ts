import type { MailPreference } from './mail-preference.js';
import type { MailPreferenceView } from './mail-preference.dto.js';

export function forHolder({ version, language, timing }: MailPreference): MailPreferenceView {
  return { version, language, timing };
}
