import { Injectable } from '@nestjs/common';
import type { Identity } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { MailPreference } from './mail-preference.js';
import type { MailPreferenceChanges } from './mail-preference.dto.js';
import { MailPreferenceRepository } from './mail-preference.repository.js';

type Holder = Identity['actor'];

/** Everybody decides for themselves. */
@Injectable()
export class MailPreferences {
  constructor(
    private readonly preferences: MailPreferenceRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
  ) {}

  own({ accountId }: Holder): Promise<MailPreference> {
    return this.transactions.run(() => this.preferences.of(accountId));
  }

  change(
    actor: Holder,
    version: number,
    { language, timing }: MailPreferenceChanges,
  ): Promise<MailPreference> {
    return this.transactions.run(async () => {
      const before = await this.preferences.of(actor.accountId);
      const after = await this.preferences.change(actor.accountId, version, {
        language: language === undefined ? before.language : language,
        timing: timing ?? before.timing,
      });
      await this.audit.record(actor, {
        action: 'identity.mail-preference-changed',
        objectType: 'account',
        objectId: actor.accountId,
        before: { language: before.language, timing: before.timing },
        after: { language: after.language, timing: after.timing },
      });
      return after;
    });
  }
}
