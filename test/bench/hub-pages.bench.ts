import { addDays, dayOfEpoch, weekOf } from '../../lib/domain/day.ts';
import { percentile, type Figure } from './support/figures.ts';
import { benchPlaces, fillPlace, load, TODAY, type BenchPlace } from './support/hub/bench-hub.ts';
import { runHub } from '../support/run-hub.ts';

const ROUNDS = 20;
const BOUND_MS = 300;
const SIZE = { members: 5000, departments: 50, days: 365, programmes: true };

/**
 * What the popup and the board ask for, in an organisation of 5,000 with a year of days behind it and a programme in every
 * department. Between two rounds days are delivered, so that nothing is answered from a memory that nobody disturbed.
 */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const place of await benchPlaces()) {
    try {
      figures.push(...(await measure(place)));
    } finally {
      await place.remove();
    }
  }
  return figures;
}

async function measure({ engine, settings }: BenchPlace): Promise<Figure[]> {
  const organisation = await fillPlace(settings, SIZE);
  const hub = await runHub(settings);
  const [owner = ''] = organisation.tokens;
  const member = organisation.tokens[SIZE.departments + 1] ?? '';
  const [department = ''] = organisation.departmentIds;
  const today = dayOfEpoch(TODAY);
  const week = weekOf(addDays(today, -7));
  const ask = async (path: string, token: string): Promise<number> => {
    const begun = performance.now();
    const answer = await fetch(`http://127.0.0.1:${hub.port}/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
    return performance.now() - begun;
  };
  const pages = {
    'lines of a member': () => ask(`/lines?today=${today}`, member),
    'summary of a department': () => ask(`/departments/${department}/summary?week=${week}`, owner),
    departments: () => ask('/departments', owner),
    people: () => ask('/members', owner),
    organisation: () => ask('/organisation', owner),
    invites: () => ask(`/departments/${department}/invites`, owner),
    deliveries: () => ask(`/departments/${department}/deliveries`, owner),
    programme: () => ask(`/departments/${department}/programme`, owner),
    attachment: () => ask(`/departments/${department}/attachment`, owner),
    help: () => ask(`/departments/${department}/help`, owner),
    meetings: () => ask(`/departments/${department}/meetings`, owner),
    gap: () => ask(`/departments/${department}/gap`, owner),
    pulse: () => ask(`/departments/${department}/pulse`, owner),
    goal: () => ask('/goal', owner),
    month: () => ask('/sponsor-page', owner),
  };
  try {
    const cold = await pages['lines of a member']();
    const programme = await pages.programme();
    const times = new Map<string, number[]>();
    for (let round = 0; round < ROUNDS; round += 1) {
      await load({
        port: hub.port,
        connections: 2,
        forMs: 100,
        tokens: organisation.tokens,
        base: round * 10_000,
      });
      for (const [name, page] of Object.entries(pages)) {
        times.set(name, [...(times.get(name) ?? []), await page()]);
      }
    }
    return [
      {
        name: `5,000 members on ${engine}: first lines after a start`,
        unit: 'ms',
        value: cold,
        rounds: 1,
      },
      {
        name: `5,000 members on ${engine}: first programme after that`,
        unit: 'ms',
        value: programme,
        bound: BOUND_MS,
        rounds: 1,
      },
      ...[...times].map(([name, values]): Figure => ({
        name: `5,000 members on ${engine}: ${name}, p95`,
        unit: 'ms',
        value: percentile(values, 0.95),
        bound: BOUND_MS,
        rounds: ROUNDS,
      })),
    ];
  } finally {
    await hub.stop();
  }
}
