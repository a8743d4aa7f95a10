import { describe, expect, it } from 'vitest';
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
    for (const sentence of all) {
      expect([sentence, mail.text.includes(sentence)]).toEqual([sentence, true]);
      expect([sentence, mail.html.includes(escaped(sentence))]).toEqual([sentence, true]);
    }
    expect(mail.html).not.toContain('<b>経理');
    expect(mail.text).not.toMatch(/undefined|NaN|\[object/);
    expect(mail.images).toEqual([]);
  });

  it('says that it is a rehearsal, and is the same bytes for the same month', () => {
    const mail = renderSponsorMonth(full, 'ja', { occasion: 'rehearsal' });
    expect(mail.subject).toMatch(/^【リハーサル】/);
    expect(mail.text).toMatch(/^これはリハーサルです/);
    expect(renderSponsorMonth(full, 'ja', { occasion: 'rehearsal' })).toEqual(mail);
  });

  it('is short where nothing was begun', () => {
    const bare = { untold: 0 };
    const page = sponsorMonth([], { goal: undefined, habitual: bare, weeklyActive: bare });
    const { text } = renderSponsorMonth(page, 'ja');
    expect(text).toContain('目標がありません');
    expect(text).not.toContain('目標に入っていない部署');
  });
});
