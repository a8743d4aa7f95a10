import { z } from 'zod';
import { dayKeySchema } from '../../lib/contract/day.ts';
import { linesReplySchema, type LineDto } from '../../lib/contract/hub/lines.ts';
import { daysBetween, type DayKey } from '../../lib/domain/day.ts';
import type { DepartmentLine } from '../../lib/domain/department-line.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import { authorize } from '../services/authorize.ts';
import { createExport } from '../services/export-csv.ts';
import { Refusal } from '../services/refusal.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** A member's clock may be wrong; further than this from the hub's the lines would only cost. */
const MOST_DAYS_AWAY = 400;

/** Lines side by side, and the same days as a file. */
export function linesRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'get',
      path: '/lines',
      summary: 'The caller’s own line and the departments’ lines, the last 84 days up to a day.',
      query: z.strictObject({ today: dayKeySchema }),
      reply: linesReplySchema,
    },
    async ({ query: { today }, context }) => {
      const caller = context.get('caller');
      refuseFarDay(hub, today);
      const mine = await hub.figures.mine(authorize(caller, { do: 'useOwnDays' }), today);
      const always = [caller.departmentId, ...caller.championOf];
      const departments = await hub.figures.lines(caller.organisationId, today, always);
      return {
        mine: { ...lineDto(mine), strength: Math.min(100, Math.max(0, mine.strength)) },
        departments: departments.map(({ id, name, line, hiddenBecause }) => ({
          id,
          name,
          line: lineDto(line),
          ...(hiddenBecause === undefined ? {} : { hiddenBecause }),
        })),
      };
    },
  );

  table.on(
    {
      method: 'get',
      path: '/export.csv',
      summary:
        'The caller’s own days as CSV, and for champions their departments’ weeks as everybody may see them.',
      query: z.strictObject({ from: dayKeySchema, to: dayKeySchema }),
      media: ['text/csv'],
    },
    async ({ query, context }) => {
      const own = authorize(context.get('caller'), { do: 'useOwnDays' });
      const csv = await createExport(hub)(own, query);
      return context.body(csv, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="banso-${query.from}-${query.to}.csv"`,
      });
    },
  );

  return table;
}

function refuseFarDay(hub: Hub, today: DayKey): void {
  const hubDay = dayKeyAt(hub.clock.now(), 'UTC');
  if (Math.abs(daysBetween(hubDay, today)) <= MOST_DAYS_AWAY) return;
  throw new Refusal('invalid', 'The day is too far from today.', { field: 'today' });
}

function lineDto({ days, current, longest, weeks }: DepartmentLine): LineDto {
  return { days: days.map(({ day, state }) => ({ day, state })), current, longest, weeks };
}
