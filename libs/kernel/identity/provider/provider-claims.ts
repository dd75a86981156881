import { rolesOfProvider } from '@weerbaar/kernel/access';
import { couldBeCitizenServiceNumber } from './citizen-service-number.js';
import type { ProviderSettings, RoleOfProvider } from './identity-provider.js';
import { SignInRefused } from './refusal.js';

/** What the provider says in an ID token: proven to come from it, and not yet read. */
export type Claims = Readonly<Record<string, unknown>>;

/** What Weerbaar takes from that. */
export interface ProvenPerson {
  /** Who it is at this provider, for good. */
  readonly subject: string;
  /** To recognise them by at their first sign-in; absent when the provider does not vouch for it. */
  readonly name: string | undefined;
  readonly roles: readonly RoleOfProvider[];
  readonly strong: boolean;
}

type Reading = Pick<ProviderSettings, 'nameClaim' | 'strongAcr' | 'groupClaim' | 'groupRoles'>;

/** @throws SignInRefused when the token is about nobody who could sign in here. */
export function personIn(claims: Claims, settings: Reading): ProvenPerson {
  return {
    subject: subjectIn(claims),
    name: nameIn(claims, settings),
    roles: rolesIn(claims, settings),
    strong: settings.strongAcr.some((acr) => acr === claims['acr']),
  };
}

/** No longer than OpenID Connect allows, and never a number that is for something else (OIDC NLgov, "Pairwise Identifiers"). */
function subjectIn({ sub, sub_id_type: kind, represents }: Claims): string {
  // Who acts for somebody else signs in elsewhere: staff are here as themselves.
  if (represents !== undefined) throw new SignInRefused('on-behalf-of-another');
  if (typeof sub !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(sub)) throw new SignInRefused('not-proven');
  const called = typeof kind === 'string' && /\bbsn$/i.test(kind);
  if (called || couldBeCitizenServiceNumber(sub)) throw new SignInRefused('citizen-service-number');
  return sub;
}

function nameIn(claims: Claims, { nameClaim }: Reading): string | undefined {
  const name = claims[nameClaim];
  if (nameClaim === 'email' && claims['email_verified'] !== true) return undefined;
  if (typeof name !== 'string' || !/^[^\p{Cc}]{1,254}$/u.test(name)) return undefined;
  // Characters that look like another, and become it in lower case, are not the name of that other.
  return name.normalize('NFKC') === name ? name : undefined;
}

/** Whatever stands in the settings: no role but those a provider may give. */
function rolesIn(claims: Claims, { groupClaim, groupRoles }: Reading): readonly RoleOfProvider[] {
  const claimed = groupClaim === null ? [] : [claims[groupClaim]].flat();
  const groups = new Set(claimed);
  const given = new Set<string>(
    Object.entries(groupRoles).flatMap(([group, role]) => (groups.has(group) ? [role] : [])),
  );
  return rolesOfProvider.filter((role) => given.has(role));
}
