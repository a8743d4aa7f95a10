/** A mail that the person sends themselves; nothing here sends. */
export interface MailDraft {
  /** Recipient; a draft without one is left to the person. */
  readonly to?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Longest link that mail programs on Windows take; a longer text is cut at a line end. */
const MAILTO_LENGTH = 1900;

/**
 * A `mailto:` link with subject and text, lines ended as RFC 6068 wants them. Some programs drop links over some 2,000
 * characters, and a Japanese character takes nine: whole lines are then left away from the end of the text until it fits,
 * while `foot`, which holds the promise about use, always stays. `cut` tells, so that the page can say where all of it is.
 */
export function mailtoLink(
  draft: Pick<MailDraft, 'to' | 'subject' | 'text'> & { readonly foot: string },
): {
  readonly href: string;
  readonly cut: boolean;
} {
  const head = `mailto:${encodeURIComponent(draft.to ?? '').replaceAll('%40', '@')}?subject=${encodeURIComponent(draft.subject)}&body=`;
  const lines = draft.text.split('\n');
  let kept = lines.length;
  const link = (): string => {
    const body = lines.slice(0, kept).join('\n').trimEnd();
    const whole = body.endsWith(draft.foot) ? body : `${body}\n\n${draft.foot}`;
    return head + encodeURIComponent(whole.replaceAll('\n', '\r\n'));
  };
  while (kept > 0 && link().length > MAILTO_LENGTH) kept -= 1;
  return { href: link(), cut: kept < lines.length };
}

/**
 * The draft as an `.eml` file (RFC 5322, MIME `multipart/alternative`): text first, HTML second, both UTF-8 in base64,
 * marked `X-Unsent` so that mail programs open it as a draft. Lines end with CRLF; the subject is an encoded word.
 * `boundary` must not occur in the parts; base64 cannot hold its `=_`.
 */
export function emlFile(draft: MailDraft, boundary = '=_banso_summary'): string {
  const part = (type: string, text: string): string[] => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...wrapped(base64(text.replaceAll(/\r?\n/g, '\r\n'))),
    '',
  ];
  return [
    'MIME-Version: 1.0',
    'X-Unsent: 1',
    // A line end in an address would begin a header of its own.
    ...(draft.to === undefined ? [] : [`To: ${draft.to.replaceAll(/[\r\n]/g, '')}`]),
    `Subject: ${encodedWords(draft.subject)}`,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', draft.text),
    ...part('text/html', draft.html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function wrapped(text: string): string[] {
  return text.match(/.{1,76}/g) ?? [];
}

/** RFC 2047: words of at most 75 characters, split between whole characters, on folded lines. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let piece = '';
  for (const character of text.replaceAll(/[\r\n]+/g, ' ')) {
    if (new TextEncoder().encode(piece + character).length > 42) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  words.push(piece);
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ');
}
