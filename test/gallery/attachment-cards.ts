import type { AttachmentCard } from '../../lib/contract/hub/programme.ts';
import { addDays } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { NOW_MS } from './company.ts';
import { TODAY } from './person.ts';

const DAY_MS = 86_400_000;

/** The work of a department in every state of M11, from settled to proposed. */
export function cards(language: Language): AttachmentCard[] {
  const isJa = language === 'ja';
  const base = {
    waiting: false,
    fellBack: false,
    carriesGoal: false,
    proposedBy: 'champion',
    proposedAt: NOW_MS - 40 * DAY_MS,
    minutes: 20,
  } as const;
  return [
    {
      ...base,
      id: 'w1',
      name: isJa ? '見積依頼への返信' : 'Reply to a quote request',
      state: 'settled',
      carriesGoal: true,
      savedMinutes: 2000,
      agreed: isJa
        ? '下書きは毎回 AI で作り、金額は人が確かめる'
        : 'Every draft by AI, every sum by a person',
    },
    {
      ...base,
      id: 'w2',
      name: isJa ? '訪問後のお礼メール' : 'Thank-you mail after a visit',
      state: 'attached',
      savedMinutes: 100,
    },
    {
      ...base,
      id: 'w3',
      name: isJa
        ? '商談の議事録から次回の提案の骨子をまとめる'
        : 'Outline of the next proposal from the minutes of a meeting',
      state: 'trial',
      fellBack: true,
      fellSince: addDays(TODAY, -2),
      carriesGoal: true,
      proposedBy: 'member',
      nextStep: isJa ? '貼り付ける項目を三つに減らす' : 'Cut what is pasted to three items',
      nextOn: addDays(TODAY, -2),
    },
    {
      ...base,
      id: 'w4',
      name: isJa ? '月次の売上報告' : 'Monthly sales report',
      state: 'proposed',
      spreadFrom: isJa ? '経理部' : 'Accounting',
      waiting: true,
      proposedBy: 'owner',
      nextStep: isJa ? '定例で三人に試してもらう' : 'Three people try it at the meeting',
      nextOn: addDays(TODAY, 8),
    },
  ];
}
