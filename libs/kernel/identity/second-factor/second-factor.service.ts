import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { type CountedAttempt, type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { newRecoveryCodes, normalisedRecoveryCode } from './recovery-codes.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { newAuthenticatorSecret, stepOf } from './totp.js';

/** A million codes, of which three are right at a time: at this pace a guess takes years. */
const limits: readonly Limit[] = [
  { name: 'second-factor', attempts: 5, minutes: 15 },
  { name: 'second-factor-of-day', attempts: 30, minutes: 24 * 60 },
];

export interface SecondFactorState {
  readonly active: boolean;
  readonly since: Date | null;
  readonly recoveryCodesLeft: number;
}

/** What somebody proves to have, beside the password they know. */
export type Proof = { readonly code: string } | { readonly recoveryCode: string };

/** The authenticator app of an account, and the codes for when it is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly transactions: TransactionRunner,
    private readonly throttle: Throttle,
    private readonly secrets: SecretBox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  state(accountId: string): Promise<SecondFactorState> {
    return this.transactions.run(async () => {
      const factor = await this.factors.find(accountId);
      const since = factor?.activeSince ?? null;
      return {
        active: since !== null,
        since,
        recoveryCodesLeft: factor?.recoveryCodes ?? 0,
      };
    });
  }

  /** Begins a new authenticator app; the old one works until the new one is confirmed. @returns its secret. */
  begin(accountId: string): Promise<string> {
    const secret = newAuthenticatorSecret();
    return this.transactions.run(async () => {
      await this.factors.begin(accountId, this.secrets.seal(placeOf(accountId), secret));
      return secret;
    });
  }

  /** An attempt to give a code; before the transaction in which it is judged. */
  count(accountId: string): Promise<CountedAttempt> {
    return this.throttle.count(...limits.map((limit) => ({ limit, subject: accountId })));
  }

  /**
   * Puts the begun app into use, by a code that it shows.
   * @returns recovery codes, which are kept nowhere and can't be shown again.
   * @throws Problem `invalid-input` when the code is not right, or nothing was begun.
   */
  confirm(
    actor: Actor,
    accountId: string,
    code: string,
    counted: CountedAttempt,
  ): Promise<readonly string[]> {
    return this.transactions.run(async () => {
      const pending = (await this.factors.find(accountId))?.pendingSecret;
      const now = this.clock.now();
      const step = pending && stepOf(this.secrets.open(placeOf(accountId), pending), code, now);
      if (!pending || step === null || step === undefined) throw wrongCode('code');
      if (!(await this.factors.activate(accountId, pending, step, now))) throw wrongCode('code');
      await this.throttle.takeBack(counted);
      await this.record(actor, 'identity.second-factor-activated', accountId);
      return this.giveRecoveryCodes(accountId);
    });
  }

  /**
   * Checks a proof and uses it up: it is right once.
   * @throws Problem `invalid-input` when it is not right, and in the same words when it was right before.
   */
  async require(actor: Actor, accountId: string, proof: Proof): Promise<void> {
    const counted = await this.count(accountId);
    const right = await this.transactions.run(async () => {
      const used =
        'code' in proof
          ? await this.useCode(accountId, proof.code)
          : await this.useRecoveryCode(accountId, proof.recoveryCode);
      if (used) await this.throttle.takeBack(counted);
      if (used && 'recoveryCode' in proof) await this.record(actor, 'identity.recovery-code-used', accountId);
      if (!used) await this.record(actor, 'identity.second-factor-refused', accountId, 'refused');
      return used;
    });
    if (!right) throw wrongCode('code' in proof ? 'code' : 'recoveryCode');
  }

  /** New codes; the old ones end. */
  renewRecoveryCodes(actor: Actor, accountId: string): Promise<readonly string[]> {
    return this.transactions.run(async () => {
      await this.record(actor, 'identity.recovery-codes-renewed', accountId);
      return this.giveRecoveryCodes(accountId);
    });
  }

  /** For an app that shows codes already. */
  install(actor: Actor, accountId: string, secret: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.factors.install(accountId, this.secrets.seal(placeOf(accountId), secret), this.clock.now());
      await this.record(actor, 'identity.second-factor-activated', accountId);
    });
  }

  remove(actor: Actor, accountId: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.factors.remove(accountId);
      await this.record(actor, 'identity.second-factor-removed', accountId);
    });
  }

  private async useCode(accountId: string, code: string): Promise<boolean> {
    const secret = (await this.factors.find(accountId))?.secret;
    if (!secret) return false;
    const step = stepOf(this.secrets.open(placeOf(accountId), secret), code, this.clock.now());
    return step !== undefined && this.factors.useStep(accountId, secret, step);
  }

  private useRecoveryCode(accountId: string, typed: string): Promise<boolean> {
    return this.factors.useRecoveryCode(accountId, this.hashOf(accountId, normalisedRecoveryCode(typed)));
  }

  private async giveRecoveryCodes(accountId: string): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    const hashes = codes.map((code) => this.hashOf(accountId, normalisedRecoveryCode(code)));
    await this.factors.replaceRecoveryCodes(accountId, hashes);
    return codes;
  }

  private hashOf(accountId: string, code: string): Buffer {
    return this.secrets.keyedHash(`recovery code ${accountId}`, code);
  }

  private record(actor: Actor, action: string, accountId: string, result?: 'refused'): Promise<void> {
    return this.audit.record(actor, {
      action,
      objectType: 'account',
      objectId: accountId,
      ...(result && { result }),
    });
  }
}

function placeOf(accountId: string): string {
  return `second-factor ${accountId}`;
}

function wrongCode(path: 'code' | 'recoveryCode'): Problem {
  const message = {
    code: {
      nl: 'Deze code klopt niet of is al gebruikt. Wacht op de volgende code.',
      en: 'This code is not right, or was used before. Wait for the next one.',
    },
    recoveryCode: {
      nl: 'Deze herstelcode klopt niet of is al gebruikt. Neem een andere van uw lijst.',
      en: 'This recovery code is not right, or was used before. Take another of your list.',
    },
  }[path];
  return Problem.invalid({ path, code: 'wrong-code', message });
}
