import { summaryMail as strings } from '../../../lib/i18n/summary-mail.ts';
import { expectStatus, type Outbound } from '../outbound.ts';
import {
  chatParts,
  cutAtLine,
  type ChatMessage,
  type ChatPart,
  type ChatQuestion,
} from './chat-message.ts';

/** Where the API answers (developer.chatwork.com/docs/endpoints, read 2026-11). */
export const CHATWORK_API = 'https://api.chatwork.com/v2';
const MOST_CHARACTERS = 60_000;

/**
 * Chatwork by its API: `POST /rooms/{room_id}/messages`, form-encoded, the token in `x-chatworktoken`
 * (developer.chatwork.com/docs/endpoints and …/reference/post-rooms-room_id-messages, read 2026-11); it answers 200 with the
 * message's id. `[info]` and `[title]` frame the text; brackets in it are widened, so that no name becomes `[toall]`.
 */
export async function sendToChatwork(
  outbound: Outbound,
  settings: { readonly roomId: string; readonly token: string; readonly api?: string },
  message: ChatMessage | ChatQuestion,
): Promise<void> {
  const text = 'question' in message ? questionBody(message) : chatworkBody(message);
  const reply = await outbound.post({
    url: `${settings.api ?? CHATWORK_API}/rooms/${settings.roomId}/messages`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-chatworktoken': settings.token,
    },
    body: new URLSearchParams({ body: text, self_unread: '0' }).toString(),
  });
  expectStatus(reply, [200]);
}

function questionBody({ note, question }: ChatQuestion): string {
  const { heading, text, facts, hint } = question;
  const body = [
    ...(note === undefined ? [] : [plain(note)]),
    plain(text),
    [...facts, hint].map(plain).join('\n'),
  ].join('\n[hr]\n');
  return `[info][title]${plain(heading)}[/title]${cutAtLine(body, MOST_CHARACTERS)}[/info]`;
}

/** The message in Chatwork's notation. */
export function chatworkBody(message: ChatMessage): string {
  const { words, note } = message;
  const parts = chatParts(message);
  const t = strings[words.language];
  const section = ({ heading, lines }: ChatPart): string =>
    [`■ ${plain(heading)}`, ...lines.map(plain)].join('\n');
  const body = [
    ...(note === undefined ? [] : [plain(note)]),
    section(parts.changed),
    section(parts.numbers),
    section(parts.lines),
    `${section(parts.action)}\n\n${plain(t.messageHeading)}\n${plain(parts.message)}`,
    plain(words.promise),
  ].join('\n[hr]\n');
  return `[info][title]${plain(words.heading)}[/title]${cutAtLine(body, MOST_CHARACTERS)}[/info]`;
}

function plain(text: string): string {
  return text.replaceAll('[', '［').replaceAll(']', '］');
}
