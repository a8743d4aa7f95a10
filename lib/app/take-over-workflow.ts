import { entryOf } from '../contract/envelope.ts';
import { sharedWorkflowItem } from '../contract/shared-items.ts';
import { promptItem, settingsItem, workflowItem } from '../contract/stored-items.ts';
import { teamItem } from '../contract/team.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { CommandFailure } from './command-failure.ts';
import { parseHeld } from './held.ts';
import { deleted, newPrompt, restored } from './library-changes.ts';
import { readItem } from './read-item.ts';
import type { RegisterAdoptedDeps } from './register-adopted.ts';
import { departmentWorkflow } from './shared-library.ts';

/**
 * Registers a workflow of the department under the hub's id, so that its runs count there (METRICS.md M11), in one write;
 * returns that id. The department's prompts for it stay the department's. One registered from the same pack before hands
 * over its prompts, rhythm, minutes, tool and site and goes to the trash; without one, a pack's workflow brings the pack's
 * prompts. One that was taken over before lives on as the person made it. Fails with `notFound` for what the department does not have. Call it inside
 * the write queue.
 */
export async function takeOverWorkflow(deps: RegisterAdoptedDeps, id: string): Promise<string> {
  const { store, clock } = deps;
  const nowMs = clock.now();
  const team = await readItem(store, teamItem, nowMs);
  const shared = await readItem(store, sharedWorkflowItem(id), nowMs);
  if (team === undefined || shared === undefined) {
    throw new CommandFailure('notFound', `department workflow ${id}`);
  }
  const held = await readItem(store, workflowItem(id), nowMs);
  if (held !== undefined) {
    await store.write(Object.fromEntries([entryOf(workflowItem(id), restored(held, nowMs))]));
    return id;
  }
  const { source } = shared;
  const own = await ownOf(deps, source);
  const fresh = departmentWorkflow(shared, team.department.name);
  const workflow: Workflow = {
    ...fresh,
    ...(own.twin === undefined ? {} : settingsOf(own.twin)),
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  const prompts =
    own.twin === undefined
      ? await packPrompts(deps, id, source)
      : own.prompts.map((prompt) => ({ ...prompt, workflowId: id, updatedAt: nowMs }));
  await store.write(
    Object.fromEntries([
      entryOf(workflowItem(id), workflow),
      ...prompts.map((prompt) => entryOf(promptItem(prompt.id), prompt)),
      ...(own.twin === undefined
        ? []
        : [entryOf(workflowItem(own.twin.id), deleted(own.twin, nowMs))]),
    ]),
  );
  return id;
}

type PackSource = { readonly pack: string; readonly item: string } | undefined;

/** The living workflow that the person registered from the same pack, with its living prompts. */
async function ownOf(
  { store, clock }: RegisterAdoptedDeps,
  source: PackSource,
): Promise<{ readonly twin: Workflow | undefined; readonly prompts: readonly Prompt[] }> {
  if (source === undefined) return { twin: undefined, prompts: [] };
  const keys = (await store.keys()).filter((key) => /^(workflow|prompt)\//.test(key));
  const { workflows, prompts } = parseHeld(await store.read(keys), clock.now());
  const twin = workflows.find(
    ({ source: from, deletedAt }) =>
      deletedAt === undefined &&
      from.kind === 'pack' &&
      from.pack === source.pack &&
      from.item === source.item,
  );
  const own = prompts.filter(
    ({ workflowId, deletedAt }) =>
      twin !== undefined && workflowId === twin.id && deletedAt === undefined,
  );
  return { twin, prompts: own };
}

/** What the person set about their own work stays as they set it. */
function settingsOf({ rhythm, site, tool, minutes }: Workflow): Partial<Workflow> {
  return { rhythm, site, tool, minutes };
}

async function packPrompts(
  { store, clock, languages, packDrafts }: RegisterAdoptedDeps,
  workflowId: string,
  source: PackSource,
): Promise<Prompt[]> {
  if (source === undefined) return [];
  const settings = await readItem(store, settingsItem, clock.now());
  const language = chooseLanguage(settings.language, languages);
  const drafts = await packDrafts(source.pack, source.item, language);
  return (drafts?.prompts ?? []).map((draft) =>
    newPrompt({ ...draft, workflowId }, crypto.randomUUID(), clock.now()),
  );
}
