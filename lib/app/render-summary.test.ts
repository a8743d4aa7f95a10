import { describe, expect, it } from 'vitest';
import { dayRange, type DayKey } from '../domain/day.ts';
import { createCalendar } from '../domain/calendar.ts';
import { EMPTY_ENTRY, type Ledger } from '../domain/ledger.ts';
import { summariseWeek, type WeeklySummary } from '../domain/weekly-summary.ts';
import type { Workflow } from '../domain/workflow.ts';
import { summary as strings } from '../i18n/summary.ts';
import { durationWords, summaryHtml, summaryInWords, summaryText } from './render-summary.ts';

const day = (text: string) => text as DayKey;
const workflow: Workflow = {
  id: 'w1',
  name: '見積もり <急ぎ> & 返信',
  kind: 'sales',
  rhythm: { kind: 'weekdays', weekdays: [1, 3] },
  minutes: 15,
  source: { kind: 'own' },
  createdAt: 0,
  updatedAt: 0,
};
const visit = { ...EMPTY_ENTRY, visits: 1, engagedSeconds: 120, promptsStarted: 3 };

function sample(ledger: Ledger): WeeklySummary {
  return summariseWeek({
    ledger,
    workflows: [workflow],
    calendar: createCalendar(
      { country: 'XX', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
      {},
    ),
    startedOn: day('2026-11-02'),
    today: day('2026-11-23'),
    weeklyGoal: 3,
  });
}

const used = sample({
  [day('2026-11-10')]: { chatgpt: visit },
  [day('2026-11-16')]: { chatgpt: { ...visit, runs: { w1: 2 } } },
  [day('2026-11-17')]: { gemini: { ...EMPTY_ENTRY, selfReported: true } },
  [day('2026-11-19')]: { claude: visit },
});
const unused = sample({ [day('2026-11-10')]: { chatgpt: visit } });

/** What a reader of the HTML reads, one block per line. */
function readable(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const squeezed = (text: string): string => text.replaceAll(/[\s（）(),、：:-]/g, '').toLowerCase();

describe.each(['ja', 'en'] as const)('a weekly summary in %s', (language) => {
  const words = summaryInWords(used, language, 3);

  it('says the same in text and in HTML, in the same order', () => {
    const text = squeezed(summaryText(words, language));
    expect(squeezed(readable(summaryHtml(words, language)))).toBe(text);
  });

  it('carries three numbers with the week before, and the goal', () => {
    expect(words.figures.map(({ value }) => value)).toEqual([3, 6, 2]);
    const t = strings[language];
    expect(words.figures[0].beside).toEqual([t.before(1), t.goalReached(3), t.selfReportedPart(1)]);
  });

  it('ends with the definitions and the promise about use', () => {
    expect(summaryText(words, language).endsWith(strings[language].promise)).toBe(true);
    expect(summaryHtml(words, language)).toContain(strings[language].promise);
  });

  it('labels the time saved as an estimate', () => {
    expect(summaryText(words, language)).toContain(strings[language].savedNote);
    expect(words.saved).toBe(strings[language].saved(durationWords(30, language)));
  });

  it('shows what remains of a broken line and never a bare zero', () => {
    const broken = summaryInWords(unused, language, 3);
    expect(unused.line.current).toBe(0);
    expect(broken.lineFacts).toBe(
      strings[language].lineRemains(1, Math.round(unused.line.strength)),
    );
  });

  it('lets no name become markup', () => {
    const html = summaryHtml(words, language);
    expect(html).toContain('見積もり &lt;急ぎ&gt; &amp; 返信');
    expect(html).not.toContain('<急ぎ>');
  });

  it('loads nothing from elsewhere', () => {
    expect(summaryHtml(words, language)).not.toMatch(/https?:|src=|<script|<link/);
  });

  it('has words for every rule of change', () => {
    const changes: WeeklySummary['changed'][] = [
      { rule: 'weekOff' },
      { rule: 'firstVisit' },
      { rule: 'backAgain' },
      { rule: 'habitGained' },
      { rule: 'longestLine', days: 12 },
      { rule: 'weeksInARow', weeks: 4 },
      { rule: 'newWorkflow', workflowId: 'w1' },
      { rule: 'moreVisitDays', by: 1 },
      { rule: 'fewerVisitDays', by: 2 },
      { rule: 'morePrompts', by: 3 },
      { rule: 'fewerPrompts', by: 1 },
      { rule: 'noVisit' },
      { rule: 'steady' },
    ];
    const said = changes.map(
      (changed) => summaryInWords({ ...used, changed }, language, 3).changed,
    );
    expect(new Set(said).size).toBe(changes.length);
    expect(said.join()).not.toMatch(/undefined|！|!/);
  });
});

describe('a running week', () => {
  it('leaves the days to come blank instead of missed', () => {
    const running = summariseWeek({
      ledger: { [day('2026-11-23')]: { chatgpt: visit } },
      workflows: [],
      calendar: createCalendar(
        { country: 'XX', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
        {},
      ),
      startedOn: day('2026-11-02'),
      today: day('2026-11-24'),
      weeklyGoal: 3,
      week: '2026-W48' as WeeklySummary['now']['week'],
    });
    const { days } = summaryInWords(running, 'ja', 3);
    expect(days.map(({ day: each }) => each)).toEqual(
      dayRange(day('2026-11-23'), day('2026-11-29')),
    );
    expect(days.map(({ state }) => state)).toEqual([
      'kept',
      'open',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });
});

describe('a person who has not begun', () => {
  const none = sample({});
  it('is told where the line begins instead of a zero', () => {
    expect(summaryInWords(none, 'ja', 3).lineFacts).toBe(strings.ja.lineNotYet);
  });

  it('hears of a running week that it is open, and of a past one that it was without', () => {
    expect(summaryInWords(none, 'ja', 3).changed).toBe(strings.ja.noVisit);
    const running = { ...none, line: { ...none.line, days: none.line.days.slice(0, -2) } };
    expect(summaryInWords(running, 'ja', 3).changed).toBe(strings.ja.noVisitYet);
  });
});
