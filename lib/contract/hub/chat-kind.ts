import { z } from 'zod';

/** Chats that a department's summary, and its questions, can go to. Apart from `channels.ts`: the browser needs no more of it. */
export const chatKindSchema = z.enum([
  'slack',
  'teams',
  'chatwork',
  'googleChat',
  'lineWorks',
  'webhook',
]);

export type ChatKind = z.infer<typeof chatKindSchema>;
