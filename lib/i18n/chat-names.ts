import type { ChatKind } from '../contract/hub/chat-kind.ts';
import { catalogue } from './language.ts';

/** Chats as people know them. */
export const chatNames = catalogue<Record<ChatKind, string>>({
  ja: {
    slack: 'Slack',
    teams: 'Microsoft Teams',
    chatwork: 'Chatwork',
    googleChat: 'Google Chat',
    lineWorks: 'LINE WORKS',
    webhook: 'Webhook',
  },
  en: {
    slack: 'Slack',
    teams: 'Microsoft Teams',
    chatwork: 'Chatwork',
    googleChat: 'Google Chat',
    lineWorks: 'LINE WORKS',
    webhook: 'Webhook',
  },
});
