import { createPrivateKey } from 'node:crypto';
import { readMailSender, readSmtpServer } from './mail-settings.js';

/** What a pattern can't tell. A value that only fails when it is used would fail long after the start. */
export const settingFormats = {
  'mail-sender': (value: string) => readMailSender(value) !== undefined,
  'rsa-private-key': isRsaPrivateKey,
  'smtp-url': (value: string) => readSmtpServer(value) !== undefined,
} as const;

export type SettingFormat = keyof typeof settingFormats;

function isRsaPrivateKey(value: string): boolean {
  try {
    return createPrivateKey(value).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
