import { z } from 'zod';

const slackText = (type: 'mrkdwn' | 'plain_text', max: number) =>
  z.strictObject({
    type: z.literal(type),
    text: z.string().min(1).max(max),
    ...(type === 'plain_text' ? { emoji: z.boolean().optional() } : {}),
  });
/** What Slack's page says a message looks like; unknown fields are refused. */
export const slackSchema = z.strictObject({
  text: z.string().min(1),
  blocks: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('header'), text: slackText('plain_text', 150) }),
        z.strictObject({ type: z.literal('divider') }),
        z.strictObject({
          type: z.literal('context'),
          elements: z
            .array(z.union([slackText('mrkdwn', 3000), slackText('plain_text', 3000)]))
            .max(10),
        }),
        z.strictObject({
          type: z.literal('section'),
          text: z.union([slackText('mrkdwn', 3000), slackText('plain_text', 3000)]).optional(),
          fields: z.array(slackText('mrkdwn', 2000)).max(10).optional(),
        }),
      ]),
    )
    .max(50),
});

const run = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  weight: z.enum(['Bolder', 'Default', 'Lighter']).optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  color: z.enum(['Accent', 'Warning', 'Default']).optional(),
  isSubtle: z.boolean().optional(),
});
const richText = z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(run).min(1) });
const column = z.strictObject({
  type: z.literal('Column'),
  width: z.literal('stretch'),
  items: z.array(richText),
});
/** What Microsoft Teams's page says a message looks like; unknown fields are refused. */
export const teamsSchema = z.strictObject({
  type: z.literal('message'),
  summary: z.string(),
  attachments: z
    .array(
      z.strictObject({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        contentUrl: z.null(),
        content: z.strictObject({
          $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
          type: z.literal('AdaptiveCard'),
          version: z.literal('1.4'),
          lang: z.string(),
          fallbackText: z.string(),
          msteams: z.strictObject({ width: z.literal('Full') }),
          body: z.array(
            z.discriminatedUnion('type', [
              richText,
              z.strictObject({
                type: z.literal('ColumnSet'),
                separator: z.boolean(),
                columns: z.array(column).length(3),
              }),
              z.strictObject({
                type: z.literal('Container'),
                style: z.literal('emphasis'),
                items: z.array(richText),
              }),
            ]),
          ),
        }),
      }),
    )
    .length(1),
});

const widget = z.union([
  z.strictObject({ textParagraph: z.strictObject({ text: z.string().min(1) }) }),
  z.strictObject({
    decoratedText: z.strictObject({
      topLabel: z.string(),
      text: z.string(),
      bottomLabel: z.string(),
      wrapText: z.boolean(),
    }),
  }),
]);
/** What Google Chat's page says a message looks like; unknown fields are refused. */
export const googleChatSchema = z.strictObject({
  fallbackText: z.string().min(1),
  cardsV2: z
    .array(
      z.strictObject({
        cardId: z.string(),
        card: z.strictObject({
          header: z.strictObject({ title: z.string(), subtitle: z.string().optional() }),
          sections: z.array(
            z.strictObject({ header: z.string().optional(), widgets: z.array(widget).min(1) }),
          ),
        }),
      }),
    )
    .length(1),
});
