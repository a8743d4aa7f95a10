import { entryOf } from '../contract/envelope.ts';
import { ledgerItem, settingsItem, workflowItem } from '../contract/stored-items.ts';
import { dayAt, monthOf, type DayKey } from '../domain/day.ts';
import { addToDay, EMPTY_ENTRY, type LedgerDay } from '../domain/ledger.ts';
import { toolById } from '../sites/registry.ts';
import { CommandFailure } from './command-failure.ts';
import { ensureDevice, type DeviceDeps } from './device.ts';
import { readItem } from './read-item.ts';
import { sameJson } from './same-json.ts';

/** The local day now. */
export function todayOf({ clock }: Pick<DeviceDeps, 'clock'>): DayKey {
  const nowMs = clock.now();
  return dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
}

/**
 * Marks a day by hand (M2). Twice is the same as once. Refuses a day that has not come and a tool this build does not
 * know. Call it inside the write queue.
 */
export async function selfReport(deps: DeviceDeps, day: DayKey, tool: string): Promise<void> {
  if (day > todayOf(deps)) throw new CommandFailure('invalid', 'day: not yet');
  if (toolById(tool) === undefined) throw new CommandFailure('invalid', 'tool: unknown');
  await changeDay(deps, day, (held) =>
    addToDay(held, tool, { ...EMPTY_ENTRY, selfReported: true }),
  );
}

/**
 * Ticks a workflow off for today: a run (M3) unless one is counted today already, so that a second tap, or a tick after
 * the prompt was started from the palette, adds nothing. Call it inside the write queue.
 */
export async function tickWorkflow(deps: DeviceDeps, id: string): Promise<void> {
  const nowMs = deps.clock.now();
  const workflow = await readItem(deps.store, workflowItem(id), nowMs);
  if (workflow === undefined || workflow.deletedAt !== undefined) {
    throw new CommandFailure('notFound', `workflow ${id}`);
  }
  const { preferredTool } = await readItem(deps.store, settingsItem, nowMs);
  await changeDay(deps, todayOf(deps), (held) =>
    Object.values(held).some(({ runs }) => (runs[id] ?? 0) > 0)
      ? held
      : addToDay(held, workflow.tool ?? preferredTool, { ...EMPTY_ENTRY, runs: { [id]: 1 } }),
  );
}

async function changeDay(
  deps: DeviceDeps,
  day: DayKey,
  change: (held: LedgerDay) => LedgerDay,
): Promise<void> {
  const device = await ensureDevice(deps);
  const item = ledgerItem(device.id, monthOf(day));
  const month = await readItem(deps.store, item, deps.clock.now());
  const held = month[day] ?? {};
  const changed = change(held);
  if (sameJson(changed, held)) return;
  await deps.store.write(Object.fromEntries([entryOf(item, { ...month, [day]: changed })]));
}
