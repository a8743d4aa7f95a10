import { summaryMail as strings } from '../../../lib/i18n/summary-mail.ts';
import { expectStatus, type Outbound } from '../outbound.ts';
import { chatParts, cutAtLine, type ChatMessage, type ChatQuestion } from './chat-message.ts';

const HEADER_CHARACTERS = 150;
const SECTION_CHARACTERS = 3000;

/**
 * Slack by incoming webhook with Block Kit (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and
 * docs.slack.dev/reference/block-kit/blocks, read 2026-11): a header of 150 characters at most, sections of 3,000, `text`
 * as what notifications show; `&`, `<` and `>` escaped, so that no name becomes a mention or a link. It answers 200 "ok".
 */
export async function sendToSlack(
  outbound: Outbound,
  settings: { readonly url: string },
  message: ChatMessage | ChatQuestion,
): Promise<void> {
  const reply = await outbound.post({
    url: settings.url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify('question' in message ? questionPayload(message) : slackPayload(message)),
  });
  expectStatus(reply, [200]);
}

/** What somebody wrote stands as plain text, in which nothing is a mention, a link or bold. */
function questionPayload({ subject, note, question }: ChatQuestion) {
  const { heading, text, facts, hint } = question;
  return {
    text: escapeMrkdwn(subject),
    blocks: [
      ...(note === undefined ? [] : [context(note)]),
      {
        type: 'header',
        text: { type: 'plain_text', text: cutAtLine(heading, HEADER_CHARACTERS) },
      },
      {
        type: 'section',
        text: { type: 'plain_text', text: cutAtLine(text, SECTION_CHARACTERS), emoji: false },
      },
      ...facts.map(plainContext),
      plainContext(hint),
    ],
  };
}

function plainContext(text: string) {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

/** The JSON that an incoming webhook takes. */
export function slackPayload(message: ChatMessage) {
  const { words, note } = message;
  const parts = chatParts(message);
  const t = strings[words.language];
  const [changed = '', why = ''] = parts.changed.lines;
  const [title = '', reason = ''] = parts.action.lines;
  return {
    text: escapeMrkdwn(message.subject),
    blocks: [
      ...(note === undefined ? [] : [context(note)]),
      {
        type: 'header',
        text: { type: 'plain_text', text: cutAtLine(words.heading, HEADER_CHARACTERS) },
      },
      section(`*${escapeMrkdwn(changed)}*\n${escapeMrkdwn(why)}`),
      {
        type: 'section',
        fields: words.numbers.map(({ word, value, beside }) => ({
          type: 'mrkdwn',
          text: [
            `*${escapeMrkdwn(word.word)}*`,
            escapeMrkdwn(value),
            ...beside.map(escapeMrkdwn),
          ].join('\n'),
        })),
      },
      ...(words.numbersNote === undefined ? [] : [context(words.numbersNote)]),
      section(
        [`*${escapeMrkdwn(parts.lines.heading)}*`, ...parts.lines.lines.map(escapeMrkdwn)].join(
          '\n',
        ),
      ),
      { type: 'divider' },
      section(
        [
          `*${escapeMrkdwn(parts.action.heading)}*`,
          escapeMrkdwn(title),
          escapeMrkdwn(reason),
          '',
          escapeMrkdwn(t.messageHeading),
          `>${escapeMrkdwn(parts.message)}`,
        ].join('\n'),
      ),
      context(words.promise),
    ],
  };
}

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text: cutAtLine(text, SECTION_CHARACTERS) } };
}

function context(text: string) {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: escapeMrkdwn(text) }] };
}

/** Slack's three characters (docs.slack.dev/messaging/formatting-message-text, read 2026-11). */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
