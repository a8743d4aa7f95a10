import { describe, expect, it } from 'vitest';
import { lineOf, notShown, shown, summaryOf } from '../../test/support/department-summaries.ts';
import {
  departmentSummaryInWords,
  type NumberInWords,
} from '../../lib/app/department-summary-words.ts';
import { actionWords } from '../../lib/i18n/department-actions.ts';
import type { DepartmentChange } from '../../lib/domain/department-change.ts';
import type { DepartmentSummary } from '../../lib/domain/department-summary.ts';
import type { Figure, NotShown } from '../../lib/domain/released.ts';
import { splitAtDates } from '../../lib/i18n/counted.ts';
import { notShownWords } from '../../lib/i18n/summary-mail.ts';
import { renderSummary } from './render-summary.ts';

const STOP = 'https://hub.example/v1/unsubscribe?token=a.b';
const HOSTILE = `<script>alert(1)</script>'; DROP TABLE slots; -- "&amp;`;

/** What a reader of the HTML sees: text between tags and the pictures' alternatives, without what is not displayed. */
function seen(html: string): string[] {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<div style="display:none[^>]*>[^<]*<\/div>/g, '')
    .replaceAll(/<img[^>]*alt="([^"]*)"[^>]*>/g, '<i>$1</i>')
    .split(/<[^>]+>/)
    .map((text) => decode(text).replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The same with marks, signs, capitals and separators taken off: only words and numbers. */
function bare(text: string): string {
  return text.replaceAll(/[\s●○・｜■>：:（）(),、—-]/g, '').toLowerCase();
}

function activeWords(now: Figure): NumberInWords | undefined {
  const numbers = [{ metric: 'weeklyActive', now, before: notShown('tooEarly') }] as const;
  return departmentSummaryInWords(summaryOf({ numbers }), 'ja').numbers[0];
}

const samples: readonly (readonly [string, DepartmentSummary])[] = [
  ['everything shown', summaryOf()],
  [
    'a small department',
    summaryOf({
      numbersOf: { group: 'other', departmentIds: ['d1', 'd2'], groupedBecause: 'fewerThanFloor' },
      numbers: [
        { metric: 'weeklyActive', now: notShown('fewerThanFloor'), before: notShown('noMembers') },
        { metric: 'habitual', now: notShown('notForOther'), before: notShown('notForOther') },
        { metric: 'promptsPerMember', now: shown(0, 2, 7), before: shown(3, 3, 7) },
      ],
      others: [],
      action: { code: 'inviteColleagues' },
      changed: { rule: 'steady' },
    }),
  ],
  [
    'many others, a hidden line',
    summaryOf({
      line: { ...lineOf('d', 'x'.repeat(84)), hiddenBecause: 'fewerThanThree' },
      others: Array.from({ length: 9 }, (_, index) => lineOf(`部署${index}`, 'kkkkkxx')),
    }),
  ],
];

describe.each(['ja', 'en'] as const)('a summary in %s', (language) => {
  it.each(samples)('says the same in text and in HTML: %s', (_, summary) => {
    const { text, html } = renderSummary(summary, language, {
      occasion: 'rehearsal',
      foot: ['foot line'],
      stopUrl: STOP,
    });
    const ofText = bare(text);
    const ofHtml = seen(html).map(bare).join('');
    const onlyDates = /^(\d+月\d+日[月火水木金土日]|[a-z]{3}\d+[a-z]{3})$/;
    for (const piece of seen(html)) {
      if (piece === 'Banso 伴走' || onlyDates.test(bare(piece))) continue;
      expect(ofText).toContain(bare(piece));
    }
    const lines = text.split('\n').filter((line) => bare(line) !== '' && !line.includes(STOP));
    for (const line of lines)
      for (const part of line.split(/[：:（）()、,]/)) {
        expect(ofHtml).toContain(bare(part));
      }
    expect(html).toContain(STOP.replaceAll('&', '&amp;'));
  });

  it('promises that it is not for evaluation, and spells out its words', () => {
    const { text } = renderSummary(summaryOf(), language);
    expect(text).toContain(
      language === 'ja' ? '人事評価には使いません' : 'not used for personnel evaluation',
    );
    for (const { meaning } of departmentSummaryInWords(summaryOf(), language).definitions) {
      expect(text).toContain(meaning);
    }
  });

  it('carries the one thing that changed in its subject', () => {
    const words = departmentSummaryInWords(summaryOf(), language);
    expect(renderSummary(summaryOf(), language).subject).toContain(words.changed);
  });

  const rules: readonly DepartmentChange[] = [
    { rule: 'weekOff' },
    { rule: 'habitGoalReached', goal: 0.6 },
    { rule: 'activeGoalReached', goal: 0.6 },
    { rule: 'gapWidened' },
    { rule: 'weeksInARow', weeks: 8 },
    { rule: 'longestLine', days: 21 },
    { rule: 'lineEnded', days: 9, longest: 21 },
    { rule: 'activeUp', points: 12 },
    { rule: 'activeDown', points: 12 },
    { rule: 'habitUp', points: 6 },
    { rule: 'habitDown', points: 6 },
    { rule: 'promptsUp', percent: 30 },
    { rule: 'promptsDown', percent: 30 },
    { rule: 'lineBegan', days: 3 },
    { rule: 'steady' },
  ];
  it('has different, calm words for every rule', () => {
    const told = rules.map((changed) => departmentSummaryInWords(summaryOf({ changed }), language));
    expect(new Set(told.map(({ changed }) => changed)).size).toBe(rules.length);
    for (const { changed, whyChosen, subject } of told) {
      expect(`${changed}${whyChosen}`).not.toMatch(/[!！]|undefined|NaN/);
      expect(subject.length).toBeLessThanOrEqual(70);
    }
  });

  it('compares nothing with a week in which nobody was there', () => {
    const before = notShown('noMembers');
    const { numbers } = summaryOf();
    const first = summaryOf({
      changed: { rule: 'steady' },
      numbers: numbers.map((each) => ({ ...each, before })),
    });
    const changedOf = (summary: DepartmentSummary) =>
      departmentSummaryInWords(summary, language).changed;
    expect(changedOf(first)).toMatch(/くらべる前の週|no week before it/);
    expect(changedOf(summaryOf({ changed: { rule: 'steady' } }))).toMatch(
      /前の週と同じ|Much the same/,
    );
  });

  it('can be read in a minute', () => {
    const { text } = renderSummary(summaryOf(), language);
    const body = text.slice(0, text.indexOf('\n--\n'));
    // 500 Japanese characters or 230 English words a minute. Marks and pictures' sentences are looked at, the ready
    // message is copied.
    const read = body.split('\n').filter((line) => !/[●｜]|の線、|The line of|^>/.test(line));
    const minutes =
      language === 'ja' ? read.join('').length / 500 : read.join(' ').split(/\s+/).length / 230;
    expect(minutes).toBeLessThanOrEqual(1);
  });
});

describe('the three numbers', () => {
  it('name a bound where exact would tell of everybody, and a range where a difference would tell', () => {
    expect(activeWords(shown(0, 2, 18))).toMatchObject({
      value: '2 人以下',
      beside: ['18 人中 11%以下'],
    });
    expect(activeWords(shown(16, 18, 18))).toMatchObject({
      value: '16 人以上',
      beside: ['18 人中 89%以上'],
    });
    expect(activeWords(shown(9, 11, 18))).toMatchObject({ value: '9〜11 人' });
    expect(activeWords(shown(9, 9, 18))).toMatchObject({ value: '9 人', beside: ['18 人中 50%'] });
  });

  it('never take a mean for a count of everybody', () => {
    const summary = summaryOf({
      numbers: [
        {
          metric: 'promptsPerMember',
          now: shown(10, 12, 12),
          before: shown(9, 9, 12),
          goal: 11,
          goalReached: 'unknown',
        },
      ],
    });
    expect(departmentSummaryInWords(summary, 'ja').numbers[0]).toMatchObject({
      value: '10〜12 回',
      beside: ['前の週 9 回', '目標 11 回'],
    });
  });

  it('say why they are not there', () => {
    for (const because of Object.keys(notShownWords.ja) as NotShown[]) {
      const summary = summaryOf({
        numbers: [{ metric: 'habitual', now: notShown(because), before: notShown(because) }],
      });
      expect(departmentSummaryInWords(summary, 'en').numbers[0]).toMatchObject({
        value: '—',
        beside: [notShownWords.en[because]],
      });
    }
  });
});

describe('the HTML', () => {
  const hostile = summaryOf({
    department: { id: 'd1', name: HOSTILE },
    line: { ...lineOf(HOSTILE, 'kkkkkxx'), id: 'd1' },
    others: [lineOf(HOSTILE, 'kkkkkxx')],
  });

  it('escapes every name, in attributes too', () => {
    const { html, subject, text } = renderSummary(hostile, 'ja', { pictures: 'inside' });
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/alt="[^"]*'; DROP/);
    expect(text).toContain(HOSTILE);
    expect(subject).toContain(HOSTILE);
  });

  it('loads nothing, runs nothing and stays small', () => {
    for (const pictures of ['attached', 'inside'] as const) {
      const { html } = renderSummary(samples[2]?.[1] ?? summaryOf(), 'ja', { pictures });
      expect(html).not.toMatch(/https?:\/\/|url\(|<script|<link|@import|srcset/);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(100_000);
      expect(html).toContain('<meta name="color-scheme" content="light dark">');
    }
  });

  it('names each of its pictures once, each with its sentence', () => {
    const { html, images } = renderSummary(summaryOf(), 'ja');
    expect(images.length).toBe(3);
    for (const { cid, png } of images) {
      expect(html.split(`cid:${cid}`)).toHaveLength(2);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeLessThan(4000);
    }
    expect(html.match(/<img[^>]*>/g)?.every((tag) => /alt="[^"]{10,}"/.test(tag))).toBe(true);
  });

  it.each(['ja', 'en'] as const)(
    'draws a date in one piece, and nothing that is not seen stands in its text (%s)',
    (language) => {
      const { html, text, subject } = renderSummary(summaryOf(), language);
      const dates = splitAtDates(seen(html).join(' ')).filter((_, index) => index % 2 === 1);
      expect(dates.length).toBeGreaterThan(1);
      for (const date of dates) {
        expect(html).toContain(`<span style="white-space:nowrap">${date}</span>`);
      }
      expect(`${subject}${text}`).not.toMatch(/[\u00a0\u200b-\u200d\u2060\ufeff]/);
    },
  );

  it('is the same bytes for the same week', () => {
    expect(renderSummary(summaryOf(), 'ja')).toEqual(renderSummary(summaryOf(), 'ja'));
  });
});

it('has words for every action, with a message that can be sent as it is', () => {
  for (const language of ['ja', 'en'] as const) {
    for (const [code, say] of Object.entries(actionWords[language])) {
      const { title, why, message } = say(3);
      expect({ code, text: `${title}${why}${message}` }).toEqual({
        code,
        text: expect.not.stringMatching(/[!！]|undefined|\{/),
      });
      expect(message.length).toBeLessThanOrEqual(420);
    }
  }
});

it('marks a test and a rehearsal in the subject and the first line', () => {
  expect(renderSummary(summaryOf(), 'ja', { occasion: 'test' })).toMatchObject({
    subject: expect.stringMatching(/^【テスト】/),
    text: expect.stringMatching(/^これはつながりを/),
  });
  expect(renderSummary(summaryOf(), 'en', { occasion: 'rehearsal' })).toMatchObject({
    subject: expect.stringMatching(/^\[Rehearsal\]/),
    text: expect.stringMatching(/^This is a rehearsal/),
  });
});
