import type { TrashItem } from '../../components/dashboard/trash.tsx';
import { KEPT_AFTER_DELETION_MS } from '../../lib/app/library-changes.ts';

const MS_PER_DAY = 86_400_000;

interface Deletable {
  readonly id: string;
  readonly deletedAt?: number | undefined;
}

/** Whether a thing is not in the trash. */
export function isLiving(thing: Deletable): boolean {
  return thing.deletedAt === undefined;
}

/** Deleted things that can still be brought back, the latest deleted first, each with its days left in words. */
export function trashItems<T extends Deletable>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  daysLeft: (days: number) => string,
): TrashItem[] {
  return things
    .filter((thing) => !isLiving(thing))
    .toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0))
    .map((thing) => ({ thing, left: daysLeftOf(thing.deletedAt ?? 0) }))
    .filter(({ left }) => left > 0)
    .map(({ thing, left }) => ({ id: thing.id, name: nameOf(thing), daysLeft: daysLeft(left) }));
}

function daysLeftOf(deletedAt: number): number {
  return Math.ceil((deletedAt + KEPT_AFTER_DELETION_MS - Date.now()) / MS_PER_DAY);
}
