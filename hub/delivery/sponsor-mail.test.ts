import { describe, expect, it } from 'vitest';
import type { DayKey, WeekKey } from '../../lib/domain/day.ts';
import { notShown } from '../../test/support/department-summaries.ts';
import { programme } from '../../lib/i18n/programme.ts';
import { sponsorPageInWords } from '../../lib/app/sponsor-page-words.ts';
import { fullMonth, sponsorMonth } from '../../test/support/sponsor-months.ts';
import { renderSponsorMonth } from './sponsor-mail.ts';
import { readAloud } from '../../test/support/read-aloud.ts';

const NAMES = ['営業部', '製造部', '<b>経理</b>', '開発部'] as const;
const full = fullMonth(NAMES);

/** Every sentence of the words, wherever it stands. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#39;');

describe('the sponsor’s mail', () => {
  it.each(['ja', 'en'] as const)('says the same in text and HTML (%s)', (language) => {
    const { columns, subject, ...words } = sponsorPageInWords(full, language);
    const mail = renderSponsorMonth(full, language, {
      foot: ['foot'],
      stopUrl: 'https://x.example/?t=1',
    });
    expect(mail.subject).toBe(subject);
    const all = [...sentences({ ...words, language: '' }), ...columns.slice(1, 5), 'foot'];
    expect(all.length).toBeGreaterThan(40);
    const html = readAloud(mail.html);
    for (const sentence of all) {
      expect([sentence, mail.text.includes(sentence)]).toEqual([sentence, true]);
      expect([sentence, html.includes(readAloud(escaped(sentence)))]).toEqual([sentence, true]);
    }
    expect(mail.html).not.toContain('<b>経理');
    // No line ends between a figure and what it counts.
    expect(mail.html).not.toMatch(/\d [\p{Script=Han}\p{Script=Hiragana}]/u);
    expect(mail.text).not.toMatch(/undefined|NaN|\[object/);
    expect(mail.images).toEqual([]);
  });

  it('says that it is a rehearsal, and is the same bytes for the same month', () => {
    const mail = renderSponsorMonth(full, 'ja', { occasion: 'rehearsal' });
    expect(mail.subject).toMatch(/^【リハーサル】/);
    expect(mail.text).toMatch(/^これはリハーサルです/);
    expect(renderSponsorMonth(full, 'ja', { occasion: 'rehearsal' })).toEqual(mail);
  });

  it('says that the first weeks are too early for a share, not that people are too few', () => {
    const tooEarly = {
      name: '営業部',
      missing: [],
      startedOn: '2026-10-12' as DayKey,
      facts: { shares: new Map([['2026-W44' as WeekKey, notShown('tooEarly')]]) },
    };
    const habitual = { untold: 0, goal: 0.6 };
    const { text } = renderSponsorMonth(sponsorMonth([tooEarly], { habitual }), 'ja');
    expect(text).toContain('習慣になった人　—\n  4 週たった人がそろうと出ます\n');
    expect(text).not.toContain('人数が少ないため');
    const few = {
      ...tooEarly,
      facts: { shares: new Map([['2026-W44' as WeekKey, notShown('fewContributors')]]) },
    };
    const both = renderSponsorMonth(sponsorMonth([tooEarly, few], { habitual }), 'ja');
    expect(both.text).toContain('習慣になった人　—\n  人数が少ないため');
  });

  it('says of a company that begins that its people are to come', () => {
    const begun = {
      name: '営業部',
      missing: [],
      startedOn: '2026-11-02' as DayKey,
      facts: { shares: new Map([['2026-W44' as WeekKey, notShown('noMembers')]]) },
    };
    const bare = { untold: 0 };
    const page = sponsorMonth([begun], { habitual: bare, weeklyActive: bare });
    const { text } = renderSponsorMonth(page, 'ja');
    expect(text).toContain('使った人　—\n  メンバーはこれからです\n');
    expect(text).not.toContain('人数が少ないため');
  });

  it('names no week where the sixteen are over', () => {
    const over = { name: '営業部', missing: [], startedOn: '2026-06-01' as DayKey };
    const { text } = renderSponsorMonth(sponsorMonth([over]), 'ja');
    expect(text).toMatch(/^ {2}16\u00a0週間のあと、習慣になった人/m);
  });

  it('says whose day and whose month it tells', () => {
    const first = '10月の定例：2 回';
    const { text } = renderSponsorMonth(full, 'ja');
    expect(text).toContain('2026年11月2日 現在のようすです。定例の回数は、10月に開いたものです。');
    expect(text).toContain(first);
    const met = { ...full, well: [{ good: 'twoMeetings', departmentId: 'd1' }] } as const;
    expect(renderSponsorMonth(met, 'ja').text).toContain(
      '製造部は10月に、定例を 2\u00a0回以上開きました',
    );
    expect(renderSponsorMonth(met, 'en').text).toContain('製造部 met at least twice in Oct');
  });

  it('says calmly that the sixteen weeks are over and what still passes them', () => {
    const over = { name: '営業部', missing: [], startedOn: '2026-06-15' as DayKey };
    const { text } = renderSponsorMonth(sponsorMonth([over]), 'ja');
    expect(text).toContain('1. 営業部の 16\u00a0週間が終わりました');
    expect(text).toContain(`   ${programme.ja.stillOpen}`);
    expect(text).toContain('  修了の条件には、まだ届いていません');
    expect(text).not.toContain('修了しません');
  });

  it('counts in one line those whose sixteen weeks were over before', () => {
    const long = ['営業部', '製造部', '経理部'].map((name) => ({
      name,
      missing: [],
      startedOn: '2026-06-01' as DayKey,
    }));
    const { text, html } = renderSponsorMonth(sponsorMonth(long), 'ja');
    const line = '16\u00a0週間を過ぎて、修了に向けて続けている部署が 3\u00a0つあります。';
    expect([text, html.replaceAll('&nbsp;', '\u00a0')].map((each) => each.includes(line))).toEqual([
      true,
      true,
    ]);
    expect(text).toContain('いまは、責任者の判断が要ることはありません');
    expect(text).not.toContain('が終わりました');
    const [one = long[0]] = long;
    const english = renderSponsorMonth(sponsorMonth(one ? [one] : []), 'en').text;
    expect(english).toContain(
      'One department is past the sixteen weeks and goes on towards the exit test.',
    );
    expect(renderSponsorMonth(full, 'ja').text).not.toContain('続けている部署が');
  });

  it('names the last meeting of a department that stands still, not the day of the rule', () => {
    const { text } = renderSponsorMonth(full, 'ja');
    expect(text).toContain('止まっています（最後の定例：9月16日(水)）');
    expect(text).toContain(
      '21\u00a0日以上、定例がありません（最後の定例：9月16日(水)）。推進担当者',
    );
    const never = {
      name: '営業部',
      missing: [],
      startedOn: '2026-09-07' as DayKey,
      facts: { meetings: [] },
    };
    expect(renderSponsorMonth(sponsorMonth([never]), 'en').text).toContain(
      'Stalled (the first is still to come)',
    );
  });

  it.each([
    ['2026-11-03', '2026年11月3日までに 60% の人の習慣に'],
    ['2026-11-02', '2026年11月2日までに 60% の人の習慣に'],
    ['2026-11-01', '60% の人の習慣に。期日の 2026年11月1日 は過ぎました。'],
  ])('says when the goal’s date, %s, has gone by', (by, said) => {
    const goal = { ...full.goal, by: by as DayKey } as NonNullable<typeof full.goal>;
    expect(renderSponsorMonth({ ...full, goal }, 'ja').text).toContain(said);
  });

  it('is short where nothing was begun', () => {
    const bare = { untold: 0 };
    const page = sponsorMonth([], { goal: undefined, habitual: bare, weeklyActive: bare });
    const { text } = renderSponsorMonth(page, 'ja');
    expect(text).toContain('目標がありません');
    expect(text).not.toContain('目標に入っていない部署');
  });
});
