import type { Language } from '@weerbaar/core/figures';

/** When somebody is mailed what is waiting for them. What is urgent always comes at once. */
export const mailTimings = ['at-once', 'daily', 'never'] as const;
export type MailTiming = (typeof mailTimings)[number];

/** How the holder of an account wants their mail. */
export interface MailPreference {
  /** 0: nothing was chosen yet. */
  readonly version: number;
  /** Null: not chosen. A mail is then in the language it was asked for in, and else in Dutch. */
  readonly language: Language | null;
  readonly timing: MailTiming;
}

export const usualMailPreference: MailPreference = { version: 0, language: null, timing: 'daily' };
