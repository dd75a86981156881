import { Inject, Injectable } from '@nestjs/common';
import { type Assurance, Identification, type Identity, identityOf } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { type Actor, currentContext } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { type CountedAttempt, Throttle } from '@weerbaar/kernel/throttle';
import { hashToken, newToken } from '../token.js';
import { TokenCookies } from '../token-cookies.js';
import { deviceOf } from './device.js';
import { SessionRepository, type SignInMethod, type StoredSession } from './session.repository.js';

const cookie = 'session';

/** Somebody who has shown who they are. */
export interface Opening {
  /** As it was when they showed it. */
  readonly account: { readonly id: string; readonly version: number; readonly personId: string };
  readonly method: SignInMethod;
  readonly assurance: Assurance;
  /** Roles that groups at the identity provider give, for as long as the session lasts. */
  readonly providerRoles?: readonly string[];
  /** The ID token of the identity provider, to end the session there as well. */
  readonly providerToken?: string;
  /**
   * Whether a first authenticator app may be set up in it. Not on the word of the identity provider alone:
   * whoever runs that could otherwise become anybody who has none yet.
   */
  readonly mayEnrol: boolean;
  /** To take back, now that it went well. */
  readonly counted?: CountedAttempt;
}

/** Sessions live in the database, of which only a hash of the id is stored: a stolen backup opens none. */
@Injectable()
export class SessionService extends Identification {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: TransactionRunner,
    private readonly throttle: Throttle,
    private readonly secrets: SecretBox,
    private readonly cookies: TokenCookies,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  /** After so long without a request a session ends; whoever left their desk is not there any more. */
  get idleMinutes(): number {
    return this.settings.WEERBAAR_IDLE_MINUTES;
  }

  /** How long a session still lasts at the most. */
  secondsLeft({ expiresAt }: StoredSession): number {
    return Math.max(0, Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1_000));
  }

  async identify(request: HttpRequest): Promise<Identity | undefined> {
    const token = this.cookies.read(request, cookie);
    if (!token) return undefined;
    const { organisationId } = currentContext();
    const signedIn = await this.sessions.identify(
      organisationId,
      hashToken(token),
      this.clock.now(),
      this.clock.today(),
      this.idleMinutes,
    );
    return signedIn && identityOf(signedIn);
  }

  /**
   * Starts a session of its own for every sign-in, and ends the one the browser came with.
   * @throws Problem `sign-in-failed` when the account changed since: what was shown may count no more.
   */
  async open(opening: Opening, request: HttpRequest, reply: HttpReply): Promise<void> {
    const { account, method, assurance, providerRoles = [], providerToken, mayEnrol, counted } = opening;
    const [id, token, createdAt] = [newId(), newToken(), this.clock.now()];
    const expiresAt = new Date(createdAt.getTime() + this.settings.WEERBAAR_SESSION_HOURS * 3_600_000);
    await this.transactions.run(async () => {
      await this.endCurrent(request);
      const added = await this.sessions.add({
        id,
        tokenHash: hashToken(token),
        account,
        method,
        assurance,
        providerRoles,
        providerToken: providerToken === undefined ? null : this.secrets.seal(placeOfToken, providerToken),
        mayEnrol,
        device: deviceOf(request.headers['user-agent']),
        createdAt,
        expiresAt,
      });
      if (!added) throw new Problem('sign-in-failed');
      if (counted) await this.throttle.takeBack(counted);
      await this.audit.record(actorOf(account), {
        action: 'identity.signed-in',
        objectType: 'account',
        objectId: account.id,
        after: { method, assurance },
      });
    });
    this.cookies.write(reply, cookie, token, expiresAt);
  }

  /**
   * More proof was given. The session goes on under another token, so that one which leaked before is worth
   * nothing now; the other sessions of the account, which gave less, may end with it.
   * @param proof puts what was given into use, in the same transaction: both happen, or neither.
   * @throws Problem `not-signed-in` when the session ended in between.
   */
  async strengthen<T>(
    { actor, sessionId }: Identity,
    request: HttpRequest,
    reply: HttpReply,
    { endOthers }: { readonly endOthers: boolean },
    proof: () => Promise<T>,
  ): Promise<T> {
    const old = this.cookies.read(request, cookie) ?? '';
    const token = newToken();
    const { session, proven } = await this.transactions.run(async () => {
      const result = await proof();
      const rotated = await this.sessions.rotate(hashToken(old), hashToken(token), 'strong');
      const found = rotated ? await this.sessions.get(sessionId) : undefined;
      if (!found) throw new Problem('not-signed-in');
      if (endOthers) await this.sessions.removeOthersOf(actor.accountId, sessionId);
      await this.audit.record(actor, {
        action: 'identity.stepped-up',
        objectType: 'account',
        objectId: actor.accountId,
      });
      return { session: found, proven: result };
    });
    this.cookies.write(reply, cookie, token, session.expiresAt);
    return proven;
  }

  /** Ends this session. @returns the ID token of the identity provider it came from, if it did. */
  async close(actor: Actor, request: HttpRequest, reply: HttpReply): Promise<string | undefined> {
    const sealed = await this.transactions.run(async () => {
      const providerToken = await this.endCurrent(request);
      await this.record(actor, 'identity.signed-out');
      return providerToken;
    });
    this.cookies.clear(reply, cookie);
    return sealed && this.secrets.open(placeOfToken, sealed);
  }

  /** The session at hand. @throws Problem `not-signed-in` when it ended in between. */
  async current({ sessionId }: Identity): Promise<StoredSession> {
    const session = await this.transactions.run(() => this.sessions.get(sessionId));
    if (!session) throw new Problem('not-signed-in');
    return session;
  }

  list({ actor }: Identity): Promise<readonly StoredSession[]> {
    return this.transactions.run(() =>
      this.sessions.ofAccount(actor.accountId, this.clock.now(), this.idleMinutes),
    );
  }

  /** @throws Problem `not-found` when it is no session of one's own. */
  end({ actor }: Identity, id: string): Promise<void> {
    return this.transactions.run(async () => {
      if (!(await this.sessions.removeById(id, actor.accountId))) throw new Problem('not-found');
      await this.record(actor, 'identity.session-ended');
    });
  }

  private async endCurrent(request: HttpRequest): Promise<Buffer | undefined> {
    const token = this.cookies.read(request, cookie);
    return token === undefined ? undefined : this.sessions.remove(hashToken(token));
  }

  private record(actor: Actor, action: string): Promise<void> {
    return this.audit.record(actor, { action, objectType: 'account', objectId: actor.accountId ?? '' });
  }
}

const placeOfToken = 'session of an identity provider';

function actorOf({ id, personId }: Opening['account']): Actor {
  return { kind: 'person', accountId: id, personId, roles: new Set() };
}
