import { Secret, TOTP } from 'otpauth';

export interface DemoPerson {
  readonly name: string;
  readonly password: string;
  /** What the authenticator app would show now; nothing for whoever has none. */
  code(): string;
}

/** A demo account as its line tells it, below the one that says that Weerbaar is ready. */
export function demoPerson(output: string, name: string): DemoPerson {
  const [, password, secret] = new RegExp(`^ +${name} +(\\S+)(?: +(\\w+))?$`, 'm').exec(output) ?? [];
  if (!password) throw new Error(`no demo account ${name} in: ${output}`);
  return {
    name,
    password,
    code: () => (secret ? new TOTP({ secret: Secret.fromBase32(secret) }).generate() : ''),
  };
}
