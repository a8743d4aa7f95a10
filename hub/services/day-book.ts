import type { UseRow } from '../../lib/domain/department-measure.ts';
import { eachUse, PROMPT, SELF_REPORTED, VISITED, type DayUses } from '../repositories/day-uses.ts';
import { createMemberNumbers } from './member-numbers.ts';

const FLAGS = VISITED | SELF_REPORTED;
const MOST_DAYS = 1000;
/** What fits beside the flags; nobody starts a thousand million prompts a day. */
const MOST_PROMPTS = 2 ** 30 - 1;
const LEAST_ROOM = 64;

/** One day of everybody: uses by the members' numbers, packed as the database sends them. */
type Page = Uint32Array;

/**
 * Everybody's days of an organisation in little room (four bytes a member and day with anything on it): what figures need,
 * all devices and tools together. Days before `firstDay` and 1,000 days after it are passed over.
 */
export interface DayBook {
  readonly firstDay: number;
  /**
   * Puts members side by side who are counted together; those who are in the book stay where they are. Without it everything
   * is the same, but a department's days lie scattered in memory, and counting them takes three times as long.
   */
  expect(memberIds: Iterable<string>): void;
  /** Replaces whole days by what the database has of them; a day that is not among them is empty. */
  replaceDays(fromDay: number, toDay: number, days: readonly DayUses[]): void;
  /** The members whose days changed since this was asked last. */
  takeChanged(): Set<string>;
  /** Days with anything counted of some members, in no particular order. */
  useOf(memberIds: Iterable<string>): Iterable<UseRow>;
}

/**
 * An empty book. A day is an array rather than each member one: a company of 100,000 would otherwise be as many small arrays, and
 * replacing a day would touch every one of them.
 */
export function createDayBook(firstDay: number): DayBook {
  const numbers = createMemberNumbers();
  const pages: (Page | undefined)[] = [];
  let changed = new Uint8Array();

  function pageOf(text: string): Page {
    let page = emptyPage(numbers.count());
    eachUse(text, (from, to, use) => {
      const at = numbers.numberIn(text, from, to);
      if (at >= page.length) page = grown(page, at + 1);
      page[at] = Math.min(MOST_PROMPTS, Math.floor(use / PROMPT)) * PROMPT + (use & FLAGS);
    });
    return page;
  }

  function noteChanges(before: Page | undefined, after: Page | undefined): void {
    const length = Math.max(before?.length ?? 0, after?.length ?? 0);
    if (length > changed.length) {
      const larger = new Uint8Array(length);
      larger.set(changed);
      changed = larger;
    }
    for (let at = 0; at < length; at += 1) {
      if ((before?.[at] ?? 0) !== (after?.[at] ?? 0)) changed[at] = 1;
    }
  }

  return {
    firstDay,

    expect(memberIds) {
      for (const memberId of memberIds) numbers.numberIn(memberId, 0, memberId.length);
    },

    replaceDays(fromDay, toDay, days) {
      const texts = new Map(days.map(({ day, text }) => [day, text]));
      const last = Math.min(toDay, firstDay + MOST_DAYS - 1);
      for (let day = Math.max(fromDay, firstDay); day <= last; day += 1) {
        const text = texts.get(day);
        const after = text === undefined ? undefined : pageOf(text);
        noteChanges(pages[day - firstDay], after);
        pages[day - firstDay] = after;
      }
    },

    takeChanged() {
      const taken = new Set<string>();
      changed.forEach((isChanged, at) => {
        if (isChanged) taken.add(numbers.nameOf(at));
      });
      changed.fill(0);
      return taken;
    },

    *useOf(memberIds) {
      // Member by member: whoever counts meets one person at a time, which halves the time of a large department.
      for (const memberId of memberIds) {
        const at = numbers.find(memberId);
        if (at === undefined) continue;
        for (let index = 0; index < pages.length; index += 1) {
          const use = pages[index]?.[at] ?? 0;
          if (use === 0) continue;
          yield {
            memberId,
            day: firstDay + index,
            visits: use & VISITED ? 1 : 0,
            promptsStarted: Math.floor(use / PROMPT),
            selfReported: (use & SELF_REPORTED) !== 0,
          };
        }
      }
    },
  };
}

function emptyPage(members: number): Page {
  return new Uint32Array(Math.max(LEAST_ROOM, members));
}

/** Half as much again, so that members who are met one by one do not each cost a copy. */
function grown(page: Page, least: number): Page {
  const larger = new Uint32Array(Math.max(least, Math.ceil(page.length * 1.5)));
  larger.set(page);
  return larger;
}
