/** Where an invite, a device's code or a new hub's set-up code leads. */
export interface InvitePlace {
  /** Without a slash at the end. */
  readonly hubUrl: string;
  /** What is sent: the code alone. */
  readonly code: string;
  readonly kind: 'invite' | 'device' | 'setup';
}

/** What a pasted text is, or why it cannot be used. */
export type ParsedInvite =
  | { readonly ok: true; readonly place: InvitePlace }
  | { readonly ok: false; readonly reason: 'empty' | 'notALink' | 'notSafe' };

/** Codes name their organisation first; a device's code is short and stands for ten minutes. */
const CODE = /^[\w.-]{4,200}$/;

/**
 * Reads a pasted invite: `https://hub.example/join#CODE`, or `…/join#device:CODE` for a second browser of the same person, or
 * `…/join#setup:CODE` as a new hub prints it. Only https,
 * or http on this machine (docs/adr/0003-permissions.md). Spaces and line breaks that mail programs put in are taken out.
 */
export function parseInvite(text: string): ParsedInvite {
  const link = text.replaceAll(/[\s\u200B<>「」]/g, '');
  if (link === '') return { ok: false, reason: 'empty' };
  if (!URL.canParse(link)) return { ok: false, reason: 'notALink' };
  const { protocol, hostname, origin, pathname, hash } = new URL(link);
  const [, marked, code = ''] = /^#(?:(device|setup):)?(.*)$/.exec(hash) ?? [];
  if (!/\/join\/?$/.test(pathname) || !CODE.test(code)) return { ok: false, reason: 'notALink' };
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    return { ok: false, reason: 'notSafe' };
  }
  const hubUrl = `${origin}${pathname.replace(/\/join\/?$/, '')}`;
  return {
    ok: true,
    place: { hubUrl, code, kind: (marked as 'device' | 'setup' | undefined) ?? 'invite' },
  };
}

/** The host permission a hub needs, as a match pattern; patterns know no port. */
export function hostPattern(hubUrl: string): string {
  const { protocol, hostname } = new URL(hubUrl);
  return `${protocol}//${hostname}/*`;
}
