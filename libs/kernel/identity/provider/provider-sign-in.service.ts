import { Inject, Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { systemActor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { type HttpReply, type HttpRequest, networkOf, originOf } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { type CountedAttempt, type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { OneTimeLinkService } from '../one-time-link/one-time-link.service.js';
import { SessionService } from '../session/session.service.js';
import { hashToken, newToken } from '../token.js';
import { TokenCookies } from '../token-cookies.js';
import type { IdentityProvider } from './identity-provider.js';
import { IdentityProviderRepository } from './identity-provider.repository.js';
import { ProviderAccounts } from './provider-account.service.js';
import { personIn, type ProvenPerson } from './provider-claims.js';
import { type Challenge, ProviderClient } from './provider-client.js';
import { type PendingSignIn, ProviderSignInRepository } from './provider-sign-in.repository.js';
import { SignInRefused } from './refusal.js';

/** Where the provider sends the browser back to. Registered there, so it never changes. */
export const callbackPath = '/api/v1/provider-sign-ins/_callback';

/** Time to look for a telephone; then it is begun anew. */
const validMinutes = 10;
const cookie = 'provider-sign-in';

/** A whole town hall can share one address, and signs in on Monday at nine. */
const startLimit: Limit = { name: 'provider-sign-ins-of-address', attempts: 3_000, minutes: 60 };
/** Those that go well are taken back. */
const returnLimit: Limit = { name: 'provider-returns-of-address', attempts: 500, minutes: 60 };

export interface WantedSignIn {
  /** A path of our own. */
  readonly returnPath: string;
  /** Ask for a second factor at the provider. */
  readonly stepUp: boolean;
  /** The token of a one-time link. */
  readonly invitation?: string | undefined;
}

/** What the provider has proven to us of whoever came back. */
export interface ProvenSignIn {
  readonly person: ProvenPerson;
  readonly idToken: string;
  readonly returnPath: string;
  readonly invitation?: string;
  readonly counted: CountedAttempt;
}

type Secrets = Omit<Challenge, 'strong'> & Pick<WantedSignIn, 'invitation'>;

/** Signing in at the identity provider of the organisation: there, back, and in. */
@Injectable()
export class ProviderSignIns {
  private readonly logger = new Logger('IdentityProvider');

  constructor(
    private readonly providers: IdentityProviderRepository,
    private readonly client: ProviderClient,
    private readonly pending: ProviderSignInRepository,
    private readonly accounts: ProviderAccounts,
    private readonly sessions: SessionService,
    private readonly links: OneTimeLinkService,
    private readonly transactions: TransactionRunner,
    private readonly throttle: Throttle,
    private readonly secrets: SecretBox,
    private readonly cookies: TokenCookies,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @returns the address at the provider to send the browser to.
   * @throws Problem `not-found` when the organisation has no provider, or the invitation can't be used.
   */
  async begin(wanted: WantedSignIn, request: HttpRequest, reply: HttpReply): Promise<string> {
    await this.throttle.count({ limit: startLimit, subject: networkOf(request) });
    const provider = await this.provider();
    if (!provider) throw new Problem('not-found');
    if (wanted.stepUp && provider.strongAcr.length === 0) throw noStepUp();
    const { invitation, stepUp: strong, returnPath } = wanted;
    if (invitation !== undefined) await this.links.accountOf(invitation);

    const secrets: Secrets = { state: newToken(), nonce: newToken(), codeVerifier: newToken(), invitation };
    const redirectUri = `${originOf(request, this.settings)}${callbackPath}`;
    const address = await this.client.authorizationAddress(provider, { ...secrets, strong }, redirectUri);

    const token = newToken();
    const tokenHash = hashToken(token);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validMinutes * 60_000);
    const sealedSecrets = this.secrets.seal(placeOf(tokenHash), JSON.stringify(secrets));
    await this.transactions.run(async () => {
      await this.pending.removeExpired(now);
      await this.pending.add({ tokenHash, sealedSecrets, strong, returnPath, expiresAt });
    });
    this.cookies.write(reply, cookie, token, expiresAt);
    return address;
  }

  /**
   * Checks what the provider sends back with the browser. It can be tried once: whatever comes of it, the same
   * answer finds nothing the next time.
   * @throws SignInRefused, or Problem `provider-unreachable`
   */
  async prove(request: HttpRequest): Promise<ProvenSignIn> {
    const counted = await this.throttle.count({ limit: returnLimit, subject: networkOf(request) });
    return this.auditingRefusal(async () => {
      const begun = await this.takeBegun(request);
      const secrets = this.secrets.open(placeOf(begun.tokenHash), begun.sealedSecrets);
      const { invitation, ...challenge } = JSON.parse(secrets) as Secrets;
      const provider = await this.provider();
      if (!provider) throw new SignInRefused('no-attempt');
      const answer = new URL(request.url, originOf(request, this.settings));
      const proof = await this.client.redeem(provider, { ...challenge, strong: begun.strong }, answer);
      const person = personIn(proof.claims, provider);
      if (begun.strong && !person.strong) throw new SignInRefused('not-strong-enough');
      const { idToken } = proof;
      return { person, idToken, returnPath: begun.returnPath, ...(invitation && { invitation }), counted };
    });
  }

  /** Starts the session of whoever it is. @throws SignInRefused when that is nobody. */
  open(proven: ProvenSignIn, request: HttpRequest, reply: HttpReply): Promise<void> {
    const { person, idToken, invitation, counted } = proven;
    this.cookies.clear(reply, cookie);
    return this.auditingRefusal(() =>
      this.transactions.run(async () => {
        const account =
          invitation === undefined
            ? await this.accounts.recognise(person)
            : await this.accounts.invited(person, invitation);
        const opening = {
          account,
          method: 'provider',
          assurance: person.strong ? 'strong' : 'provider',
          providerRoles: person.roles,
          providerToken: idToken,
          mayEnrol: invitation !== undefined,
          counted,
        } as const;
        await this.sessions.open(opening, request, reply);
      }),
    );
  }

  /**
   * Where the browser goes to sign out at the provider as well.
   * @returns null when it can't go there now: signing out here has happened all the same.
   */
  async endAddress(idToken: string, request: HttpRequest): Promise<string | null> {
    const provider = await this.provider();
    if (!provider) return null;
    try {
      const returnTo = `${originOf(request, this.settings)}/`;
      return (await this.client.endSessionAddress(provider, idToken, returnTo)) ?? null;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  private provider(): Promise<IdentityProvider | undefined> {
    return this.transactions.run(() => this.providers.find());
  }

  private async takeBegun(request: HttpRequest): Promise<PendingSignIn> {
    const token = this.cookies.read(request, cookie);
    const begun = token && (await this.transactions.run(() => this.pending.take(hashToken(token))));
    if (!begun) throw new SignInRefused('no-attempt');
    if (begun.expiresAt <= this.clock.now()) throw new SignInRefused('too-late');
    return begun;
  }

  private async auditingRefusal<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      const { reason, accountId = 'unknown' } = error;
      if (reason === 'citizen-service-number') this.logger.warn(aboutCitizenServiceNumbers);
      await this.transactions.run(() =>
        this.audit.record(systemActor, {
          action: 'identity.provider-sign-in-refused',
          objectType: 'account',
          objectId: accountId,
          result: 'refused',
          after: { reason },
        }),
      );
      throw error;
    }
  }
}

const aboutCitizenServiceNumbers =
  'the provider gave what looks like a citizen service number (BSN) as sub; let it give a pseudonym (OIDC NLgov)';

function placeOf(tokenHash: Buffer): string {
  return `provider sign-in ${tokenHash.toString('hex')}`;
}

function noStepUp(): Problem {
  return Problem.conflict(
    'De inlogdienst van uw organisatie vraagt niet om een tweede bewijs. Gebruik de code van uw app.',
    'The identity provider of your organisation asks for no second factor. Use the code of your app.',
  );
}
