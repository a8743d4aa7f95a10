import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, entry, workweek } from '../../test/support/history.ts';
import { addDays, type DayKey } from './day.ts';
import type { Ledger } from './ledger.ts';
import { isOwnWork, levelFit, stageOf, type Level, type Stage, type StageInput } from './stage.ts';
import type { Prompt } from './workflow.ts';

/** A Wednesday, in the thirteenth week after `START`, a Monday. */
const TODAY = day('2026-12-02');
const START = day('2026-09-07');

/** A ledger with a visit on the first day of each week that is drawn `x`, the weeks in a row up to last week. */
function weeksDrawn(drawing: string, prompts = 0): Ledger {
  const marks = [...drawing.replaceAll(' ', '')];
  const lastMonday = addDays(TODAY, -9);
  return Object.fromEntries(
    marks.flatMap((mark, index): [DayKey, Ledger[DayKey]][] => {
      if (mark !== 'x') return [];
      const monday = addDays(lastMonday, (index + 1 - marks.length) * 7);
      return [[monday, { chatgpt: entry({ visits: 1, promptsStarted: prompts }) }]];
    }),
  );
}

function prompt(parts: Partial<Prompt> = {}): Prompt {
  return {
    id: 'a',
    title: '題',
    body: '文',
    variables: [],
    source: { kind: 'own' },
    createdAt: 1,
    updatedAt: 1,
    versions: [],
    ...parts,
  };
}

const fromPack = { source: { kind: 'pack', pack: 'sales', item: 'quote' } } as const;
const edited = { ...fromPack, versions: [{ ...prompt(), replacedAt: 2 }] };

function stage(ledger: Ledger, rest: Partial<StageInput> = {}): Stage {
  const calendar = rest.calendar ?? workweek();
  return stageOf({ calendar, startedOn: START, today: TODAY, prompts: [], ...rest, ledger });
}

describe('the stage of a person', () => {
  it.each<[string, Ledger, Stage]>([
    ['nothing counted', {}, 'neverUsed'],
    ['a page seen, but no visit', { [TODAY]: { chatgpt: entry() } }, 'neverUsed'],
    ['the first visit today', { [TODAY]: { chatgpt: entry({ visits: 1 }) } }, 'firstSteps'],
    ['a day marked by hand', { [TODAY]: { claude: entry({ selfReported: true }) } }, 'firstSteps'],
    ['last week alone', weeksDrawn('x'), 'firstSteps'],
    ['two weeks in a row', weeksDrawn('xx'), 'weekly'],
    ['two of the last four weeks', weeksDrawn('x..x'), 'weekly'],
    ['one of the last four weeks', weeksDrawn('xxx ...x'), 'firstSteps'],
    ['nine of twelve weeks', weeksDrawn('xxxx .xxx .x.x'), 'habit'],
    ['eight of twelve weeks', weeksDrawn('xxxx .xxx ...x'), 'firstSteps'],
    ['a power user', weeksDrawn('xxxxxxxxxxxx', 20), 'habit'],
    ['a habit that ended', weeksDrawn('xxxxxxxx ....'), 'firstSteps'],
  ])('%s', (_, ledger, expected) => {
    expect(stage(ledger)).toBe(expected);
  });

  it.each<[string, Prompt[], Stage]>([
    ['two written', [prompt(), prompt()], 'buildsOwn'],
    ['one written, one of a pack edited', [prompt(), prompt(edited)], 'buildsOwn'],
    ['one written', [prompt()], 'habit'],
    ['adopted ones as they are', [prompt(fromPack), prompt(fromPack)], 'habit'],
    ['deleted ones', [prompt({ deletedAt: 3 }), prompt()], 'habit'],
  ])('with a habit and prompts: %s', (_, prompts, expected) => {
    expect(stage(weeksDrawn('xxxxxxxxxxxx'), { prompts })).toBe(expected);
  });

  it('is not "builds own" for prompts alone', () => {
    const prompts = [prompt(), prompt(), prompt()];
    expect(stage({}, { prompts })).toBe('neverUsed');
    expect(stage(weeksDrawn('x'), { prompts })).toBe('firstSteps');
    expect(stage(weeksDrawn('xx'), { prompts })).toBe('buildsOwn');
  });

  it('passes over weeks without a scheduled day', () => {
    const away = workweek('2026-11-02/2026-11-29');
    expect(stage(weeksDrawn('xx ....'))).toBe('firstSteps');
    expect(stage(weeksDrawn('xx ....'), { calendar: away })).toBe('weekly');
  });

  it('never falls when a visit-day is added to a completed week', () => {
    const order: Stage[] = ['neverUsed', 'firstSteps', 'weekly', 'habit', 'buildsOwn'];
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.nat(11),
        (used, added) => {
          const drawing = used.map((each) => (each ? 'x' : '.'));
          const before = stage(weeksDrawn(drawing.join('')));
          const after = stage(weeksDrawn(drawing.with(added, 'x').join('')));
          expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
        },
      ),
    );
  });
});

describe('what suits a stage', () => {
  it.each<[Stage, Level[]]>([
    ['neverUsed', ['first', 'standard', 'further']],
    ['firstSteps', ['first', 'standard', 'further']],
    ['weekly', ['standard', 'first', 'further']],
    ['habit', ['further', 'standard', 'first']],
    ['buildsOwn', ['further', 'standard', 'first']],
  ])('%s: %s', (at, expected) => {
    const levels: Level[] = ['first', 'standard', 'further'];
    expect(levels.toSorted((a, b) => levelFit(b, at) - levelFit(a, at))).toEqual(expected);
    expect(levelFit(expected[0]!, at)).toBe(1);
  });

  it('is what the person wrote or edited, as long as it lives', () => {
    expect([prompt(), prompt(edited)].every(isOwnWork)).toBe(true);
    expect([prompt(fromPack), prompt({ ...edited, deletedAt: 3 })].some(isOwnWork)).toBe(false);
  });
});
