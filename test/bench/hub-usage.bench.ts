import { median, type Figure } from './support/figures.ts';
import { benchPlaces, fillPlace, load, type BenchPlace } from './support/hub/bench-hub.ts';
import type { FilledOrganisation } from './support/hub/fill-organisation.ts';
import type { LoadResult } from './support/hub/load-client.ts';
import { runHub, type RunningHub } from '../support/run-hub.ts';

const ROUNDS = 7;
const ROUND_MS = 3000;
const CONNECTIONS = 32;
const MEMBERS = 500;
const DEPARTMENTS = 10;

/**
 * Taking in days: 32 connections that deliver six days each (about 950 bytes, no two alike, every number rising), every
 * answer after a durable commit, against the same hub that checks the same and stores nothing. The two take turns, and the
 * ratio is that of the same round.
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

async function measure(place: BenchPlace): Promise<Figure[]> {
  const size = { members: MEMBERS, departments: DEPARTMENTS, days: 0 };
  const other = await place.another();
  const stores = await ready(place.settings, await fillPlace(place.settings, size));
  const forgets = await ready(other, await fillPlace(other, size), FORGETS);
  try {
    const stored: LoadResult[] = [];
    const ratios: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const mine = await turn(stores, round);
      const constant = await turn(forgets, round);
      // The first round only warms both up.
      if (round === 0) continue;
      stored.push(mine);
      ratios.push(mine.answered / mine.seconds / (constant.answered / constant.seconds));
    }
    const of = (what: (result: LoadResult) => number): number => median(stored.map(what));
    const name = `PUT /v1/usage on ${place.engine}`;
    return [
      {
        name: `${name}: stored a second`,
        unit: 'count',
        value: of(({ answered, seconds }) => answered / seconds),
        rounds: ROUNDS,
      },
      {
        name: `${name}: ratio to the same without storing`,
        unit: 'ratio',
        value: median(ratios),
        atLeast: 0.6,
        rounds: ROUNDS,
      },
      { name: `${name}: p50`, unit: 'ms', value: of(({ p50 }) => p50), rounds: ROUNDS },
      { name: `${name}: p99`, unit: 'ms', value: of(({ p99 }) => p99), bound: 50, rounds: ROUNDS },
    ];
  } finally {
    await stores.hub.stop();
    await forgets.hub.stop();
  }
}

const FORGETS = 'test/bench/support/hub/constant-hub.ts';

interface Ready {
  readonly hub: RunningHub;
  readonly organisation: FilledOrganisation;
}

async function ready(
  settings: Readonly<Record<string, string>>,
  organisation: FilledOrganisation,
  entry?: string,
): Promise<Ready> {
  return { hub: await runHub(settings, entry), organisation };
}

async function turn({ hub, organisation }: Ready, round: number): Promise<LoadResult> {
  const result = await load({
    port: hub.port,
    connections: CONNECTIONS,
    forMs: ROUND_MS,
    tokens: organisation.tokens,
    base: round * 100_000,
  });
  if (result.refused > 0) throw new Error(`${result.refused} deliveries were refused.`);
  return result;
}
