import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { AccountRepository } from '../account/account.repository.js';
import { SessionRepository } from '../session/session.repository.js';
import { type IdentityProvider, placeOfCredential, type ProviderSettings } from './identity-provider.js';
import { IdentityProviderRepository } from './identity-provider.repository.js';
import { isIssuer } from './issuer.js';
import { ProviderClient } from './provider-client.js';
import { ProviderSignInRepository } from './provider-sign-in.repository.js';
import { newSigningKey, publicKeyOf, type SigningKey } from './signing-key.js';

/** A provider with the key by which it knows Weerbaar, as far as that is public. */
export interface ShownProvider extends Omit<IdentityProvider, 'sealedCredential'> {
  /** As a JSON Web Key; absent with a client secret. */
  readonly publicKey?: object;
}

/**
 * Which identity provider an organisation trusts. For the operator's command line alone, as the owner of the
 * database: whoever could point an organisation at a provider of their own could sign in there as anybody.
 */
@Injectable()
export class IdentityProviders {
  constructor(
    private readonly providers: IdentityProviderRepository,
    private readonly pending: ProviderSignInRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly client: ProviderClient,
    private readonly transactions: TransactionRunner,
    private readonly secrets: SecretBox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` when the organisation has none. */
  show(_actor: Actor): Promise<ShownProvider> {
    return this.transactions.run(async () => this.shown(await this.existing()));
  }

  /**
   * @param credential a client secret, or a private key as JWK. Absent: the one there is for this provider and
   * client stays; where there is none, a key is made.
   * @throws Problem `provider-unreachable` when the provider does not answer under this name.
   */
  async set(actor: Actor, settings: ProviderSettings, credential?: string): Promise<ShownProvider> {
    if (!isIssuer(settings.issuer)) throw notAnIssuer();
    await this.client.requireReachable(settings.issuer);
    // Making a key takes its time and stays outside the transaction.
    const sealedCredential = this.secrets.seal(
      placeOfCredential(settings),
      credential ?? (await this.credentialFor(settings)),
    );
    return this.transactions.run(async () => {
      const before = await this.providers.find();
      const changedAt = this.clock.now();
      const provider = { ...settings, id: before?.id ?? newId(), sealedCredential, changedAt };
      await this.providers.replace(provider);
      await this.endWhatCameFrom(before, provider);
      await this.audit.record(actor, {
        action: 'identity.provider-set',
        objectType: 'identity-provider',
        objectId: provider.id,
        ...(before && { before: recorded(before) }),
        after: recorded(provider),
      });
      return this.shown(provider);
    });
  }

  /** Everybody who signed in there needs another way in: a new invitation. */
  remove(actor: Actor): Promise<void> {
    return this.transactions.run(async () => {
      const provider = await this.existing();
      await this.providers.remove();
      await this.endWhatCameFrom(provider);
      await this.audit.record(actor, {
        action: 'identity.provider-removed',
        objectType: 'identity-provider',
        objectId: provider.id,
        before: recorded(provider),
      });
    });
  }

  /**
   * Sessions that came from the provider end: what they rest on has changed. Who somebody is there means
   * nothing to another provider, nor to another client of the same one, so those ties end as well.
   */
  private async endWhatCameFrom(
    before: IdentityProvider | undefined,
    after?: ProviderSettings,
  ): Promise<void> {
    await this.pending.removeAll();
    await this.sessions.removeOfProvider();
    if (before && !isSameClient(before, after)) await this.accounts.untieAll();
  }

  private async existing(): Promise<IdentityProvider> {
    const provider = await this.providers.find();
    if (!provider) throw noProvider();
    return provider;
  }

  private async credentialFor(wanted: ProviderSettings): Promise<string> {
    const before = await this.transactions.run(() => this.providers.find());
    const same = before && isSameClient(before, wanted) && before.authentication === wanted.authentication;
    if (same) return this.open(before);
    if (wanted.authentication === 'private_key_jwt') return JSON.stringify(newSigningKey());
    throw Problem.invalid({
      path: 'client secret',
      code: 'required',
      message: { nl: 'is nodig', en: 'is needed' },
    });
  }

  private shown(provider: IdentityProvider): ShownProvider {
    const { sealedCredential: _sealed, ...shown } = provider;
    if (provider.authentication !== 'private_key_jwt') return shown;
    return { ...shown, publicKey: publicKeyOf(JSON.parse(this.open(provider)) as SigningKey) };
  }

  private open(provider: IdentityProvider): string {
    return this.secrets.open(placeOfCredential(provider), provider.sealedCredential);
  }
}

function isSameClient(one: ProviderSettings, other?: ProviderSettings): boolean {
  return one.issuer === other?.issuer && one.clientId === other.clientId;
}

/** All that decides who gets in and with which roles; not the credential. */
function recorded({ issuer, clientId, authentication, scope, nameClaim, ...rest }: ProviderSettings): object {
  const { strongAcr, groupClaim, groupRoles } = rest;
  return { issuer, clientId, authentication, scope, nameClaim, strongAcr, groupClaim, groupRoles };
}

function notAnIssuer(): Problem {
  return Problem.invalid({
    path: 'issuer',
    code: 'pattern',
    message: {
      nl: 'geef een adres met https://, zonder iets achter het pad; met http:// alleen op localhost',
      en: 'give an address with https://, without anything after its path; with http:// on localhost only',
    },
  });
}

function noProvider(): Problem {
  return new Problem('not-found', {
    detail: {
      nl: 'Deze organisatie heeft geen inlogdienst.',
      en: 'This organisation has no identity provider.',
    },
  });
}
