import { describe, expect, it } from 'vitest';
import { GOAL_DOCUMENTS, goalDocument, type GoalPaper } from './goal-documents.ts';

const PAPER: GoalPaper = {
  organisation: 'みなと製作所',
  purpose: '手間を減らす',
  sentence: '見積もりを半分の時間で返す',
  share: '60%',
  by: '2027年3月31日',
  departments: ['営業部'],
  workflows: ['見積対応'],
  champion: '佐藤',
  floor: 5,
};

describe('the papers for staff', () => {
  it.each(
    GOAL_DOCUMENTS.flatMap((name) =>
      (['ja', 'en'] as const).map((language) => [name, language] as const),
    ),
  )(
    '%s in %s names the company and its purpose, rules evaluation out, and asks for counsel',
    (name, language) => {
      const text = goalDocument(name, PAPER, language);
      expect(text).toMatch(/^# /);
      for (const part of [PAPER.organisation, PAPER.purpose]) expect(text).toContain(part);
      expect(text).toContain(language === 'ja' ? '人事評価' : 'personnel evaluation');
      expect(text).toContain(language === 'ja' ? '弁護士' : 'counsel');
      expect(text).not.toMatch(/undefined|!|！/);
    },
  );

  it('leave a gap to fill for what is not known', () => {
    const paper = { ...PAPER, champion: undefined, workflows: [] };
    expect(goalDocument('notice', paper, 'ja')).toContain('推進担当者：【氏名】');
    expect(goalDocument('notice', paper, 'ja')).toContain('- 【業務名】');
    expect(goalDocument('rules', paper, 'en')).toContain('【name】');
  });

  it('say the floor that is in force', () => {
    for (const name of GOAL_DOCUMENTS) {
      expect(goalDocument(name, { ...PAPER, floor: 8 }, 'ja')).toContain('8 人以上');
    }
  });
});
