import { setTimeout as pause } from 'node:timers/promises';
import { median, type Figure } from './support/figures.ts';
import { benchPlaces } from './support/hub/bench-hub.ts';
import { runHub } from '../support/run-hub.ts';

const ROUNDS = 5;
const IDLE_MS = 5000;
const MEGABYTE = 1_000_000;

/** What a hub costs a small office machine: from nothing to ready, and what it holds while nobody asks. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const place of await benchPlaces()) {
    try {
      const first: number[] = [];
      const again: number[] = [];
      const memory: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const settings = await place.another();
        const fresh = await runHub(settings);
        first.push(fresh.readyMs);
        await fresh.stop();
        const hub = await runHub(settings);
        again.push(hub.readyMs);
        await pause(IDLE_MS);
        memory.push(hub.memory() / MEGABYTE);
        await hub.stop();
      }
      const name = `Hub on ${place.engine}`;
      figures.push(
        figure(`${name}: first start to ready`, 'ms', first, 1000),
        figure(`${name}: start to ready`, 'ms', again, 1000),
        figure(`${name}: idle memory`, 'MB', memory, 120),
      );
    } finally {
      await place.remove();
    }
  }
  return figures;
}

function figure(name: string, unit: 'ms' | 'MB', values: readonly number[], bound: number): Figure {
  return { name, unit, value: median(values), bound, rounds: values.length };
}
