import { describe, expect, it } from 'vitest';
import type { DayKey, WeekKey } from '../../lib/domain/day.ts';
import { notShown } from '../../test/support/department-summaries.ts';
import { sponsorPageInWords } from '../../lib/app/sponsor-page-words.ts';
import { fullMonth, sponsorMonth } from '../../test/support/sponsor-months.ts';
import { renderSponsorMonth } from './sponsor-mail.ts';

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
    const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');
    const html = spaced(mail.html);
    for (const sentence of all) {
      expect([sentence, mail.text.includes(sentence)]).toEqual([sentence, true]);
      expect([sentence, html.includes(spaced(escaped(sentence)))]).toEqual([sentence, true]);
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
    expect(text).toMatch(/^ {2}16 週間のあと、習慣になった人/m);
  });

  it('is short where nothing was begun', () => {
    const bare = { untold: 0 };
    const page = sponsorMonth([], { goal: undefined, habitual: bare, weeklyActive: bare });
    const { text } = renderSponsorMonth(page, 'ja');
    expect(text).toContain('目標がありません');
    expect(text).not.toContain('目標に入っていない部署');
  });
});
