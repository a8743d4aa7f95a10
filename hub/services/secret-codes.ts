import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;
const DEVICE_ALPHABET = 'ACDEFHJKMNPRTUVWXY34679';
const DEVICE_CODE = new RegExp(`^[${DEVICE_ALPHABET}]{8}$`);
const TOKEN_PATTERN = /^banso_([a-z0-9]{16})_([\w-]{43})$/;
const CODE_PATTERN = /^([a-z0-9]{16})\.([\w-]{22,43})$/;

/** A secret that names its organisation, so that it can be looked up by a key that begins with it. */
export interface SecretRef {
  readonly organisationId: string;
  /** SHA-256 of the secret part, hex; the only form that is stored. */
  readonly hash: string;
}

/** A fresh organisation id: 16 characters of base 36, 80 random bits. */
export function makeOrganisationId(): string {
  const number = BigInt(`0x${randomBytes(10).toString('hex')}`);
  return number.toString(36).padStart(16, '0').slice(-16);
}

/** A bearer token with 256 random bits. Shown once. */
export function makeToken(organisationId: string): string {
  return `banso_${organisationId}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** An invite or device code with 256 random bits. Shown once. */
export function makeCode(organisationId: string): string {
  return `${organisationId}.${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/**
 * A code for a second device: eight characters that are not mistaken for one another, read aloud or on paper (no B and 8,
 * no S and 5, no O and 0), in two groups. About 36 random bits, which live ten minutes behind a limit of tries.
 */
export function makeDeviceCode(): string {
  const characters = Array.from(
    { length: 8 },
    () => DEVICE_ALPHABET[randomInt(DEVICE_ALPHABET.length)],
  );
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/** The hash of a device code as somebody typed it; undefined for what cannot be one. */
export function parseDeviceCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .replaceAll(/[\s\-ー‐–]/g, '')
    .toUpperCase();
  return DEVICE_CODE.test(code) ? hashSecret(code) : undefined;
}

/** Reads a token; undefined for anything else. */
export function parseToken(text: string): SecretRef | undefined {
  return toRef(TOKEN_PATTERN.exec(text));
}

/** Reads an invite: the link `https://hub.example/join#CODE` or the code alone, spaces around it allowed. */
export function parseCode(linkOrCode: string): SecretRef | undefined {
  const text = linkOrCode.trim();
  return toRef(CODE_PATTERN.exec(text.slice(text.indexOf('#') + 1)));
}

/** SHA-256 of a text as hex. Secrets here have 256 random bits, so a slow hash would add nothing. */
export function hashSecret(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Compares two texts in time that does not depend on where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)));
}

function toRef(match: RegExpExecArray | null): SecretRef | undefined {
  const [, organisationId, secret] = match ?? [];
  if (organisationId === undefined || secret === undefined) return undefined;
  return { organisationId, hash: hashSecret(secret) };
}
