import type { UseRow } from '../../lib/domain/department-measure.ts';
import type { DayOfUse } from '../repositories/usage.ts';

const VISITED = 1;
const SELF_REPORTED = 2;
/** Room for 13 months and the days to come, so that a book rarely grows. */
const ROOM_DAYS = 480;
const MOST_DAYS = 1000;

interface Pages {
  flags: Uint8Array;
  prompts: Uint32Array;
}

/**
 * Everybody's days of an organisation in little room (five bytes a member and day): what figures need, all devices and
 * tools together. Days before `firstDay` and 1,000 days after it are passed over.
 */
export interface DayBook {
  readonly firstDay: number;
  /** Replaces whole days by what the database has of them; returns the members whose days changed. */
  replaceDays(fromDay: number, toDay: number, rows: readonly DayOfUse[]): Set<string>;
  /** Days with anything counted of some members, in no particular order. */
  useOf(memberIds: Iterable<string>): Iterable<UseRow>;
}

/** An empty book. */
export function createDayBook(firstDay: number): DayBook {
  const members = new Map<string, Pages>();

  function pagesFor(memberId: string, length: number): Pages {
    const held = members.get(memberId);
    if (held && held.flags.length >= length) return held;
    const room = length <= ROOM_DAYS ? ROOM_DAYS : MOST_DAYS;
    const pages = { flags: new Uint8Array(room), prompts: new Uint32Array(room) };
    if (held) {
      pages.flags.set(held.flags);
      pages.prompts.set(held.prompts);
    }
    members.set(memberId, pages);
    return pages;
  }

  function replaceDay(day: number, sums: ReadonlyMap<string, Sum>, changed: Set<string>): void {
    const index = day - firstDay;
    for (const [memberId, pages] of members) {
      if (sums.has(memberId) || index >= pages.flags.length) continue;
      if (pages.flags[index] || pages.prompts[index]) changed.add(memberId);
      pages.flags[index] = 0;
      pages.prompts[index] = 0;
    }
    for (const [memberId, { flags, prompts }] of sums) {
      const pages = pagesFor(memberId, index + 1);
      if (pages.flags[index] !== flags || pages.prompts[index] !== prompts) changed.add(memberId);
      pages.flags[index] = flags;
      pages.prompts[index] = prompts;
    }
  }

  return {
    firstDay,

    replaceDays(fromDay, toDay, rows) {
      const byDay = Map.groupBy(rows, ({ day }) => day);
      const changed = new Set<string>();
      const last = Math.min(toDay, firstDay + MOST_DAYS - 1);
      for (let day = Math.max(fromDay, firstDay); day <= last; day += 1) {
        replaceDay(day, sumsOf(byDay.get(day) ?? []), changed);
      }
      return changed;
    },

    *useOf(memberIds) {
      for (const memberId of memberIds) {
        const pages = members.get(memberId);
        if (!pages) continue;
        for (let index = 0; index < pages.flags.length; index += 1) {
          const flags = pages.flags[index] ?? 0;
          const promptsStarted = pages.prompts[index] ?? 0;
          if (flags === 0 && promptsStarted === 0) continue;
          yield {
            memberId,
            day: firstDay + index,
            visits: flags & VISITED ? 1 : 0,
            promptsStarted,
            selfReported: (flags & SELF_REPORTED) !== 0,
          };
        }
      }
    },
  };
}

interface Sum {
  flags: number;
  prompts: number;
}

function sumsOf(rows: readonly DayOfUse[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { memberId, visits, promptsStarted, selfReported } of rows) {
    const sum = sums.get(memberId) ?? { flags: 0, prompts: 0 };
    sum.flags |= (visits > 0 ? VISITED : 0) | (selfReported ? SELF_REPORTED : 0);
    sum.prompts = Math.min(0xffff_ffff, sum.prompts + promptsStarted);
    sums.set(memberId, sum);
  }
  return sums;
}
