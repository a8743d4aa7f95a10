import { daysOfKept, lastScheduled } from '../../lib/app/kept-lines.ts';
import type { TeamView } from '../../lib/app/team-view.ts';
import type { KeptLine } from '../../lib/contract/team.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { LineDay } from '../../lib/domain/line.ts';

/** A department's line as a row of parallel lines. */
export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly isMine: boolean;
  /** Days oldest first; none where the floor hides the line itself. */
  readonly marks: readonly LineDay[];
  /** Whether the line was running before its first day shown. */
  readonly entering: boolean;
  readonly current: number;
  readonly longest: number;
  readonly weeks: KeptLine['weeks'];
  readonly hiddenBecause: KeptLine['hiddenBecause'];
}

/**
 * My department first, then the others in the hub's order, each over the same days: those that hold my department's last `count`
 * scheduled days (of the first line that has days, where mine has none). Empty before the first fetch.
 */
export function departmentRows({ team, lines }: TeamView, count: number): DepartmentRow[] {
  const kept = lines?.departments ?? [];
  const mine = kept.filter(({ id }) => id === team.department.id);
  const ordered = [...mine, ...kept.filter(({ id }) => id !== team.department.id)];
  const guide = ordered.find(({ states }) => states !== '');
  const from = guide && lastScheduled(daysOfKept(guide), count)[0]?.day;
  return ordered.map((line) => rowOf(line, team.department.id, from));
}

function rowOf(line: KeptLine, myId: string, from: DayKey | undefined): DepartmentRow {
  const { id, name, current, longest, weeks, hiddenBecause } = line;
  const isShown = hiddenBecause !== 'fewerThanThree';
  const days = isShown ? daysOfKept(line) : [];
  const marks = from === undefined ? days : days.filter(({ day }) => day >= from);
  const before = days.slice(0, days.length - marks.length).filter(({ state }) => state !== 'off');
  return {
    id,
    name,
    isMine: id === myId,
    marks,
    entering: before.at(-1)?.state === 'kept',
    current,
    longest,
    weeks,
    hiddenBecause,
  };
}

/** From this age on it is said how old the lines are. */
const STALE_MS = 24 * 3_600_000;

/** How the company's side stands, in the order of what the person should hear first. */
export type TeamStanding = 'revoked' | 'waiting' | 'stale' | 'refused' | 'fresh';

/** How it stands now. `waiting`: nothing was fetched yet. `refused`: the hub does not take a part of what is sent. */
export function standingOf({ sync, lines, seenAtMs }: TeamView): TeamStanding {
  if (sync.trouble?.kind === 'revoked') return 'revoked';
  if (lines === undefined) return 'waiting';
  if (sync.trouble?.kind === 'refused') return 'refused';
  return Math.abs(seenAtMs - lines.at) > STALE_MS ? 'stale' : 'fresh';
}
