import type { Figure } from './support/figures.ts';
import { benchPlaces, fillPlace, monday, TODAY } from './support/hub/bench-hub.ts';

const DAYS = 365;
const MEMBERS_A_DEPARTMENT = 100;
const SIZES = [10_000, 30_000, 100_000] as const;
const BOUND_MS = 60_000;
/** What one more member may cost more in the largest company than in the smallest. */
const MOST_GROWTH = 1.25;

/**
 * Monday for companies of three sizes on PostgreSQL, each by a hub that has just started, in a process of its own: how long
 * it takes, how much memory it ever held, and whether a member costs the same in a large company as in a small one.
 */
export async function run(): Promise<Figure[]> {
  const places = await benchPlaces();
  try {
    const place = places.find(({ engine }) => engine === 'PostgreSQL');
    if (!place) throw new Error('No PostgreSQL is installed on this machine.');
    const figures: Figure[] = [];
    const costs: { readonly ms: number; readonly mb: number }[] = [];
    for (const members of SIZES) {
      const departments = members / MEMBERS_A_DEPARTMENT;
      const settings = await place.another();
      const filling = performance.now();
      await fillPlace(settings, { members, departments, days: DAYS });
      console.log(`${members} members filled in ${Math.round(performance.now() - filling)} ms`);
      const { ms, peakMb } = await monday({ settings, departments, today: TODAY });
      console.log(`${members} members: ${Math.round(ms)} ms, ${Math.round(peakMb)} MB`);
      costs.push({ ms: ms / members, mb: peakMb / members });
      const name = `Monday for ${members} members in ${departments} departments on PostgreSQL`;
      const bound = members === SIZES.at(-1) ? { bound: BOUND_MS } : {};
      figures.push(
        { name, unit: 'ms', value: ms, rounds: 1, ...bound },
        { name: `${name}: peak memory`, unit: 'MB', value: peakMb, rounds: 1 },
      );
    }
    const [smallest, largest] = [costs[0], costs.at(-1)];
    for (const part of ['ms', 'mb'] as const) {
      figures.push({
        name: `A member's Monday, ${part === 'ms' ? 'time' : 'memory'}, 100000 members to 10000`,
        unit: 'ratio',
        value: (largest?.[part] ?? Number.NaN) / (smallest?.[part] ?? Number.NaN),
        bound: MOST_GROWTH,
        rounds: 1,
      });
    }
    return figures;
  } finally {
    for (const place of places) await place.remove();
  }
}
