import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../test/support/history.ts';
import { parseICalendar, type CalendarImport } from './import-calendar.ts';

const tokyo = { today: day('2026-11-22'), timeZone: 'Asia/Tokyo' };

/** A calendar file around these lines. */
function file(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function event(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:夏季休業', ...lines, 'END:VEVENT'].join('\r\n');
}

/** Days off as `from/to`, or the whole answer when it is a refusal. */
function read(text: string, moment = tokyo): unknown {
  const result = parseICalendar(text, moment);
  return result.ok ? result.daysOff.map(({ from, to }) => `${from}/${to}`) : result;
}

function readEvent(...lines: readonly string[]): unknown {
  return read(file(event(...lines)));
}

describe('days off from a calendar file', () => {
  it.each<[string, string[], string[]]>([
    ['an all-day event', ['DTSTART;VALUE=DATE:20260812'], ['2026-08-12/2026-08-12']],
    [
      'its end is the day after',
      ['DTSTART;VALUE=DATE:20260812', 'DTEND;VALUE=DATE:20260815'],
      ['2026-08-12/2026-08-14'],
    ],
    [
      'an end on the day itself',
      ['DTSTART;VALUE=DATE:20260812', 'DTEND;VALUE=DATE:20260812'],
      ['2026-08-12/2026-08-12'],
    ],
    ['a duration', ['DTSTART;VALUE=DATE:20260812', 'DURATION:P3D'], ['2026-08-12/2026-08-14']],
    [
      'a timed event over a working day',
      ['DTSTART:20260812T090000', 'DTEND:20260812T180000'],
      ['2026-08-12/2026-08-12'],
    ],
    [
      'eight hours of a day',
      ['DTSTART:20260812T090000', 'DTEND:20260812T170000'],
      ['2026-08-12/2026-08-12'],
    ],
    ['a meeting is no day off', ['DTSTART:20260812T100000', 'DTEND:20260812T110000'], []],
    ['a night is no day off', ['DTSTART:20260812T220000', 'DTEND:20260813T060000'], []],
    [
      'a timed span takes the days it covers',
      ['DTSTART:20260812T130000', 'DTEND:20260815T120000'],
      ['2026-08-12/2026-08-15'],
    ],
    [
      'and leaves a short first and last one',
      ['DTSTART:20260812T180000', 'DTEND:20260815T070000'],
      ['2026-08-13/2026-08-14'],
    ],
    [
      'midnight to midnight',
      ['DTSTART:20260812T000000', 'DTEND:20260813T000000'],
      ['2026-08-12/2026-08-12'],
    ],
    [
      'a named zone counts as written',
      [
        'DTSTART;TZID=America/New_York:20260812T000000',
        'DTEND;TZID=America/New_York:20260813T000000',
      ],
      ['2026-08-12/2026-08-12'],
    ],
    [
      'UTC counts as the person’s clock shows it',
      ['DTSTART:20260811T150000Z', 'DTEND:20260812T150000Z'],
      ['2026-08-12/2026-08-12'],
    ],
    ['an end before the start', ['DTSTART;VALUE=DATE:20260812', 'DTEND;VALUE=DATE:20260801'], []],
    ['cancelled', ['DTSTART;VALUE=DATE:20260812', 'STATUS:CANCELLED'], []],
    ['too long ago', ['DTSTART;VALUE=DATE:20200812'], []],
    ['too far ahead', ['DTSTART;VALUE=DATE:20360812'], []],
    [
      'cut at five years',
      ['DTSTART;VALUE=DATE:20311120', 'DTEND;VALUE=DATE:20991231'],
      ['2031-11-20/2031-11-26'],
    ],
    ['without a start', [], []],
    ['with a start that is none', ['DTSTART:tomorrow'], []],
  ])('%s', (_, lines, expected) => {
    expect(readEvent(...lines)).toEqual(expected);
  });

  it('reads UTC in the zone of the person', () => {
    const text = file(event('DTSTART:20260312T080000Z', 'DTEND:20260313T070000Z'));
    expect(read(text, { ...tokyo, timeZone: 'America/Los_Angeles' })).toEqual([
      '2026-03-12/2026-03-12',
    ]);
  });

  it('keeps the name on one line, cut to 80 characters, and counts what it left out', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20260813').replace('夏季休業', `お盆\\n${'長'.repeat(100)}`),
      event('DTSTART;VALUE=DATE:20260101').replace('SUMMARY:夏季休業\r\n', ''),
      event('DTSTART:20260812T100000', 'DTEND:20260812T110000'),
    );
    expect(parseICalendar(text, tokyo)).toEqual({
      ok: true,
      skipped: 1,
      daysOff: [
        { from: '2026-01-01', to: '2026-01-01' },
        { from: '2026-08-13', to: '2026-08-13', name: `お盆 ${'長'.repeat(77)}` },
      ],
    });
  });

  it('joins days in a row under one name and drops repeats', () => {
    const days = ['20260814', '20260812', '20260813', '20260812', '20260820'];
    const text = file(...days.map((each) => event(`DTSTART;VALUE=DATE:${each}`)));
    expect(read(text)).toEqual(['2026-08-12/2026-08-14', '2026-08-20/2026-08-20']);
  });

  it('reads folded lines, bare line feeds, a byte order mark, alarms and two calendars', () => {
    const folded = 'DTSTART;VALUE=DA\r\n TE:20260812';
    const alarm = 'BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM';
    expect(read(`\uFEFF${file(event(folded, alarm))}`)).toEqual(['2026-08-12/2026-08-12']);
    const bare = file(event('DTSTART;VALUE=DATE:20260812')).replaceAll('\r\n', '\n');
    expect(read(`${bare}\n${bare.replace('20260812', '20261229')}`)).toEqual([
      '2026-08-12/2026-08-12',
      '2026-12-29/2026-12-29',
    ]);
  });

  it('takes a calendar without events for what it is', () => {
    expect(parseICalendar(file(), tokyo)).toEqual({ ok: true, daysOff: [], skipped: 0 });
  });
});

/** Single days off: 12 August of a year, or the day that is written out. */
function singles(...days: readonly (number | string)[]): string[] {
  return days
    .map((each) => (typeof each === 'string' ? each : `${each}-08-12`))
    .map((key) => `${key}/${key}`);
}

describe('recurrences', () => {
  it.each<[string, string[], string[]]>([
    [
      'yearly, within five years of today',
      ['DTSTART;VALUE=DATE:20100812', 'RRULE:FREQ=YEARLY'],
      singles(2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031),
    ],
    ['a count', ['DTSTART;VALUE=DATE:20260812', 'RRULE:FREQ=YEARLY;COUNT=2'], singles(2026, 2027)],
    [
      'an end, included',
      ['DTSTART;VALUE=DATE:20260812', 'RRULE:FREQ=YEARLY;UNTIL=20280812'],
      singles(2026, 2027, 2028),
    ],
    [
      'an end in UTC',
      [
        'DTSTART:20260811T150000Z',
        'DTEND:20260812T150000Z',
        'RRULE:FREQ=YEARLY;UNTIL=20270811T150000Z',
      ],
      singles(2026, 2027),
    ],
    [
      'left out and added dates',
      [
        'DTSTART;VALUE=DATE:20260812',
        'RRULE:FREQ=YEARLY;COUNT=3',
        'EXDATE;VALUE=DATE:20270812',
        'RDATE;VALUE=DATE:20270901',
      ],
      singles(2026, '2027-09-01', 2028),
    ],
    [
      'the fourth Thursday of November',
      ['DTSTART;VALUE=DATE:20261126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2'],
      singles('2026-11-26', '2027-11-25'),
    ],
    [
      '29 February only where there is one',
      ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;COUNT=8'],
      singles('2024-02-29', '2028-02-29'),
    ],
    [
      'the second Wednesday of a month',
      ['DTSTART;VALUE=DATE:20261111', 'RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=2'],
      singles('2026-11-11', '2026-12-09'),
    ],
    [
      'every other week',
      ['DTSTART;VALUE=DATE:20261111', 'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2'],
      singles('2026-11-11', '2026-11-25'),
    ],
    [
      'day by day is one range',
      ['DTSTART;VALUE=DATE:20260812', 'RRULE:FREQ=DAILY;COUNT=4'],
      ['2026-08-12/2026-08-15'],
    ],
    [
      'three days each year',
      ['DTSTART;VALUE=DATE:20261229', 'DTEND;VALUE=DATE:20270101', 'RRULE:FREQ=YEARLY;COUNT=2'],
      ['2026-12-29/2026-12-31', '2027-12-29/2027-12-31'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(readEvent(...lines)).toEqual(expected);
  });

  it('an occurrence that was changed and stayed is taken once, under its own name', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20260812', 'RRULE:FREQ=YEARLY;COUNT=2'),
      event('RECURRENCE-ID;VALUE=DATE:20270812', 'DTSTART;VALUE=DATE:20270812').replace(
        '夏季休業',
        '創立記念日',
      ),
    );
    expect(parseICalendar(text, tokyo)).toMatchObject({
      daysOff: [{ name: '夏季休業' }, { from: '2027-08-12', name: '創立記念日' }],
    });
  });

  it('an occurrence that was moved is taken where it went', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20260812', 'RRULE:FREQ=YEARLY;COUNT=3'),
      event('RECURRENCE-ID;VALUE=DATE:20270812', 'DTSTART;VALUE=DATE:20270816'),
    );
    expect(read(text)).toEqual(singles(2026, '2027-08-16', 2028));
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYMONTH=1;BYSETPOS=5;BYDAY=1MO',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31,30;BYDAY=MO',
    'COUNT=-1',
    'nonsense',
  ])('a rule that is not walked safely is skipped at once: %s', (rule) => {
    const result = parseICalendar(
      file(event('DTSTART;VALUE=DATE:20260130', `RRULE:${rule}`)),
      tokyo,
    );
    expect(result).toEqual({ ok: true, daysOff: [], skipped: 1 });
  });

  it('thousands of endless rules use up one allowance, then are skipped', () => {
    const endless = event('DTSTART;VALUE=DATE:19900101', 'RRULE:FREQ=DAILY');
    // The processor's time, which other work on the machine does not stretch.
    const before = process.cpuUsage();
    const result = parseICalendar(file(...Array.from({ length: 2000 }, () => endless)), tokyo);
    expect(result).toMatchObject({ ok: true, skipped: 1999 });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  }, 30_000);
});

describe('files it refuses', () => {
  it.each<[string, string, object]>([
    ['nothing', '', { reason: 'notCalendar', line: 1 }],
    ['something else', '{"days": []}', { reason: 'notCalendar', line: 1 }],
    ['a web page', '\n\n<html>\n', { reason: 'notCalendar', line: 3 }],
    [
      'a line that is no property',
      file('VERSION:2.0', 'garbage'),
      { reason: 'unreadable', line: 4 },
    ],
    [
      'a part that does not end',
      file('BEGIN:VEVENT', 'DTSTART:20260812'),
      { reason: 'unreadable', line: 5 },
    ],
    [
      'a part that ends as another',
      file('BEGIN:VEVENT', 'END:VTODO'),
      { reason: 'unreadable', line: 4 },
    ],
    ['an end too many', file('END:VEVENT'), { reason: 'unreadable', line: 3 }],
    ['cut off', file('BEGIN:VEVENT').slice(0, -20), { reason: 'unreadable', line: 3 }],
    [
      'nested without end',
      file('BEGIN:VEVENT\r\n'.repeat(1000)),
      { reason: 'unreadable', line: 10 },
    ],
    [
      'parameters that cannot be read',
      file(event('DTSTART;VALUE="DATE:20260812')),
      { reason: 'unreadable', line: 6 },
    ],
  ])('%s', (_, text, expected) => {
    expect(parseICalendar(text, tokyo)).toEqual({ ok: false, ...expected });
  });

  it('a file larger than any calendar', () => {
    expect(parseICalendar('x'.repeat(2_000_001), tokyo)).toEqual({ ok: false, reason: 'tooLarge' });
  });

  it('more ranges than can be stored', () => {
    const many = Array.from({ length: 2001 }, (_, index) =>
      event('DTSTART;VALUE=DATE:20260812').replace('夏季休業', `休み${index}`),
    );
    expect(parseICalendar(file(...many), tokyo)).toEqual({ ok: false, reason: 'tooManyDays' });
  });

  it('never throws and never gives days out of order, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'DTSTART;VALUE=DATE:20260812',
        'DTSTART;VALUE=DATE:99999999',
        'DTSTART:20260812T250000Z',
        'DTEND:00000000T000000',
        'DURATION:-P3D',
        'DURATION:P99999999999D',
        'RRULE:FREQ=YEARLY;INTERVAL=999999999',
        'RRULE:FREQ=MONTHLY;COUNT=0',
        'RRULE:FREQ=WEEKLY;UNTIL=never',
        'RRULE:',
        'RECURRENCE-ID:x',
        'EXDATE:,,,',
        'RDATE;VALUE=PERIOD:20260101T000000Z/P1D',
        'UID:__proto__',
        'SUMMARY:\\',
      ),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, wrapped) => {
        const result: CalendarImport = parseICalendar(
          wrapped ? file(event(...lines)) : file(...lines),
          tokyo,
        );
        const daysOff = result.ok ? result.daysOff : [];
        expect(daysOff.filter(({ from, to }) => from > to)).toEqual([]);
        expect(daysOff.map(({ from }) => from)).toEqual(daysOff.map(({ from }) => from).toSorted());
      }),
      { numRuns: 2000 },
    );
  }, 20_000);
});
