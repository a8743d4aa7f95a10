import { sharedPromptItem } from '../contract/shared-items.ts';
import { promptItem } from '../contract/stored-items.ts';
import { teamItem } from '../contract/team.ts';
import type { Prompt } from '../domain/workflow.ts';
import type { KeyValueStore } from './ports.ts';
import { readItem } from './read-item.ts';
import { departmentPrompt } from './shared-library.ts';

/**
 * A living prompt of the one list by its id: the person's own, else the department's in use; undefined when there is
 * neither. Throws as `readItem`.
 */
export async function readPrompt(
  store: KeyValueStore,
  id: string,
  nowMs: number,
): Promise<Prompt | undefined> {
  const own = await readItem(store, promptItem(id), nowMs);
  if (own !== undefined && own.deletedAt === undefined) return own;
  const shared = await readItem(store, sharedPromptItem(id), nowMs);
  if (shared === undefined) return undefined;
  const team = await readItem(store, teamItem, nowMs);
  return team && departmentPrompt(shared, team.department.name);
}
