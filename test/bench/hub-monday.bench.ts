import type { Figure } from './support/figures.ts';
import { benchPlaces, fillPlace, TODAY } from './support/hub/bench-hub.ts';
import { runMonday } from './support/hub/run-monday.ts';

const SIZE = { members: 5000, departments: 50, days: 365 };
const BOUND_MS = 5000;

/** Monday: 50 summaries of 5,000 people, opened, computed, drawn and written to the outbox, by a hub that has just started. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { engine, settings, remove } of await benchPlaces()) {
    try {
      await fillPlace(settings, SIZE);
      const { members, departments } = SIZE;
      const { ms } = await runMonday({ settings, departments, today: TODAY });
      figures.push({
        name: `Monday for ${members} members in ${departments} departments on ${engine}`,
        unit: 'ms',
        value: ms,
        bound: BOUND_MS,
        rounds: 1,
      });
    } finally {
      await remove();
    }
  }
  return figures;
}
