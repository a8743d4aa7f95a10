import type { ChannelKind, DeliveryDto, FailureReason } from '../contract/hub/channels.ts';
import { catalogue } from './language.ts';

/** Names of the ways in which a summary arrives. */
export const channelKindWords = catalogue({
  ja: {
    mail: 'メール',
    slack: 'Slack',
    teams: 'Microsoft Teams',
    chatwork: 'Chatwork',
    googleChat: 'Google Chat',
    lineWorks: 'LINE WORKS',
    webhook: 'Webhook（署名つき）',
  } satisfies Record<ChannelKind, string>,
  en: {
    mail: 'Mail',
    slack: 'Slack',
    teams: 'Microsoft Teams',
    chatwork: 'Chatwork',
    googleChat: 'Google Chat',
    lineWorks: 'LINE WORKS',
    webhook: 'Webhook (signed)',
  } satisfies Record<ChannelKind, string>,
});

/** How a delivery stands. */
export const deliveryStateWords = catalogue({
  ja: {
    waiting: '送る準備ができています',
    retrying: '届かなかったため、また送ります',
    sent: '届きました',
    failed: '届けられませんでした',
  } satisfies Record<DeliveryDto['state'], string>,
  en: {
    waiting: 'Ready to be sent',
    retrying: 'Did not arrive yet; it will be sent again',
    sent: 'Arrived',
    failed: 'Could not be delivered',
  } satisfies Record<DeliveryDto['state'], string>,
});

/** Why a delivery failed, and what to do about it. */
export const failureWords = catalogue({
  ja: {
    recipientRefused: '宛先が見つかりません。宛先か、チャットの部屋を確かめてください。',
    contentRefused: '相手のサービスがこの内容を受け取りませんでした。設定を確かめてください。',
    signIn: 'パスワードか鍵が違います。入れ直してください。',
    tls: '安全な接続ができません。サーバーの証明書を確かめてください。',
    unreachable: '相手のサーバーにつながりません。',
    busy: '相手のサーバーが混み合っています。時間をおいてまた送ります。',
    timeout: '相手のサーバーから返事がありません。',
    targetNotAllowed: 'この宛先には送れません。https の、社外に公開された宛先を入れてください。',
    secretLost: 'しまっておいた鍵が開けられません。宛先の設定を入れ直してください。',
    nobody: '送り先の人か宛先がなくなりました。',
    failed: 'うまく送れませんでした。',
  } satisfies Record<FailureReason, string>,
  en: {
    recipientRefused: 'The address or the room was not found. Check it.',
    contentRefused: 'The service did not take this message. Check the channel’s settings.',
    signIn: 'The password, token or key is wrong. Enter it again.',
    tls: 'No secure connection could be made. Check the server’s certificate.',
    unreachable: 'The server could not be reached.',
    busy: 'The server asked to come back later; it will be tried again.',
    timeout: 'The server did not answer in time.',
    targetNotAllowed: 'This target is not allowed. Enter a public https address.',
    secretLost: 'The stored secret cannot be opened. Enter the channel’s settings again.',
    nobody: 'The person or channel it was for is gone.',
    failed: 'It could not be sent.',
  } satisfies Record<FailureReason, string>,
});
