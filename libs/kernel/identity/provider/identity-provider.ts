import type { rolesOfProvider } from '@weerbaar/kernel/access';

/** How Weerbaar shows the provider who asks. The first is what the government profile (OIDC NLgov) wants. */
export type ClientAuthentication = 'private_key_jwt' | 'client_secret_basic';

/** By what a person is recognised at their first sign-in. */
export type NameClaim = 'email' | 'preferred_username';

export type RoleOfProvider = (typeof rolesOfProvider)[number];

/** What the operator decides about the identity provider of an organisation. */
export interface ProviderSettings {
  /** Exactly as the provider calls itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: ClientAuthentication;
  /** What is asked for, separated by spaces; always with `openid`. */
  readonly scope: string;
  readonly nameClaim: NameClaim;
  /** Values of `acr` by which the provider vouches for a second factor. Empty: only our own app does. */
  readonly strongAcr: readonly string[];
  /** Null: groups give no roles. */
  readonly groupClaim: string | null;
  /** Group at the provider -> role. */
  readonly groupRoles: Readonly<Record<string, RoleOfProvider>>;
}

/** Where the staff of an organisation sign in for everything they use. */
export interface IdentityProvider extends ProviderSettings {
  readonly id: string;
  /** The client secret, or the private key as JWK. */
  readonly sealedCredential: Buffer;
  readonly changedAt: Date;
}

/** A credential opens only for the provider and the client it was sealed for: it is sent to nobody else. */
export function placeOfCredential({ issuer, clientId, authentication }: ProviderSettings): string {
  return `identity provider ${JSON.stringify([issuer, clientId, authentication])}`;
}
