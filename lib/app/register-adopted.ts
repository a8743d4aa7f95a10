import type { Command } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import { promptItem, settingsItem, workflowItem } from '../contract/stored-items.ts';
import type { PromptDraft, WorkflowDraft } from '../contract/workflow.ts';
import type { Workflow } from '../domain/workflow.ts';
import { chooseLanguage, type Language } from '../i18n/language.ts';
import { CommandFailure } from './command-failure.ts';
import { newPrompt, newWorkflow } from './library-changes.ts';
import type { Clock, KeyValueStore } from './ports.ts';
import { readItem } from './read-item.ts';
import { sameJson } from './same-json.ts';
import { parseHeld } from './held.ts';

/** A pack's workflow as drafts (`adopt`), or undefined when this build has no such workflow. */
export type PackDrafts = (
  packId: string,
  workflowId: string,
  language: Language,
) => Promise<
  { readonly workflow: WorkflowDraft; readonly prompts: readonly PromptDraft[] } | undefined
>;

/** What registering needs. */
export interface RegisterAdoptedDeps {
  readonly store: KeyValueStore;
  readonly clock: Clock;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
  readonly packDrafts: PackDrafts;
}

/**
 * Registers a pack's workflow with its prompts as the person's own, in one write, and returns the workflow's id. One that
 * was adopted before and lives is returned as it is, whatever the person made of it. Fails with `notFound` for what no
 * pack has. Call it inside the write queue.
 */
export async function registerAdopted(
  { store, clock, languages, packDrafts }: RegisterAdoptedDeps,
  { pack, workflow }: Extract<Command, { type: 'adoptWorkflow' }>,
): Promise<string> {
  const nowMs = clock.now();
  const settings = await readItem(store, settingsItem, nowMs);
  const drafts = await packDrafts(pack, workflow, chooseLanguage(settings.language, languages));
  if (drafts === undefined) throw new CommandFailure('notFound', `pack ${pack}/${workflow}`);
  const registered = await livingWorkflows(store, nowMs);
  const twin = registered.find(({ source }) => sameJson(source, drafts.workflow.source));
  if (twin !== undefined) return twin.id;

  const own = newWorkflow(drafts.workflow, crypto.randomUUID(), nowMs);
  const prompts = drafts.prompts.map((draft) =>
    newPrompt({ ...draft, workflowId: own.id }, crypto.randomUUID(), nowMs),
  );
  await store.write(
    Object.fromEntries([
      entryOf(workflowItem(own.id), own),
      ...prompts.map((prompt) => entryOf(promptItem(prompt.id), prompt)),
    ]),
  );
  return own.id;
}

async function livingWorkflows(store: KeyValueStore, nowMs: number): Promise<readonly Workflow[]> {
  const keys = (await store.keys()).filter((key) => key.startsWith(workflowItem('').key));
  const { workflows } = parseHeld(await store.read(keys), nowMs);
  return workflows.filter(({ deletedAt }) => deletedAt === undefined);
}
