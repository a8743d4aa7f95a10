import { summaryMail as strings } from '../../../lib/i18n/summary-mail.ts';
import { escapeHtml } from '../mail-html.ts';
import { expectStatus, type Outbound } from '../outbound.ts';
import { chatParts, type ChatMessage, type ChatQuestion } from './chat-message.ts';

/**
 * Google Chat by incoming webhook (developers.google.com/workspace/chat/quickstart/webhooks and
 * …/chat/api/reference/rest/v1/cards, read 2026-11): a card of version 2 with `fallbackText` for notifications; one request a
 * second and space, 32 KB. Card texts know a little HTML, so everything is escaped. It answers 200 with the message.
 */
export async function sendToGoogleChat(
  outbound: Outbound,
  settings: { readonly url: string },
  message: ChatMessage | ChatQuestion,
): Promise<void> {
  const payload = 'question' in message ? questionPayload(message) : googleChatPayload(message);
  const reply = await outbound.post({
    url: settings.url,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(payload),
  });
  expectStatus(reply, [200]);
}

function questionPayload({ subject, note, question }: ChatQuestion) {
  const { heading, text, facts, hint } = question;
  return {
    fallbackText: subject,
    cardsV2: [
      {
        cardId: 'question',
        card: {
          header: { title: heading },
          sections: [
            {
              widgets: [
                ...(note === undefined ? [] : [paragraph(escapeHtml(note))]),
                paragraph(...text.split(/\r?\n/).map(escapeHtml)),
                paragraph(...facts.map(escapeHtml)),
                paragraph(escapeHtml(hint)),
              ],
            },
          ],
        },
      },
    ],
  };
}

/** The JSON that an incoming webhook takes. */
export function googleChatPayload(message: ChatMessage) {
  const { words, note } = message;
  const parts = chatParts(message);
  const t = strings[words.language];
  const [changed = '', why = ''] = parts.changed.lines;
  const [title = '', reason = ''] = parts.action.lines;
  return {
    fallbackText: message.subject,
    cardsV2: [
      {
        cardId: 'weekly-summary',
        card: {
          header: { title: words.heading, subtitle: t.title },
          sections: [
            {
              widgets: [
                ...(note === undefined ? [] : [paragraph(escapeHtml(note))]),
                paragraph(`<b>${escapeHtml(changed)}</b>`, escapeHtml(why)),
              ],
            },
            {
              header: escapeHtml(parts.numbers.heading),
              widgets: words.numbers.map(({ word, value, beside }) => ({
                decoratedText: {
                  topLabel: word.word,
                  text: escapeHtml(value),
                  bottomLabel: beside.join(t.separator),
                  wrapText: true,
                },
              })),
            },
            {
              header: escapeHtml(parts.lines.heading),
              widgets: [paragraph(...parts.lines.lines.map(escapeHtml))],
            },
            {
              header: escapeHtml(parts.action.heading),
              widgets: [
                paragraph(`<b>${escapeHtml(title)}</b>`, escapeHtml(reason)),
                paragraph(escapeHtml(t.messageHeading), `<i>${escapeHtml(parts.message)}</i>`),
              ],
            },
            { widgets: [paragraph(escapeHtml(words.promise))] },
          ],
        },
      },
    ],
  };
}

function paragraph(...lines: readonly string[]) {
  return { textParagraph: { text: lines.join('<br>') } };
}
