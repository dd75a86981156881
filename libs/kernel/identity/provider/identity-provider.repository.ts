import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { IdentityProvider } from './identity-provider.js';

/** At most one an organisation. The application reads it; only the owner of the database can write it. */
@Injectable()
export class IdentityProviderRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async find(): Promise<IdentityProvider | undefined> {
    const [provider] = await this.transactions.manager.query<IdentityProvider[]>(
      `select id, issuer, client_id as "clientId", authentication, sealed_credential as "sealedCredential", scope,
              name_claim as "nameClaim", strong_acr as "strongAcr", group_claim as "groupClaim",
              group_roles as "groupRoles", changed_at as "changedAt"
         from identity_provider`,
    );
    return provider;
  }

  async replace(provider: IdentityProvider): Promise<void> {
    await this.remove();
    await this.transactions.manager.query(
      `insert into identity_provider (id, issuer, client_id, authentication, sealed_credential, scope, name_claim,
                                      strong_acr, group_claim, group_roles, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        provider.id,
        provider.issuer,
        provider.clientId,
        provider.authentication,
        provider.sealedCredential,
        provider.scope,
        provider.nameClaim,
        provider.strongAcr,
        provider.groupClaim,
        provider.groupRoles,
        provider.changedAt,
      ],
    );
  }

  async remove(): Promise<void> {
    await this.transactions.manager.query('delete from identity_provider');
  }
}
