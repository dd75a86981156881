import { Inject, Injectable } from '@nestjs/common';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { Identification } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { type Actor, currentContext, type Role } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { Account } from './account.entity.js';
import { SessionRepository } from './session.repository.js';
import { hashToken, newToken } from './token.js';

const absoluteHours = 12;
const idleMinutes = 60;

/** Sessions live in the database, of which only a hash of the id is stored: a stolen backup opens none. */
@Injectable()
export class SessionService extends Identification {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async identify(request: HttpRequest): Promise<Actor | undefined> {
    const token = request.cookies[this.cookieName];
    if (!token || token.length > 100) return undefined;
    const { organisationId } = currentContext();
    const session = await this.sessions.identify(
      organisationId,
      hashToken(token),
      this.clock.now(),
      this.clock.today(),
      idleMinutes,
    );
    if (!session) return undefined;
    return {
      kind: 'person',
      accountId: session.accountId,
      personId: session.personId,
      roles: new Set(session.roles as Role[]),
    };
  }

  /** Starts a session of its own for every sign-in, and ends the one the browser came with. */
  async open(account: Account, request: HttpRequest, reply: HttpReply): Promise<void> {
    const token = newToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + absoluteHours * 3_600_000);
    await this.transactions.run(async () => {
      await this.endCurrent(request);
      await this.sessions.removeExpired(createdAt);
      await this.sessions.add({ tokenHash: hashToken(token), accountId: account.id, createdAt, expiresAt });
      await this.audit.record(actorOf(account), {
        action: 'identity.signed-in',
        objectType: 'account',
        objectId: account.id,
      });
    });
    void reply.setCookie(this.cookieName, token, { ...this.cookieOptions, expires: expiresAt });
  }

  async close(actor: Actor, request: HttpRequest, reply: HttpReply): Promise<void> {
    await this.transactions.run(async () => {
      await this.endCurrent(request);
      await this.audit.record(actor, {
        action: 'identity.signed-out',
        objectType: 'account',
        objectId: actor.accountId ?? '',
      });
    });
    void reply.clearCookie(this.cookieName, this.cookieOptions);
  }

  private async endCurrent(request: HttpRequest): Promise<void> {
    const token = request.cookies[this.cookieName];
    if (token) await this.sessions.remove(hashToken(token));
  }

  /** The `__Host-` prefix makes the browser refuse the cookie on any other host or path; it demands TLS. */
  private get cookieName(): string {
    return this.settings.WEERBAAR_TLS === 'on' ? '__Host-session' : 'session';
  }

  private get cookieOptions() {
    return {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.WEERBAAR_TLS === 'on',
      path: '/',
    } as const;
  }
}

function actorOf(account: Account): Actor {
  return { kind: 'person', accountId: account.id, personId: account.personId, roles: new Set() };
}
