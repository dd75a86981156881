import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceIdentification } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { serviceActor, type ServiceActor, systemActor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { type HttpRequest, networkOf } from '@weerbaar/kernel/http';
import { hashToken } from '@weerbaar/kernel/identity';
import { Problem } from '@weerbaar/kernel/problems';
import { type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { ProvisioningTokenRepository } from './provisioning-token.repository.js';

/** A token can't be guessed; this keeps somebody from trying all the same, and from filling the audit log. */
const refusalLimit: Limit = { name: 'provisioning-of-address', attempts: 60, minutes: 15 };

/** RFC 6750, 2.1; no token of ours is longer. */
const bearer = /^bearer ([\w-]{1,100})$/i;

/** The directory shows who it is by a bearer token, of the organisation at whose host name it asks. */
@Injectable()
export class ProvisioningIdentification extends ServiceIdentification {
  constructor(
    private readonly tokens: ProvisioningTokenRepository,
    private readonly transactions: TransactionRunner,
    private readonly throttle: Throttle,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async identify(request: HttpRequest): Promise<ServiceActor | undefined> {
    const { authorization } = request.headers;
    if (authorization === undefined) return undefined;
    const secret = bearer.exec(authorization)?.[1];
    const found = secret === undefined ? undefined : await this.actorWith(secret);
    if (!found) await this.refuse(request);
    return found;
  }

  /** The few that count are compared one by one, each in the same time. */
  private actorWith(secret: string): Promise<ServiceActor | undefined> {
    const hash = hashToken(secret);
    const today = this.clock.today();
    return this.transactions.run(async () => {
      const counting = await this.tokens.counting(today);
      const [token] = counting.filter(({ tokenHash }) => timingSafeEqual(tokenHash, hash));
      if (token && token.lastUsedOn !== today) await this.tokens.markUsed(token.id, today);
      return token && serviceActor(token.id);
    });
  }

  private async refuse(request: HttpRequest): Promise<never> {
    await this.throttle.count({ limit: refusalLimit, subject: networkOf(request) });
    await this.transactions.run(() =>
      this.audit.record(systemActor, {
        action: 'people.provisioning-refused',
        objectType: 'provisioning-token',
        objectId: 'unknown',
        result: 'refused',
      }),
    );
    throw new Problem('not-signed-in', {
      detail: {
        nl: 'Deze sleutel geldt hier niet, of niet meer.',
        en: 'This token does not count here, or no longer.',
      },
    });
  }
}
