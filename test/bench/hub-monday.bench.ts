import { readConfig } from '../../hub/config.ts';
import { openHub } from '../../hub/hub.ts';
import { createJobs } from '../../hub/jobs/jobs.ts';
import { addDays, dayOfEpoch, mondayOf } from '../../lib/domain/day.ts';
import type { Figure } from './support/figures.ts';
import { benchPlaces, fillPlace, TODAY } from './support/hub/bench-hub.ts';

const SIZE = { members: 5000, departments: 50, days: 365 };
const BOUND_MS = 5000;

/** Monday: 50 summaries of 5,000 people, opened, computed, drawn and written to the outbox, by a hub that has just started. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const place of await benchPlaces()) {
    try {
      await fillPlace(place.settings, SIZE);
      figures.push(await mondayOn(place.engine, place.settings));
    } finally {
      await place.remove();
    }
  }
  return figures;
}

/** One Monday with everything in it; throws when not every department's summary left. */
export async function mondayOn(
  engine: string,
  settings: Readonly<Record<string, string>>,
  { members, departments } = SIZE,
  bound = BOUND_MS,
): Promise<Figure> {
  const result = readConfig({
    ...settings,
    LOG_LEVEL: 'error',
    CLOCK: `${addDays(mondayOf(dayOfEpoch(TODAY)), 1)}T12:00:00+09:00`,
  });
  if (!result.ok) throw new Error(result.problems.join(' '));
  const hub = await openHub(result.config);
  try {
    const begun = performance.now();
    const { opened, sent, failed } = await createJobs(hub).tick();
    const value = performance.now() - begun;
    if (opened !== departments || sent !== departments || failed > 0) {
      throw new Error(`Opened ${opened}, sent ${sent}, failed ${failed} of ${departments}.`);
    }
    const name = `Monday for ${members} members in ${departments} departments on ${engine}`;
    return { name, unit: 'ms', value, bound, rounds: 1 };
  } finally {
    await hub.close();
  }
}
