import { entryOf } from '../../../lib/contract/envelope.ts';
import {
  deviceItem,
  ledgerItem,
  promptItem,
  workflowItem,
} from '../../../lib/contract/stored-items.ts';
import { addDays, monthOf, weekdayOf, type DayKey } from '../../../lib/domain/day.ts';
import type { LedgerEntry } from '../../../lib/domain/ledger.ts';
import { TOOLS } from '../../../lib/sites/registry.ts';
import { promptDraft, workflowDraft } from '../../support/command-world.ts';

const DEVICE = '6f1c2d3e-4b5a-4c6d-8e7f-901234567890';

/** Storage of a person who used all three tools on every day, up to today: five years are 5,475 entries. */
export function storageOf(dayCount: number, today: DayKey): Record<string, unknown> {
  const first = addDays(today, 1 - dayCount);
  const days = Array.from({ length: dayCount }, (_, index) => addDays(first, index));
  const months = Map.groupBy(days, monthOf);
  const workflows = Array.from({ length: 8 }, (_, index) => ({
    ...workflowDraft({ name: `業務 ${index}` }),
    id: `w-${index}`,
    createdAt: 1,
    updatedAt: 1,
  }));
  const prompts = workflows.map(({ id }, index) => ({
    ...promptDraft({ workflowId: id }),
    id: `p-${index}`,
    createdAt: 1,
    updatedAt: 1,
    versions: [],
  }));
  return Object.fromEntries([
    entryOf(deviceItem, { id: DEVICE, createdAt: 1, startedOn: first }),
    ...workflows.map((each) => entryOf(workflowItem(each.id), each)),
    ...prompts.map((each) => entryOf(promptItem(each.id), each)),
    ...[...months].map(([month, ofMonth]) =>
      entryOf(
        ledgerItem(DEVICE, month),
        Object.fromEntries(ofMonth.map((day) => [day, dayOf(day)])),
      ),
    ),
  ]);
}

function dayOf(day: DayKey): Record<string, LedgerEntry> {
  const entry = {
    visits: weekdayOf(day),
    engagedSeconds: 1234,
    promptsStarted: 7,
    selfReported: false,
    runs: { 'w-1': 1, 'w-2': 2 },
  };
  return Object.fromEntries(TOOLS.map(({ id }) => [id, entry]));
}
