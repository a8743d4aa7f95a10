import { summaryMail as strings } from '../../../lib/i18n/summary-mail.ts';
import { DeliveryError } from '../delivery-error.ts';
import { expectStatus, type Outbound } from '../outbound.ts';
import { chatParts, type ChatMessage, type ChatQuestion } from './chat-message.ts';

const MOST_BYTES = 28_000;
const MOST_LINES = 40;

type Run = Readonly<Record<string, string | boolean>>;

/**
 * Microsoft Teams by a Workflows webhook ("Post to a channel when a webhook request is received"): an Adaptive Card in a
 * message envelope (learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook and
 * …/connectors/teams, "Microsoft Teams webhook", read 2026-11), 28 KB at most. It answers 202, the older connectors 200. All
 * text stands in TextRuns, which know no Markdown, so that no name becomes a link.
 */
export async function sendToTeams(
  outbound: Outbound,
  settings: { readonly url: string },
  message: ChatMessage | ChatQuestion,
): Promise<void> {
  const payload = 'question' in message ? questionPayload(message) : teamsPayload(message);
  const body = JSON.stringify(payload);
  if (Buffer.byteLength(body) > MOST_BYTES) {
    throw new DeliveryError('contentRefused', 'the card is over 28 KB', { lasting: true });
  }
  const reply = await outbound.post({
    url: settings.url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
  });
  expectStatus(reply, [200, 202]);
}

/** The JSON that a Workflows webhook takes. */
export function teamsPayload(message: ChatMessage) {
  const { words, note } = message;
  const parts = chatParts(message);
  const t = strings[words.language];
  const [changed = '', why = ''] = parts.changed.lines;
  const [title = '', reason = ''] = parts.action.lines;
  return card(message.subject, words.language, [
    ...(note === undefined ? [] : [line([note], { color: 'Warning' })]),
    line([words.heading], { weight: 'Bolder', size: 'Medium' }),
    line([changed], { weight: 'Bolder', size: 'Large', color: 'Accent' }),
    line([why], { isSubtle: true, size: 'Small' }),
    {
      type: 'ColumnSet',
      separator: true,
      columns: words.numbers.map(({ word, value, beside }) => ({
        type: 'Column',
        width: 'stretch',
        items: [
          line([word.word], { weight: 'Bolder', size: 'Small' }),
          line([value], { size: 'Large', color: 'Accent' }),
          ...beside.map((fact) => line([fact], { isSubtle: true, size: 'Small' })),
        ],
      })),
    },
    ...(words.numbersNote === undefined ? [] : [line([words.numbersNote], { size: 'Small' })]),
    line([parts.lines.heading], { weight: 'Bolder', size: 'Small' }),
    ...parts.lines.lines.map((text) => line([text], { size: 'Small' })),
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        line([parts.action.heading], { weight: 'Bolder', size: 'Small' }),
        line([title], { weight: 'Bolder' }),
        line([reason], {}),
        line([t.messageHeading], { isSubtle: true, size: 'Small' }),
        line([parts.message], {}),
      ],
    },
    line([words.promise], { isSubtle: true, size: 'Small' }),
  ]);
}

function questionPayload({ subject, note, question, language }: ChatQuestion) {
  const { heading, text, facts, hint } = question;
  return card(subject, language, [
    ...(note === undefined ? [] : [line([note], { color: 'Warning' })]),
    line([heading], { weight: 'Bolder', size: 'Medium' }),
    ...linesOf(text).map((each) => line([each], {})),
    ...facts.map((fact) => line([fact], { isSubtle: true, size: 'Small' })),
    line([hint], { size: 'Small' }),
  ]);
}

/** A block a line, as TextRuns do not promise to break theirs; what is longer goes on in the last one, within the bytes. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((each) => each.trim() !== '');
  const last = lines.slice(MOST_LINES - 1).join(' ');
  return [...lines.slice(0, MOST_LINES - 1), ...(last === '' ? [] : [last])];
}

function card(subject: string, language: string, body: readonly object[]) {
  return {
    type: 'message',
    summary: subject,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          lang: language,
          fallbackText: subject,
          msteams: { width: 'Full' },
          body,
        },
      },
    ],
  };
}

function line(texts: readonly string[], style: Run) {
  return {
    type: 'RichTextBlock',
    inlines: texts.map((text) => ({ type: 'TextRun', text, ...style })),
  };
}
