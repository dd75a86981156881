import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from './json-value.js';

/** The end of the chain on a day. */
export interface Checkpoint {
  readonly organisationId: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly sequence: number;
  /** Hexadecimal. */
  readonly chainHash: string;
}

/** The DER that stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Signs checkpoints with Ed25519. The key comes from the secret of the installation, which is not in the
 * database: its owner can recompute the chain, but can't sign the result.
 */
export class CheckpointKey {
  /** Tells keys apart: the start of the hash of the public key. */
  readonly id: string;

  private constructor(
    private readonly privateKey: KeyObject,
    private readonly publicKey: KeyObject,
  ) {
    const bytes = publicKey.export({ type: 'spki', format: 'der' });
    this.id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  }

  /** @param secret 32 bytes as 64 hexadecimal digits. */
  static fromSecret(secret: string): CheckpointKey {
    const seed = hkdfSync('sha256', Buffer.from(secret, 'hex'), '', 'weerbaar audit checkpoint', 32);
    const privateKey = createPrivateKey({
      key: Buffer.concat([privateKeyPrefix, Buffer.from(seed)]),
      format: 'der',
      type: 'pkcs8',
    });
    return new CheckpointKey(privateKey, createPublicKey(privateKey));
  }

  sign(checkpoint: Checkpoint): Buffer {
    return sign(null, messageOf(checkpoint), this.privateKey);
  }

  hasSigned(checkpoint: Checkpoint, signature: Uint8Array): boolean {
    return verify(null, messageOf(checkpoint), this.publicKey, signature);
  }
}

/** Where the key of this installation is, if it has one. */
export abstract class CheckpointKeys {
  abstract readonly current: CheckpointKey | undefined;
}

function messageOf({ organisationId, day, sequence, chainHash }: Checkpoint): Buffer {
  return Buffer.from(
    canonicalJson({ purpose: 'weerbaar audit checkpoint', organisationId, day, sequence, chainHash }),
  );
}
