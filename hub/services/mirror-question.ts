import type { NewQuestion } from '../../lib/contract/hub/help.ts';
import type { ChatKind } from '../../lib/contract/hub/chat-kind.ts';
import { questionInChat } from '../../lib/i18n/question-in-chat.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { noteOf, prefixOf } from '../delivery/render-summary.ts';
import type { Hub } from '../hub.ts';
import type { Channel } from '../repositories/channels.ts';
import { deliveryId, type Delivery } from '../repositories/deliveries.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import type { StoredQuestion } from '../repositories/help.ts';
import { sendToChat } from './send-to-channel.ts';
import { messageKey } from './weekly-summary.ts';

/** Kinds of chat that a department's new questions go to as well, each once; empty when to none. */
export async function chatsOf(hub: Hub, department: DepartmentKey): Promise<ChatKind[]> {
  const open = await mirrorsOf(hub, department);
  return [...new Set(open.map(({ kind }) => kind))].filter((kind) => kind !== 'mail');
}

/**
 * Puts a question on its way to its department's chats (docs/adr/0024-questions-to-chat.md): those that are switched on for
 * it and that its asker was told of. Its id is the slot's key, so that asked again it goes once; nothing of its words is kept
 * there, so that one taken back in time goes nowhere.
 */
export async function mirrorQuestion(
  hub: Hub,
  organisationId: string,
  {
    id,
    departmentId,
    toChat,
  }: Pick<NewQuestion, 'toChat' | 'id'> & { readonly departmentId: string },
): Promise<void> {
  if (toChat === undefined) return;
  const mirrors = await mirrorsOf(hub, { organisationId, departmentId });
  const told = mirrors.filter(({ kind }) => toChat.some((each) => each === kind));
  if (told.length === 0) return;
  const key = { organisationId, departmentId, kind: 'asked', period: id } as const;
  const planned = told.map((channel) => ({
    id: deliveryId(key, channel.id),
    channelId: channel.id,
  }));
  const now = hub.clock.now();
  // Its content is fixed from the beginning, and empty: the question itself is looked up when it is sent.
  await hub.sending.slots.open({ ...key, dueAt: now, content: '{}' }, planned, now);
}

/**
 * Sends one question to one chat, as it stands now and with its asker's name only where they gave it. What was answered,
 * taken back or switched off meanwhile is not sent. Throws `DeliveryError`.
 */
export async function sendQuestion(hub: Hub, delivery: Delivery): Promise<void> {
  const { organisationId, period, channelId } = delivery;
  const channel = await hub.sending.channels.byId(organisationId, channelId);
  const question = await hub.help.question(organisationId, period);
  if (!channel?.active || !channel.questions || question?.state !== 'open') {
    throw new DeliveryError('overtaken', 'not to be sent any more', { lasting: true });
  }
  const { language } = channel;
  const departments = await hub.organisations.departments(organisationId);
  const department = departments.find(({ id }) => id === channel.departmentId);
  const words = await inWords(hub, { organisationId, question, language });
  const heading = questionInChat[language].heading(department?.name ?? '');
  const occasion = hub.clock.rehearsal ? 'rehearsal' : 'real';
  await sendToChat(hub, channel, {
    id: messageKey(delivery),
    // The real clock, also in a rehearsal: tokens and signatures are judged by it.
    sentAt: new Date(),
    occasion,
    subject: `${prefixOf(occasion, language)}${heading}`,
    note: noteOf(occasion, language),
    language,
    question: { heading, ...words },
  });
}

async function inWords(
  hub: Hub,
  {
    organisationId,
    question: { asker, text, workflowId },
    language,
  }: {
    readonly organisationId: string;
    readonly question: StoredQuestion;
    readonly language: Channel['language'];
  },
) {
  const t = questionInChat[language];
  const memberId = 'memberId' in asker ? asker.memberId : undefined;
  const names = await hub.shared.names(organisationId, memberId === undefined ? [] : [memberId]);
  const name = names.get(memberId ?? '');
  const shared =
    workflowId === undefined ? undefined : await hub.shared.workflow(organisationId, workflowId);
  const workflow = shared?.workflow?.name;
  return {
    text,
    facts: [
      name === undefined ? t.nameless : t.from(name),
      ...(workflow === undefined ? [] : [t.about(workflow)]),
    ],
    hint: t.hint,
  };
}

async function mirrorsOf(
  hub: Hub,
  { organisationId, departmentId }: DepartmentKey,
): Promise<Channel[]> {
  const channels = await hub.sending.channels.ofDepartment(organisationId, departmentId);
  return channels.filter(({ active, questions, kind }) => active && questions && kind !== 'mail');
}
