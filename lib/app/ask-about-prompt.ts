import { entryOf } from '../contract/envelope.ts';
import { tasteItem } from '../contract/stored-items.ts';
import {
  promptQuestion,
  tasteAfterAnswer,
  type PromptAnswer,
  type PromptQuestion,
} from '../domain/prompt-question.ts';
import { runDays } from '../domain/rhythm.ts';
import type { DeviceDeps } from './device.ts';
import type { PersonState } from './person-state.ts';
import { readItem } from './read-item.ts';
import type { Tastes } from './record-taste.ts';

/** What of a person a question is chosen from. */
type Asked = Pick<PersonState, 'prompts' | 'ledger'> & {
  readonly shared?: { readonly prompts: readonly { readonly id: string }[] } | undefined;
};

/** What the popup asks this person about a prompt now; undefined most of the time. Pure. */
export function questionFor(
  { prompts, ledger, shared }: Asked,
  tastes: Tastes,
  nowMs: number,
): PromptQuestion | undefined {
  const sharedIds = shared && new Set(shared.prompts.map(({ id }) => id));
  return promptQuestion({ prompts, tastes, runs: runDays(ledger), sharedIds, nowMs });
}

/** Keeps an answer with what is known of the prompt. Call it inside the write queue. Throws as `readItem`. */
export async function answerQuestion(
  { store, clock }: DeviceDeps,
  { promptId, answer }: { readonly promptId: string; readonly answer: PromptAnswer },
): Promise<void> {
  const nowMs = clock.now();
  const tastes = await readItem(store, tasteItem, nowMs);
  const before = Object.hasOwn(tastes, promptId) ? tastes[promptId] : undefined;
  const after = { ...tastes, [promptId]: tasteAfterAnswer(before, answer, nowMs) };
  await store.write(Object.fromEntries([entryOf(tasteItem, after)]));
}
