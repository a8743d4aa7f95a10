import type { DayKey, WeekKey } from '../../lib/domain/day.ts';
import { dayOfEpoch, daysBetween, epochDay, weekOf } from '../../lib/domain/day.ts';
import type { Definition } from '../../lib/domain/department-summary.ts';
import type { Figure, ReleasedFigures } from '../../lib/domain/released.ts';
import { summaryDefinitions } from '../../lib/i18n/summary-definitions.ts';
import type { Word } from '../../lib/i18n/words.ts';
import { words } from '../../lib/i18n/words.ts';
import type { Hub } from '../hub.ts';
import { authorize, type Authorized } from './authorize.ts';
import { Refusal } from './refusal.ts';

/** Both ends included. */
export interface ExportRange {
  readonly from: DayKey;
  readonly to: DayKey;
}

const MOST_DAYS = 1830;
/** Excel takes a file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
const GROUP_DEFINITIONS: readonly Definition[] = ['M9', 'M8', 'M3', 'P'];

/**
 * Makes the export: the caller's own days, one row a day, device and tool, and for champions their departments' weeks as
 * the privacy floor releases them. The meaning of every number stands before it in lines that begin with `#`. Refuses a
 * range that is turned round or longer than five years with `invalid`.
 */
export function createExport(hub: Hub) {
  return async (
    { caller }: Authorized<'useOwnDays'>,
    { from, to }: ExportRange,
  ): Promise<string> => {
    if (to < from || daysBetween(from, to) > MOST_DAYS) {
      throw new Refusal('invalid', 'Ask for at most five years, the earlier day first.', {
        field: 'to',
      });
    }
    const rows = await hub.usage.ofMember({
      organisationId: caller.organisationId,
      memberId: caller.id,
      fromDay: epochDay(from),
      toDay: epochDay(to),
    });
    const { visit, visitDay, engagedTime, promptsStarted, selfReported } = words[caller.language];
    const lines = [
      ...comments([visit, visitDay, engagedTime, promptsStarted, selfReported]),
      row(['day', 'device', 'tool', 'visits', 'engagedSeconds', 'promptsStarted', 'selfReported']),
      ...rows.map((each) =>
        row([
          dayOfEpoch(each.day),
          each.deviceId,
          each.tool,
          each.visits,
          each.engagedSeconds,
          each.promptsStarted,
          each.selfReported ? 'yes' : 'no',
        ]),
      ),
      ...(await departmentWeeks(hub, caller, { from, to })),
    ];
    return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
  };
}

async function departmentWeeks(
  hub: Hub,
  caller: Authorized<'useOwnDays'>['caller'],
  range: ExportRange,
): Promise<string[]> {
  if (caller.championOf.length === 0) return [];
  const departments = await hub.organisations.departments(caller.organisationId);
  const definitions = summaryDefinitions[caller.language];
  const lines = [
    '',
    ...comments(GROUP_DEFINITIONS.map((name) => definitions[name])),
    row([
      'week',
      'department',
      'countedWithOthers',
      ...['weeklyActive', 'habitual', 'promptsPerMember'].flatMap((name) => [
        `${name}Low`,
        `${name}High`,
        `${name}Of`,
        `${name}HiddenBecause`,
      ]),
    ]),
  ];
  for (const { id, name } of departments) {
    if (!caller.championOf.includes(id)) continue;
    const { departmentId } = authorize(caller, { do: 'seeDepartment', departmentId: id });
    const weeks = await hub.figures.weeks({
      organisationId: caller.organisationId,
      departmentId,
      ...weeksOf(range),
    });
    lines.push(...weeks.map((figures) => weekRow(name, figures)));
  }
  return lines;
}

function weeksOf({ from, to }: ExportRange): { from: WeekKey; to: WeekKey } {
  return { from: weekOf(from), to: weekOf(to) };
}

function weekRow(department: string, figures: ReleasedFigures): string {
  return row([
    figures.week,
    department,
    figures.group === 'other' ? 'yes' : 'no',
    ...[figures.weeklyActive, figures.habitual, figures.promptsPerMember].flatMap(cells),
  ]);
}

function cells(figure: Figure): (string | number)[] {
  return figure.shown ? [figure.low, figure.high, figure.of, ''] : ['', '', '', figure.because];
}

function comments(definitions: readonly Word[]): string[] {
  return definitions.map(({ word, meaning }) => `# ${word}: ${meaning}`.replaceAll(/[\r\n]/g, ' '));
}

/** One line. A text that a spreadsheet would take for a formula is marked as text. */
function row(values: readonly (string | number)[]): string {
  return values
    .map((value) => {
      const text = /^[=+\-@\t]/.test(String(value)) ? `'${value}` : String(value);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
