import { Problem } from '@weerbaar/kernel/problems';
import type { Proof } from './second-factor.service.js';

/** @throws Problem `invalid-input` unless it is exactly one of the two. */
export function proofOf({
  code,
  recoveryCode,
}: {
  readonly code?: string | null;
  readonly recoveryCode?: string | null;
}): Proof {
  if (code && !recoveryCode) return { code };
  if (recoveryCode && !code) return { recoveryCode };
  throw Problem.invalid({
    path: 'code',
    code: 'required',
    message: {
      nl: 'Vul de code van uw app in, of anders een herstelcode.',
      en: 'Enter the code of your app, or else a recovery code.',
    },
  });
}
