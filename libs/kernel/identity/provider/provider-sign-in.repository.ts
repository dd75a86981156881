import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';

/** Somebody is on their way to the provider and back. */
export interface PendingSignIn {
  readonly tokenHash: Buffer;
  readonly sealedSecrets: Buffer;
  readonly strong: boolean;
  readonly returnPath: string;
  readonly expiresAt: Date;
}

@Injectable()
export class ProviderSignInRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async add({ tokenHash, sealedSecrets, strong, returnPath, expiresAt }: PendingSignIn): Promise<void> {
    await this.transactions.manager.query(
      `insert into provider_sign_in (token_hash, sealed_secrets, strong, return_path, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [tokenHash, sealedSecrets, strong, returnPath, expiresAt],
    );
  }

  /** Takes it out: of two who come with the same token, one finds it. */
  async take(tokenHash: Buffer): Promise<PendingSignIn | undefined> {
    const [rows] = await this.transactions.manager.query<[PendingSignIn[], number]>(
      `delete from provider_sign_in where token_hash = $1
       returning token_hash as "tokenHash", sealed_secrets as "sealedSecrets", strong, return_path as "returnPath",
                 expires_at as "expiresAt"`,
      [tokenHash],
    );
    return rows[0];
  }

  async removeExpired(moment: Date): Promise<void> {
    await this.transactions.manager.query('delete from provider_sign_in where expires_at <= $1', [moment]);
  }

  async removeAll(): Promise<void> {
    await this.transactions.manager.query('delete from provider_sign_in');
  }
}
