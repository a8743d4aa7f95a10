import { entryOf } from '../contract/envelope.ts';
import { promptItem } from '../contract/stored-items.ts';
import type { PromptDraft } from '../contract/workflow.ts';
import type { Prompt } from '../domain/workflow.ts';
import { CommandFailure } from './command-failure.ts';
import type { DeviceDeps } from './device.ts';
import { editedPrompt } from './library-changes.ts';
import { readItem } from './read-item.ts';
import { readPrompt } from './read-prompt.ts';

/**
 * Saves an edit of a prompt of the one list. An edit of the department's makes it the person's own copy under the same id,
 * with the department's text as its first version; the department's is not touched. Fails with `notFound` when neither
 * lives. Call it inside the write queue. Throws as `readItem`.
 */
export async function editPrompt(
  { store, clock }: DeviceDeps,
  id: string,
  draft: PromptDraft,
): Promise<string> {
  const nowMs = clock.now();
  const own = await readItem(store, promptItem(id), nowMs);
  const held = await readPrompt(store, id, nowMs);
  if (held === undefined) throw new CommandFailure('notFound', `prompt ${id}`);
  const isOwn = own !== undefined && own.deletedAt === undefined;
  const before: Prompt = isOwn
    ? held
    : { ...held, createdAt: nowMs, versions: own?.versions ?? [] };
  const after = editedPrompt(before, draft, nowMs);
  if (after !== before) await store.write(Object.fromEntries([entryOf(promptItem(id), after)]));
  return id;
}
