import { describe, expect, it } from 'vitest';
import { day, drawn, entry, visits, workweek } from '../../test/support/history.ts';
import type { Ledger } from './ledger.ts';
import {
  computeLine,
  dayStates,
  firstVisitDay,
  lineFromLedger,
  strengthOfDays,
  visitDays,
  type Line,
  type LineInput,
} from './line.ts';

// 2026-06-01 is a Monday and a first of the month.
const MONDAY = '2026-06-01';

function input(drawing: string, parts: Partial<LineInput> = {}): LineInput {
  return {
    days: visits(MONDAY, drawing),
    calendar: workweek(),
    startedOn: day(MONDAY),
    today: day('2026-06-05'),
    weeklyGoal: 3,
    ...parts,
  };
}

function line(drawing: string, parts: Partial<LineInput> = {}): Line {
  return computeLine(input(drawing, parts));
}

/** States from the first Monday to today. */
function states(drawing: string, parts: Partial<LineInput> = {}): string {
  const all = input(drawing, parts);
  return drawn(dayStates(all, day(MONDAY), all.today));
}

describe('days in a row (M5)', () => {
  it.each([
    ['kept every day', 'xxxxx', '2026-06-05', 5],
    ['today not used yet is open, not missed', 'xxxx.', '2026-06-05', 4],
    ['ends on the latest scheduled day at the weekend', 'xxxxx..', '2026-06-07', 5],
    ['a weekend bridges', 'xxxxx.. x', '2026-06-08', 6],
    ['use at the weekend adds nothing', 'xxxxxxx x', '2026-06-08', 6],
    ['a Monday not used yet leaves Friday’s line', 'xxxxx.. .', '2026-06-08', 5],
    ['a self-reported day counts', 'xsxsx', '2026-06-05', 5],
    ['nothing at all', '.....', '2026-06-05', 0],
    ['a visit after today waits for its day', 'xx.xx', '2026-06-02', 2],
  ])('%s', (_, drawing, today, current) => {
    expect(line(drawing, { today: day(today) }).current).toBe(current);
  });

  it('leave bridges: it neither adds nor breaks', () => {
    const calendar = workweek('2026-06-02/2026-06-04');
    expect(line('x...x', { calendar }).current).toBe(2);
    expect(states('x...x', { calendar })).toBe('x---x');
  });

  it('keeps the longest beside the current one', () => {
    const today = day('2026-06-19');
    const { current, longest } = line('xxxxx.. xxxx... ...xx', { today });
    expect({ current, longest }).toEqual({ current: 2, longest: 9 });
  });

  it('yesterday missed breaks the line until a visit today repairs it', () => {
    const today = day('2026-06-04');
    expect(line('xx..', { today }).current).toBe(0);
    expect(line('xx.x', { today }).current).toBe(3);
  });
});

describe('repair (M5)', () => {
  it.each([
    ['one miss, a visit on the next scheduled day', 'x.xxx', 'xrxxx', 4],
    ['one miss before a weekend', 'xxxx... x', 'xxxxr-- x', 5],
    ['weekend use repairs nothing', 'xxxx.xx .', 'xxxxm-- o', 0],
    ['a second miss in a first week finds the allowance spent', 'x.x.x', 'xrxmx', 1],
    ['each of the first weeks has its own', 'x.xxx.. x.xxx', 'xrxxx-- xrxxx', 8],
    ['a miss without a visit since is missed', 'xxxx... .', 'xxxxm-- o', 0],
  ])('in the first four weeks: %s', (_, drawing, expected, current) => {
    const length = drawing.replaceAll(' ', '').length;
    const today = day(`2026-06-${String(length).padStart(2, '0')}`);
    expect(states(drawing, { today })).toBe(expected.replaceAll(' ', ''));
    expect(line(drawing, { today }).current).toBe(current);
  });

  const member = { startedOn: day('2026-01-01') };

  it.each([
    ['two misses in a row', 'x..xx', 'xrrxx', 3],
    ['two misses apart, two a month', 'x.x.x', 'xrxrx', 3],
    ['a third in the month breaks', 'x.x.x.. .x', 'xrxrx-- mx', 1],
    [
      'three in a row are too many; the two within reach of a visit take the month',
      'x...x',
      'xmrrx',
      1,
    ],
  ])('later: %s', (_, drawing, expected, current) => {
    const length = drawing.replaceAll(' ', '').length;
    const today = day(`2026-06-${String(length).padStart(2, '0')}`);
    const inJune = { ...member, days: visits(MONDAY, drawing), today };
    expect(states(drawing, inJune)).toBe(expected.replaceAll(' ', ''));
    expect(line(drawing, inJune).current).toBe(current);
  });

  it('a new month has a new allowance', () => {
    const july = { ...member, today: day('2026-07-03') };
    // 29 and 30 June are missed, 1 July is kept, 2 July is missed, 3 July is kept.
    expect(
      drawn(dayStates(input('x'.repeat(28) + '..x.x', july), day('2026-06-26'), july.today)),
    ).toBe('x--rrxrx');
  });

  it('the first four weeks end after 28 days; their repairs do not count against the month', () => {
    // Started on 1 June: 22 June is in the fourth week, 29 and 30 June are after it.
    const all = input('xxxxx.. xxxxx.. xxxxx.. .xxxx.. ..x', { today: day('2026-07-01') });
    expect(drawn(dayStates(all, day('2026-06-22'), all.today))).toBe('rxxxx--rrx');
  });

  it.each([
    ['2026-06-02', 'rr'],
    ['2026-06-03', 'rm'],
  ])('the 28th day is the last of the first four weeks (started on %s)', (startedOn, expected) => {
    // Missed: Monday 29 and Tuesday 30 June, of one week and one month.
    const days = visits(MONDAY, `${'x'.repeat(28)}..x`);
    const all = input('', { days, startedOn: day(startedOn), today: day('2026-07-01') });
    expect(drawn(dayStates(all, day('2026-06-29'), day('2026-06-30')))).toBe(expected);
  });

  it('a repair stays where it is when more days come in', () => {
    const before = states('x.x.x', { ...member, today: day('2026-06-05') });
    const after = states('x.x.x.. .x.x', { ...member, today: day('2026-06-11') });
    expect(after.startsWith(before)).toBe(true);
  });
});

describe('weeks in a row (M5)', () => {
  it.each([
    ['three days keep a week', 'xxx....', '2026-06-07', 1],
    ['two do not', 'xx.....', '2026-06-14', 0],
    ['the running week counts once it is kept', 'xxx.... xxx', '2026-06-10', 2],
    ['the running week is open until then', 'xxx.... x', '2026-06-10', 1],
    ['even when it can no longer be kept', 'xxx.... x......', '2026-06-14', 1],
    ['over and not kept, it breaks', 'xxx.... x...... .', '2026-06-15', 0],
    ['weekend use is no day of a week', 'xx...xx .', '2026-06-08', 0],
  ])('%s', (_, drawing, today, current) => {
    expect(line(drawing, { today: day(today) }).weeks.current).toBe(current);
  });

  it('a week with fewer scheduled days than the goal needs all of them', () => {
    const calendar = workweek('2026-06-03/2026-06-05');
    const today = day('2026-06-08');
    expect(line('xx..... .', { calendar, today }).weeks.current).toBe(1);
    expect(line('x...... .', { calendar, today }).weeks.current).toBe(0);
  });

  it('a week without scheduled days bridges', () => {
    const calendar = workweek('2026-06-08/2026-06-12');
    const today = day('2026-06-17');
    expect(line('xxx.... ....... xxx', { calendar, today }).weeks).toEqual({
      current: 2,
      longest: 2,
    });
  });

  it('the first week has only its days since the beginning', () => {
    const started = { startedOn: day('2026-06-05'), today: day('2026-06-08') };
    expect(line('....x', started).weeks.current).toBe(1);
  });

  it('keeps the longest', () => {
    const today = day('2026-06-26');
    expect(line('xxx.... xxx.... x...... x', { today }).weeks).toEqual({ current: 0, longest: 2 });
  });
});

describe('strength (M6)', () => {
  it('steps on scheduled days only: a week off leaves it as it is', () => {
    const calendar = workweek('2026-06-08/2026-06-12');
    const before = line('xxxxx', { calendar, today: day('2026-06-07') });
    const after = line('xxxxx', { calendar, today: day('2026-06-14') });
    expect(after.strength).toBe(before.strength);
  });

  it('is 0–100 and does not step on an open today', () => {
    const twoWeeks = line('xxxxx.. xxxxx', { today: day('2026-06-12') });
    expect(twoWeeks.strength).toBeCloseTo(41.3, 1);
    expect(line('xxxxx.. xxxxx.. .', { today: day('2026-06-15') }).strength).toBe(
      twoWeeks.strength,
    );
  });

  it('a repaired day is a miss for strength', () => {
    const repaired = input('x.xxx');
    expect(strengthOfDays(dayStates(repaired, repaired.startedOn, repaired.today))).toBeLessThan(
      line('xxxxx').strength / 100,
    );
  });
});

describe('what a line shows', () => {
  it('holds the last 84 days up to today, oldest first, days before the beginning as off', () => {
    const { days } = line('xxxxx');
    expect(days).toHaveLength(84);
    expect(days[0]).toEqual({ day: '2026-03-14', state: 'off' });
    expect(drawn(days).endsWith('---xxxxx')).toBe(true);
  });

  it('counts a visit-day before the beginning, and nothing between is missed', () => {
    // A flight over the date line the day after the first run: the local day is the one before it.
    const early = { startedOn: day('2026-06-03'), days: visits('2026-05-29', 'x.. ..xx.') };
    const all = input('', early);
    expect(drawn(dayStates(all, day('2026-05-29'), day('2026-06-04')))).toBe('x----xx');
    expect(computeLine({ ...all, today: day('2026-06-04') }).current).toBe(3);
  });

  it('draws any stretch, leaving out days after today', () => {
    const year = dayStates(input('xxxxx'), day('2026-05-31'), day('2027-05-31'));
    expect(drawn(year)).toBe('-xxxxx');
    expect(dayStates(input('xxxxx'), day('2026-06-05'), day('2026-06-01'))).toEqual([]);
    expect(drawn(dayStates(input('xxxxx'), day('2026-06-02'), day('2026-06-03')))).toBe('xx');
    expect(dayStates(input('xxxxx'), day('2027-01-01'), day('2027-02-01'))).toEqual([]);
    const notBegun = input('', { startedOn: day('2026-07-01') });
    expect(drawn(dayStates(notBegun, day('2026-06-04'), day('2026-07-31')))).toBe('--');
  });

  it('is all off before the first day', () => {
    const future = line('', { startedOn: day('2026-07-01') });
    expect(drawn(future.days)).toBe('-'.repeat(84));
    expect(future).toMatchObject({ current: 0, longest: 0, strength: 0 });
  });

  it('ends with a calendar that has no scheduled day at all', () => {
    const calendar = workweek('1970-01-01/9999-12-31');
    expect(line('xxxxx', { calendar })).toMatchObject({
      current: 0,
      longest: 0,
      weeks: { current: 0, longest: 0 },
      strength: 0,
    });
  });
});

describe('lines from a ledger', () => {
  const ledger = {
    '2026-06-01': { chatgpt: entry({ visits: 1 }), claude: entry({ selfReported: true }) },
    '2026-06-02': { claude: entry({ selfReported: true }) },
    '2026-06-03': { claude: entry({ engagedSeconds: 20 }) },
    '2026-06-04': {},
  } as unknown as Ledger;

  it('tells days marked by hand from days with a visit', () => {
    expect(visitDays(ledger)).toEqual({
      kept: new Set(['2026-06-01']),
      selfReported: new Set(['2026-06-02']),
    });
  });

  it('sees one tool alone', () => {
    expect(visitDays(ledger, 'claude').selfReported).toEqual(new Set(['2026-06-01', '2026-06-02']));
    expect(visitDays(ledger, 'constructor').kept).toEqual(new Set());
  });

  it('computes the line of all tools or of one', () => {
    const rest = {
      calendar: workweek(),
      startedOn: day(MONDAY),
      today: day('2026-06-02'),
      weeklyGoal: 3,
    };
    expect(lineFromLedger(ledger, rest).current).toBe(2);
    expect(lineFromLedger(ledger, { ...rest, tool: 'chatgpt' }).current).toBe(1);
  });

  it('finds the first visit-day of either kind', () => {
    expect(firstVisitDay(visits(MONDAY, '..s.x'))).toBe('2026-06-03');
    expect(firstVisitDay(visits(MONDAY, '...'))).toBeUndefined();
  });
});
