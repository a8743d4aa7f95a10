import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../test/support/department-summaries.ts';
import { day } from '../../test/support/history.ts';
import type { Note } from '../contract/hub/sharing.ts';
import {
  agendaMarkdown,
  meetingAgenda,
  minutesMarkdown,
  type AgendaSources,
} from './meeting-agenda.ts';

const note: Note = {
  id: 'n',
  tool: 'chatgpt',
  month: '2026-11',
  title: '表を読めるように',
  changed: '表のファイルを読めます。',
  meaning: '月末の集計に使えます。',
  publishedAt: 1,
  by: 'advisor',
};

function sources(change: Partial<AgendaSources> = {}): AgendaSources {
  return {
    department: '営業部',
    day: day('2026-11-24'),
    summary: summaryOf(),
    questions: [
      {
        id: 'q',
        text: '表が崩れます。\nどうすれば？',
        name: '高橋',
        askedAt: 1,
        state: 'open',
        waitedMinutes: 95,
        late: false,
      },
    ],
    actions: [
      { id: 'a', text: '三人でためす', assignee: '佐藤', dueDay: day('2026-11-27'), madeAt: 1 },
      { id: 'b', text: '型を書く', madeAt: 1 },
      { id: 'c', text: '招待を送る', madeAt: 1, doneAt: 2 },
    ],
    notes: [note],
    cards: [],
    today: day('2026-11-20'),
    ...change,
  };
}

describe('a meeting’s agenda', () => {
  it('has goal and actual, what changed, questions, actions and one thing that is new', () => {
    const text = agendaMarkdown(meetingAgenda(sources(), 'ja'));
    expect(text).toMatch(
      /^# 営業部 AI 定例 2026年11月24日\n\n## 目標と実績（11月[^）]*の週）\n\n- .*60/,
    );
    expect(text).toContain('- 表が崩れます。（1 時間 35 分待ち）');
    expect(text).toContain('- 三人でためす（担当 佐藤、11月27日(金) まで）\n- 型を書く\n');
    expect(text).toContain('## 終わったこと\n\n- 招待を送る');
    expect(text).toContain('- 表を読めるように');
    // Read in a room: nobody's name but who took an action.
    expect(text).not.toContain('高橋');
    expect(text.trim().split('\n').at(-1)).toMatch(/^> /);
  });

  it('leaves minutes to send around', () => {
    const { department, actions } = sources();
    const minutes = { department, day: day('2026-11-24'), notes: '三人で試す。', actions };
    expect(minutesMarkdown(minutes, 'ja')).toBe(
      '# 営業部 AI 定例 2026年11月24日 の議事録\n\n三人で試す。\n\n' +
        '## 決めたこと（持ち越し）\n\n- 三人でためす（担当 佐藤、11月27日(金) まで）\n- 型を書く\n\n' +
        '## 終わったこと\n\n- 招待を送る\n',
    );
    const bare = { ...minutes, notes: '', actions: [] };
    expect(minutesMarkdown(bare, 'en')).toBe(
      '# 営業部: minutes of 24 November 2026\n\nNo minutes\n',
    );
  });

  it('says of every empty part that it is, in both languages', () => {
    const empty = sources({ questions: [], actions: [], notes: [] });
    for (const language of ['ja', 'en'] as const) {
      const { sections } = meetingAgenda(empty, language);
      expect(sections).toHaveLength(6);
      for (const { items, none } of sections) expect(items.join('') || none).not.toBe('');
    }
    expect(agendaMarkdown(meetingAgenda(empty, 'en'))).toContain('No question waits.');
  });
});
