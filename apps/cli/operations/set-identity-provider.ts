import { readFileSync } from 'node:fs';
import { operatorActor } from '@weerbaar/kernel/context';
import {
  IdentityProviders,
  type NameClaim,
  type ProviderSettings,
  readSigningKey,
  UnusableKey,
} from '@weerbaar/kernel/identity';
import { Problem } from '@weerbaar/kernel/problems';
import { inOrganisation, organisationOf, withApplication } from '../application.js';
import { withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';
import { tellProvider } from './show-identity-provider.js';

export interface IdentityProviderOptions extends Pick<
  ProviderSettings,
  'issuer' | 'clientId' | 'authentication' | 'nameClaim'
> {
  readonly organisation: string;
  readonly clientSecretFile?: string;
  readonly privateKeyFile?: string;
  readonly strongAcr?: readonly string[];
  readonly groupClaim?: string;
  readonly groupRole?: ProviderSettings['groupRoles'];
  readonly scope?: string;
}

const scopes: Readonly<Record<NameClaim, string>> = {
  email: 'openid email',
  preferred_username: 'openid profile',
};

export async function setIdentityProvider(
  options: IdentityProviderOptions,
  terminal: Terminal,
): Promise<void> {
  const credential = credentialIn(options);
  await withDatabase(['DATABASE_OWNER_URL'], ({ settings }) =>
    withApplication(settings, 'owner', async (app) => {
      const organisation = await organisationOf(app, options.organisation);
      const provider = await inOrganisation(organisation, () =>
        app.get(IdentityProviders).set(operatorActor, settingsOf(options), credential),
      );
      await tellProvider(app, organisation, provider, terminal);
    }),
  );
}

function settingsOf(options: IdentityProviderOptions): ProviderSettings {
  const { issuer, clientId, authentication, nameClaim, strongAcr = [], groupRole = {} } = options;
  const groupClaim = Object.keys(groupRole).length > 0 ? (options.groupClaim ?? 'groups') : null;
  const scope = options.scope ?? scopes[nameClaim];
  return { issuer, clientId, authentication, nameClaim, scope, strongAcr, groupClaim, groupRoles: groupRole };
}

/** @throws Problem `invalid-input` when the file is not what the way of proving asks for. */
function credentialIn({ authentication, ...files }: IdentityProviderOptions): string | undefined {
  const option = authentication === 'private_key_jwt' ? '--private-key-file' : '--client-secret-file';
  const [wanted, other] =
    authentication === 'private_key_jwt'
      ? [files.privateKeyFile, files.clientSecretFile]
      : [files.clientSecretFile, files.privateKeyFile];
  if (other !== undefined)
    throw wrong(option, `hoort bij ${authentication}`, `is what goes with ${authentication}`);
  if (wanted === undefined) return undefined;
  const content = contentOf(wanted, option);
  return authentication === 'private_key_jwt' ? keyIn(content, option) : content;
}

function contentOf(file: string, option: string): string {
  const content = attempt(() => readFileSync(file, 'utf8').trim());
  if (content) return content;
  throw wrong(option, `${file} is leeg of niet te lezen`, `${file} is empty or can't be read`);
}

function keyIn(content: string, option: string): string {
  try {
    return JSON.stringify(readSigningKey(content));
  } catch (error) {
    if (!(error instanceof UnusableKey)) throw error;
    throw wrong(option, `geen bruikbare sleutel (${error.message})`, `no usable key (${error.message})`);
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function wrong(path: string, nl: string, en: string): Problem {
  return Problem.invalid({ path, code: 'invalid', message: { nl, en } });
}
