import { dayOfEpoch, weekOf, type DayKey, type WeekKey } from './day.ts';
import type { MeasuredDepartment, MemberWeek } from './department-facts.ts';
import { departmentLine, DEFAULT_DEPARTMENT_TARGET, visitorsNeeded } from './department-line.ts';
import {
  addMeans,
  addRanges,
  discloseCount,
  discloseMean,
  discloseTopShare,
} from './disclosure.ts';
import type { FloorSettings } from './floor-settings.ts';
import {
  GAP_ACTIONS,
  GAP_MINIMUM,
  gapFlagged,
  gapShares,
  gapState,
  type CountRange,
} from './gap.ts';
import { planGroups, type Group, type GroupPlan } from './group-plan.ts';
import { boundsFromLines } from './line-bounds.ts';
import { disclosePulse } from './pulse-disclosure.ts';
import type { PulseCounts } from './pulse.ts';
import { isHabit, tally } from './reach.ts';
import type {
  Figure,
  Hidden,
  NotShown,
  Released,
  ReleasedFigures,
  ReleasedLine,
  ReleasedPulse,
  ReleasedReview,
} from './released.ts';
import type { Stay } from './stay.ts';
import { mondayOfNumber, sundayOf, weekNumber, weekNumberOf } from './week-number.ts';

declare const guarded: unique symbol;

/** Something about people that only the privacy floor can read. Written to JSON it throws, compared or printed it is empty. */
export interface Guarded<T> {
  readonly [guarded]: T;
}

const vault = new WeakMap<object, unknown>();

/** Puts something under the floor's guard. There is no way back but through a `Floor`. */
export function guard<T>(value: T): Guarded<T> {
  const shell = Object.freeze({
    toJSON(): never {
      throw new TypeError(
        'A figure that was not released by the privacy floor was about to leave.',
      );
    },
  });
  vault.set(shell, value);
  return shell as unknown as Guarded<T>;
}

function open<T>(shell: Guarded<T>): T {
  return vault.get(shell) as T;
}

/** A group's numbers are asked for by department and week. */
export interface FiguresQuery {
  readonly plan: GroupPlan;
  readonly departmentId: string;
  /** Of the department and, when it is counted with others, of those; more do no harm. */
  readonly measures: readonly Guarded<MeasuredDepartment>[];
  readonly week: WeekKey;
}

/** The privacy floor (METRICS.md P): the one place where something about people becomes something to be shown. */
export interface Floor {
  /** Fewest people of a group whose numbers are shown. */
  readonly minimum: number;
  /** Which departments are counted together up to a week; every release asks for it. */
  planGroups(stays: Iterable<Stay>, until: WeekKey): GroupPlan;
  /**
   * A department's line up to a day (the day of counting at the latest). `weeklyGoal` is 1–7. Days with fewer than three
   * scheduled members are drawn as days off, and its counts are made of what is drawn.
   */
  releaseLine(
    measure: Guarded<MeasuredDepartment>,
    options: { readonly plan: GroupPlan; readonly until: DayKey; readonly weeklyGoal: number },
  ): ReleasedLine;
  /** The week's numbers of the group a department counts in. Throws a `RangeError` when one of its measures is missing. */
  releaseFigures(query: FiguresQuery): ReleasedFigures;
  /** The last four-week look back that was completed by the end of a week. */
  releaseReview(query: FiguresQuery): ReleasedReview;
  /** Sums of released numbers of one week, each group once; a number nobody shows stays hidden. */
  releaseTotal(
    figures: readonly ReleasedFigures[],
  ): Pick<ReleasedFigures, 'weeklyActive' | 'habitual' | 'promptsPerMember'>;
  /** A department's pulse of a month that is over. Its floor is never three, whatever was agreed. */
  releasePulse(counts: Guarded<PulseCounts>): ReleasedPulse;
}

/** Fewest members of a department whose line is shown, and fewest scheduled on a day that is (METRICS.md P). */
const LINE_MINIMUM = 3;
const AGREED_MINIMUM = 3;
/** M8's twelve weeks with a scheduled day, and room for four without. */
const SEGMENT_LOOK_BACK = 16;
/** M10's four, and room for two. */
const REVIEW_LOOK_BACK = 6;
const REVIEW_WEEKS = 4;

/**
 * A floor (METRICS.md P). Stateless: what it
 * releases for a week that is over depends on that week and those before it, not on when or how often it is asked.
 * Throws a `RangeError` for a floor outside 5–10.
 */
export function createFloor(settings: FloorSettings): Floor {
  const { floor, since } = settings;
  if (!Number.isInteger(floor) || floor < 5 || floor > 10) {
    throw new RangeError('The privacy floor is a whole number from 5 to 10.');
  }
  const minimum = settings.agreedToThree === true ? AGREED_MINIMUM : floor;
  const ownPlans = new WeakSet<GroupPlan>();

  /**
   * Visitors a day needs so that neither "kept" nor "missed" speaks of everybody, not even to one who knows the own day
   * (from five people on). Below the floor the default target stands whatever was set, or turning the target up and
   * down would count the visitors.
   */
  function neededBy(target: number): (scheduled: number) => number | undefined {
    return (scheduled) => {
      if (scheduled < LINE_MINIMUM) return undefined;
      const asked = scheduled < minimum ? DEFAULT_DEPARTMENT_TARGET : target;
      const away = scheduled < 5 ? 1 : 2;
      const least = Math.min(away + 1, scheduled - away);
      return Math.min(Math.max(visitorsNeeded(scheduled, asked), least), scheduled - away);
    };
  }

  /** The departments of a group in a week, or why it has no numbers. */
  function openGroup(
    query: FiguresQuery,
  ): { group: Group; measured: MeasuredDepartment[] } | Hidden {
    const { plan, departmentId, week } = query;
    if (!ownPlans.has(plan)) throw new RangeError('The plan was made by another floor.');
    const number = weekNumber(week);
    const group = plan.groupOf(departmentId, number);
    if (group === undefined) {
      return hidden(since !== undefined && week < since ? 'floorChanged' : 'noMembers');
    }
    if (!group.shown) return hidden(plan.whyGrouped(departmentId, number) ?? 'fewerThanFloor');
    const all = query.measures.map(open);
    const measured = group.departmentIds.map((id) => {
      const found = all.find((each) => each.departmentId === id);
      if (!found) throw new RangeError('A department of the group was not handed over.');
      return found;
    });
    return measured.some(({ today }) => today <= sundayOf(week))
      ? hidden('weekNotOver')
      : { group, measured };
  }

  /** Those due in a week who are enough to be shown, or why not. */
  function dueIn(measured: readonly MeasuredDepartment[], number: number): MemberWeek[] | Hidden {
    const due = measured.flatMap((each) => each.week(number)).filter((member) => member.due);
    if (due.length === 0) return hidden('nobodyDue');
    return due.length < minimum ? hidden('fewerThanFloor') : due;
  }

  /** M9's weekly active, kept apart from what the lines already tell of it. */
  function weeklyActive(
    measured: readonly MeasuredDepartment[],
    number: number,
    due: readonly MemberWeek[],
  ): CountRange {
    return discloseCount(
      tally(due, ({ active }) => active),
      boundsFromLines(measured, { people: due, number, weeks: 1, neededBy }),
    );
  }

  /** What weeks shown alone say of those who were active in any, or in each, of them. */
  function boundsOfWeeks(
    query: FiguresQuery,
    measured: MeasuredDepartment,
    look: { readonly people: readonly MemberWeek[]; readonly last: number },
  ): { low: number; high: number } {
    const people = new Set(look.people.map(({ memberId }) => memberId));
    let low = 0;
    let high = people.size;
    let areSame = true;
    for (let number = look.last; number > look.last - REVIEW_WEEKS; number -= 1) {
      const group = query.plan.groupOf(query.departmentId, number);
      const due = group?.kind === 'department' ? dueIn([measured], number) : hidden('noMembers');
      if (!Array.isArray(due)) continue;
      const told = weeklyActive([measured], number, due);
      const outside = due.filter(({ memberId }) => !people.has(memberId)).length;
      const away = people.size - (due.length - outside);
      areSame &&= away === 0 && outside === 0;
      low = Math.max(low, told.low - outside);
      high = Math.min(high, told.high + away);
    }
    // Of the same people all the time, what one number says of the other it says of nobody in particular.
    if (areSame) return { low: 0, high: people.size };
    return { low, high };
  }

  function habitual(
    query: FiguresQuery,
    group: Group,
    { measured, due }: { measured: readonly MeasuredDepartment[]; due: readonly MemberWeek[] },
  ): Figure {
    const number = weekNumber(query.week);
    const [own] = measured;
    if (group.kind === 'other' || !own) return hidden('notForOther');
    const people = due.filter(({ segment }) => segment !== undefined);
    if (people.length < minimum) return hidden('tooEarly');
    if (!query.plan.aloneFor(query.departmentId, number, SEGMENT_LOOK_BACK)) {
      return hidden('regrouped');
    }
    // Four of four weeks active is at most what any of the four shows; nine of twelve is bound to no single week.
    const high = people.every(({ window }) => window === 4)
      ? boundsOfWeeks(query, own, { people, last: number }).high
      : undefined;
    return shown(
      discloseCount(
        tally(people, ({ segment }) => isHabit(segment)),
        { high },
      ),
    );
  }

  /** One completed four weeks: the two shares and the fifth's. */
  function reviewOf(query: FiguresQuery, last: number): ReviewParts | Hidden {
    const week = weekOf(dayOfEpoch(mondayOfNumber(last)));
    if (query.plan.groupOf(query.departmentId, last)?.kind === 'other') {
      return hidden('notForOther');
    }
    const opened = openGroup({ ...query, week });
    if ('shown' in opened) return opened;
    const [own] = opened.measured;
    if (!own) return hidden('noMembers');
    const people = own.week(last).filter(({ segmentOf4Weeks }) => segmentOf4Weeks !== undefined);
    if (people.length < minimum) return hidden('tooEarly');
    if (!query.plan.aloneFor(query.departmentId, last, REVIEW_LOOK_BACK))
      return hidden('regrouped');
    const shares = gapShares(people);
    const bounds = boundsOfWeeks(query, own, { people, last });
    const lines = boundsFromLines([own], { people, number: last, weeks: REVIEW_WEEKS, neededBy });
    const active28 = discloseCount(
      { count: people.length - shares.nonUsers.count, of: people.length },
      { low: Math.max(bounds.low, lines.low) },
    );
    return {
      active28,
      nonUsers: {
        low: active28.of - active28.high,
        high: active28.of - active28.low,
        of: active28.of,
      },
      habitual: discloseCount(shares.habitual, { high: bounds.high }),
      // With fewer than three users the share would be about them.
      topFifth:
        active28.low < 3 || shares.topFifth === undefined
          ? undefined
          : discloseTopShare(shares.topFifth),
    };
  }

  return {
    minimum,

    planGroups(stays, until) {
      const plan = planGroups({ stays, until, minimum, since });
      ownPlans.add(plan);
      return plan;
    },

    releaseLine(measure, { plan, until: asked, weeklyGoal }) {
      const { departmentId, days, membersOn, target, today } = open(measure);
      const until = asked < today ? asked : today;
      const isHidden = membersOn(until) < LINE_MINIMUM;
      const line = departmentLine({
        days,
        until,
        today,
        weeklyGoal,
        needed: isHidden ? () => undefined : neededBy(target),
      });
      const why = isHidden ? 'fewerThanThree' : plan.whyGrouped(departmentId, weekNumberOf(until));
      return { line: release(line), hiddenBecause: why };
    },

    releaseFigures(query) {
      const { plan, departmentId, week } = query;
      const number = weekNumber(week);
      const group = plan.groupOf(departmentId, number);
      const whose = {
        week,
        group: group?.kind ?? 'department',
        departmentIds: group?.departmentIds ?? [departmentId],
        groupedBecause: plan.whyGrouped(departmentId, number),
      } as const;
      const opened = openGroup(query);
      const due = 'shown' in opened ? opened : dueIn(opened.measured, number);
      if ('shown' in opened || !Array.isArray(due)) {
        const none = due as Hidden;
        return { ...whose, weeklyActive: none, habitual: none, promptsPerMember: none };
      }
      const { measured } = opened;
      const mean = discloseMean(due.map(({ promptsStarted }) => promptsStarted));
      return {
        ...whose,
        weeklyActive: shown(weeklyActive(measured, number, due)),
        habitual: habitual(query, opened.group, { measured, due }),
        promptsPerMember: mean ? shown(mean) : hidden('fewContributors'),
      };
    },

    releaseReview(query) {
      const asked = weekNumber(query.week);
      const last = asked - ((asked + 1) % REVIEW_WEEKS);
      const span = {
        from: weekOf(dayOfEpoch(mondayOfNumber(last - REVIEW_WEEKS + 1))),
        to: weekOf(dayOfEpoch(mondayOfNumber(last))),
      };
      const now = reviewOf(query, last);
      if ('shown' in now) {
        return { ...span, active28: now, habitual: now, topFifth: now, gap: now };
      }
      const parts = { ...span, active28: shown(now.active28), habitual: shown(now.habitual) };
      if (now.active28.of < GAP_MINIMUM) {
        return { ...parts, topFifth: hidden('fewerThanTen'), gap: hidden('fewerThanTen') };
      }
      const earlier = reviewOf(query, last - REVIEW_WEEKS);
      const before = 'shown' in earlier || earlier.active28.of < GAP_MINIMUM ? undefined : earlier;
      const ranges = { ...now, topFifth: now.topFifth?.low };
      const beforeRanges = before && { ...before, topFifth: before.topFifth?.low };
      const state = gapState(ranges, beforeRanges);
      return {
        ...parts,
        topFifth: now.topFifth
          ? release({ shown: true, ...now.topFifth })
          : hidden('fewContributors'),
        gap: release({
          shown: true,
          state,
          flagged: gapFlagged(ranges, beforeRanges),
          action: GAP_ACTIONS[state],
        }),
      };
    },

    releaseTotal(figures) {
      const once = [
        ...new Map(figures.map((each) => [each.departmentIds.join('\n'), each])).values(),
      ];
      const total = (
        part: 'weeklyActive' | 'habitual' | 'promptsPerMember',
        add: (ranges: readonly CountRange[]) => CountRange,
      ): Figure => {
        const ranges = once.flatMap(({ [part]: figure }) => (figure.shown ? [figure] : []));
        return ranges.length === 0 ? hidden('fewerThanFloor') : shown(add(ranges));
      };
      return {
        weeklyActive: total('weeklyActive', addRanges),
        habitual: total('habitual', addRanges),
        promptsPerMember: total('promptsPerMember', addMeans),
      };
    },

    releasePulse(counts) {
      const told = disclosePulse(open(counts), floor);
      return told ? release({ shown: true, ...told }) : hidden('fewerThanFloor');
    },
  };
}

interface ReviewParts {
  readonly active28: CountRange;
  readonly nonUsers: CountRange;
  readonly habitual: CountRange;
  readonly topFifth: { readonly low: number; readonly high: number } | undefined;
}

function hidden(because: NotShown): Hidden {
  return { shown: false, because };
}

function shown({ low, high, of }: CountRange): Figure {
  return release({ shown: true, low, high, of });
}

function release<T>(value: T): Released<T> {
  return value as Released<T>;
}
