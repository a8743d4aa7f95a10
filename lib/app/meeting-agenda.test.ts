import { describe, expect, it } from 'vitest';
import { shown, summaryOf } from '../../test/support/department-summaries.ts';
import { day } from '../../test/support/history.ts';
import { addDays, weekOf, type DayKey } from '../domain/day.ts';
import { mondayOfProgramme } from '../domain/programme.ts';
import { programmeView, type ProgrammeFacts } from '../domain/programme-view.ts';
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

describe('an agenda near the exit', () => {
  const startedOn = day('2026-08-24');
  const on = (week: number, weekday: number) =>
    addDays(mondayOfProgramme(startedOn, week), weekday - 1);
  /** The agenda of a meeting as it is on `today`, with the figures of the week before. */
  const agendaOf = (today: DayKey, meeting: DayKey, change: Partial<ProgrammeFacts> = {}) => {
    const programme = programmeView({
      startedOn,
      today,
      goal: 0.6,
      meetings: [on(2, 2), on(4, 2)],
      planned: [],
      noGoalSince: undefined,
      noOpenActionSince: undefined,
      slowHelpSince: undefined,
      shares: toldBefore(today),
      work: undefined,
      days: [],
      weeklyGoal: 3,
      ...change,
    });
    const summary = summaryOf({ week: weekOf(addDays(today, -7)) });
    return agendaMarkdown(
      meetingAgenda(sources({ day: meeting, today, summary, programme }), 'ja'),
    );
  };
  /** What the floor tells of the week before `today`, below the goal. */
  const toldBefore = (today: DayKey) => new Map([[weekOf(addDays(today, -7)), shown(8, 8, 20)]]);
  const passed = new Map([1, 3].map((week) => [weekOf(on(week, 1)), shown(18, 18, 20)]));

  const hiddenBefore = (today: DayKey) =>
    new Map([[weekOf(addDays(today, -7)), { shown: false, because: 'fewerThanFloor' } as const]]);

  it('says which week the test will look at, where its figures are still to come', () => {
    expect(agendaOf(on(13, 5), on(14, 2))).toContain(
      '- 修了の条件は、11月16日〜22日の週の数字で確かめます。11月23日(月) からボードで見られます。',
    );
    expect(agendaOf(on(16, 4), on(17, 1))).toContain('12月7日〜13日の週');
    expect(agendaOf(on(18, 5), on(19, 2))).toContain('12月21日〜27日の週');
  });

  it('says after week 16 what the board says: still open, and when the last meeting was', () => {
    const said = agendaOf(on(17, 2), on(17, 4));
    expect(said).toContain('- 修了の条件には、まだ届いていません。');
    expect(said).toContain(
      '- 進みが止まっています：21 日以上、定例がありません（最後の定例：9月15日(火)）',
    );
    expect(agendaOf(on(13, 2), on(13, 4))).toContain('- 16 週間の進みが止まっています：');
  });

  it.each([
    ['on its day', on(14, 2), on(14, 2), {}],
    ['in the same week', on(14, 2), on(14, 4), {}],
    ['early in the programme', on(12, 5), on(13, 2), {}],
    ['without a goal', on(13, 5), on(14, 2), { goal: undefined }],
    ['once it is passed', on(13, 5), on(14, 2), { shares: passed }],
    ['where no share was told', on(13, 5), on(14, 2), { shares: new Map() }],
    ['where the floor hides the share', on(13, 5), on(14, 2), { shares: hiddenBefore(on(13, 5)) }],
  ] as const)('says nothing of it %s', (_, today, meeting, change) => {
    expect(agendaOf(today, meeting, change)).not.toContain('修了の条件は、');
  });
});

describe('proposals in an agenda', () => {
  const card = {
    id: 'w',
    name: '見積もり',
    waiting: false,
    state: 'proposed',
    fellBack: true,
    carriesGoal: false,
    proposedBy: 'champion',
    proposedAt: 0,
    minutes: 5,
  } as const;

  it.each([
    ['ja', { fellSince: day('2026-08-10') }, '見積もり（8月10日(月) から前ほど使われていない）'],
    ['en', { fellSince: day('2026-08-10') }, '見積もり (used less since Mon 10 Aug)'],
    ['ja', {}, '見積もり（前ほど使われていない）'],
    ['ja', { fellBack: false }, '見積もり（いまは試していない）'],
  ] as const)('say in %s how they stand: %o', (language, change, said) => {
    const { sections } = meetingAgenda(sources({ cards: [{ ...card, ...change }] }), language);
    expect(sections.flatMap(({ items }) => items)).toContain(said);
  });
});
