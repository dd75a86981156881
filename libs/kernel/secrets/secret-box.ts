import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings, SettingsError } from '@weerbaar/kernel/config';
import { currentContext } from '@weerbaar/kernel/context';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** The first byte of what was sealed, so that another way of sealing can come beside this one. */
const form = 1;

/**
 * Secrets that the server must be able to read back (seeds of authenticator apps, credentials at an identity
 * provider), sealed under the key of the installation. That key is not in the database: a stolen backup
 * opens none. What the server must not be able to read does not belong here.
 */
@Injectable()
export class SecretBox {
  private readonly keys = new Map<string, Buffer>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /**
   * @param place what the secret is of, for example `second-factor <account>`. Opened at another place, or
   * for another organisation, it does not open: a row can't be copied over another.
   */
  seal(place: string, secret: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, this.key('seal'), nonce).setAAD(ofPlace(place));
    const sealed = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
    return Buffer.concat([Buffer.of(form), nonce, sealing.getAuthTag(), sealed]);
  }

  /** @throws Error when it was sealed for another place, under another key, or was changed since. */
  open(place: string, sealed: Buffer): string {
    if (sealed[0] !== form) throw new Error('sealed in a form this version does not know');
    const nonce = sealed.subarray(1, 1 + nonceBytes);
    const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
    // A shorter tag would be easier to guess, and the runtime takes one unless it is told how long it is.
    const opening = createDecipheriv(cipher, this.key('seal'), nonce, { authTagLength: tagBytes })
      .setAAD(ofPlace(place))
      .setAuthTag(tag);
    const rest = sealed.subarray(1 + nonceBytes + tagBytes);
    return Buffer.concat([opening.update(rest), opening.final()]).toString('utf8');
  }

  /**
   * A hash that can't be repeated without the key of the installation: for what is too short or too well
   * known to keep under a plain hash, such as recovery codes and network addresses.
   */
  keyedHash(purpose: string, value: string): Buffer {
    const { organisationId } = currentContext();
    return createHmac('sha256', this.key('hash'))
      .update(JSON.stringify([organisationId, purpose, value]))
      .digest();
  }

  private key(use: 'seal' | 'hash'): Buffer {
    const known = this.keys.get(use);
    if (known) return known;
    const { WEERBAAR_SECRET: secret } = this.settings;
    if (!secret) throw new SettingsError(['WEERBAAR_SECRET: is nodig / is required']);
    const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `weerbaar ${use}`, 32));
    this.keys.set(use, key);
    return key;
  }
}

function ofPlace(place: string): Buffer {
  return Buffer.from(JSON.stringify([currentContext().organisationId, place]));
}
