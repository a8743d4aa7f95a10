import type { Command } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import type { Note } from '../contract/hub/sharing.ts';
import { sharingItem } from '../contract/shared-items.ts';
import type { DayKey } from '../domain/day.ts';
import type { DeviceDeps } from './device.ts';
import { todayOf } from './mark-day.ts';
import { readItem } from './read-item.ts';
import type { SharedLibrary } from './shared-library.ts';

/** Older news are found where all notes are and not put before anybody. */
const FRESH_MS = 45 * 86_400_000;

/**
 * The note to show now: the newest that was not put away and was first shown today or never; undefined when there is
 * none. One that was open for a day has been shown; it does not come again.
 */
export function noteToShow(
  shared: Pick<SharedLibrary, 'notes' | 'notesSeen'> | undefined,
  { today, nowMs }: { readonly today: DayKey; readonly nowMs: number },
): Note | undefined {
  return shared?.notes.find(({ id, publishedAt }) => {
    const seen = Object.hasOwn(shared.notesSeen, id) ? shared.notesSeen[id] : undefined;
    return (seen === undefined || seen === today) && nowMs - publishedAt < FRESH_MS;
  });
}

/** Remembers that a note was shown today, the first time, or put away. Call it inside the write queue. Throws as `readItem`. */
export async function seeNote(
  deps: DeviceDeps,
  { id, done }: Extract<Command, { type: 'seeNote' }>,
): Promise<void> {
  const { store, clock } = deps;
  const sharing = await readItem(store, sharingItem, clock.now());
  const seen = Object.hasOwn(sharing.notesSeen, id) ? sharing.notesSeen[id] : undefined;
  const next = done ? 'done' : (seen ?? todayOf(deps));
  if (next === seen) return;
  const notesSeen = { ...sharing.notesSeen, [id]: next };
  await store.write(Object.fromEntries([entryOf(sharingItem, { ...sharing, notesSeen })]));
}
