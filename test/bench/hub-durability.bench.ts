import type { Figure } from './support/figures.ts';
import { benchPlaces } from './support/hub/bench-hub.ts';
import { canCutPower, cutPower } from '../support/durability/cut-power.ts';
import { killUnderLoad, type Survived } from '../support/durability/kill-under-load.ts';

const KILLS = 50;
const CUTS = 10;

/** Nothing acknowledged is lost: fifty kills under load on each engine, and for SQLite ten power cuts where they can be had. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const place of await benchPlaces()) {
    try {
      const survived = await killUnderLoad(place.settings, KILLS);
      figures.push(...lost(`kill -9 under load on ${place.engine}`, survived, KILLS));
    } finally {
      await place.remove();
    }
  }
  if (!canCutPower()) {
    console.log('No power cut: it needs Linux, root and a loop device.');
    return figures;
  }
  const survived = await cutPower(CUTS);
  if (survived.control !== CUTS) throw new Error('The power cut kept what was never synced.');
  return [...figures, ...lost('power cut on SQLite', survived, CUTS)];
}

function lost(name: string, { acknowledged, missing }: Survived, rounds: number): Figure[] {
  return [
    { name: `${name}: acknowledged`, unit: 'count', value: acknowledged, rounds },
    { name: `${name}: lost of these`, unit: 'count', value: missing.length, bound: 0, rounds },
  ];
}
