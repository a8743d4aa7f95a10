import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Keeps secrets unreadable at rest. */
export interface Seal {
  /** Seals a text for one place; opened anywhere else it is refused, so a stored secret cannot be moved to another row. */
  close(text: string, place: string): string;
  /** The text again. Throws `SealError` when the key is gone, is another one, or the stored text was changed. */
  open(sealed: string, place: string): string;
  /** A keyed fingerprint, for links that nobody else can make. */
  sign(text: string): string;
}

/** A sealed secret cannot be opened; the message says why and what to do. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with the key in `keyFile`, which is made (mode 0600) when the first secret is sealed. A sealed text is
 * `v1.<key id>.<base64url of iv, tag and ciphertext>`; the key id tells a lost key from a damaged text. Several hubs on
 * one database need the same key file. A backup of the database without the file keeps the secrets unreadable.
 */
export function createSeal(keyFile: string): Seal {
  let held: Buffer | undefined;
  const key = (): Buffer => (held ??= readKey(keyFile) ?? makeKey(keyFile));

  return {
    close(text, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const whole = Buffer.concat([iv, cipher.getAuthTag(), body]);
      return `v1.${keyId(key())}.${whole.toString('base64url')}`;
    },

    open(sealed, place) {
      const [version, id, data] = sealed.split('.');
      if (version !== 'v1' || id === undefined || data === undefined) {
        throw new SealError('A stored secret is damaged. Enter the channel’s secret again.');
      }
      const found = (held ??= readKey(keyFile));
      if (found === undefined || keyId(found) !== id) {
        throw new SealError(
          `The key that sealed this secret is not in ${keyFile}. Put the file back, or enter the channel’s secret again.`,
        );
      }
      const whole = Buffer.from(data, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', found, whole.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(Buffer.from(place))
          .setAuthTag(whole.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = whole.subarray(IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        throw new SealError('A stored secret was changed. Enter the channel’s secret again.');
      }
    },

    sign(text) {
      return createHmac('sha256', key()).update(`sign\n${text}`).digest('base64url');
    },
  };
}

function readKey(keyFile: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(keyFile, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new SealError(`${keyFile} does not hold a key of this hub. Put the right file back.`);
  }
  return key;
}

/** Written aside and linked into place: two hubs that start at once must end up with one whole key. */
function makeKey(keyFile: string): Buffer {
  mkdirSync(dirname(keyFile), { recursive: true });
  const aside = `${keyFile}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(aside, keyFile);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  const key = readKey(keyFile);
  if (key === undefined) throw new SealError(`${keyFile} could not be made.`);
  return key;
}

function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
