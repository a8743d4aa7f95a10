import { sharedWorkflowItem } from '../contract/shared-items.ts';
import { settingsItem, workflowItem } from '../contract/stored-items.ts';
import { parsePackPromptId } from '../domain/pack-prompt.ts';
import { toolById } from '../sites/registry.ts';
import { CommandFailure } from './command-failure.ts';
import { holdHandoff } from './handoff.ts';
import type { Clock, KeyValueStore, ToolTabs } from './ports.ts';
import { readItem } from './read-item.ts';
import { readPrompt } from './read-prompt.ts';
import type { PackDrafts } from './register-adopted.ts';

/** What opening a tool with a prompt needs. */
export interface OpenPromptDeps {
  /** What lives until the person deletes it. */
  readonly store: KeyValueStore;
  /** What lives until the browser closes. */
  readonly session: KeyValueStore;
  readonly clock: Clock;
  readonly tabs: ToolTabs;
  readonly packDrafts: PackDrafts;
}

/**
 * Opens a tool in a new tab with the prompt held for its composer, not sent: the tool asked for, else the workflow's, else the person's
 * own. Fails with `notFound` for a prompt that is neither the person's, living, nor the department's or a pack's. Call it inside the write queue.
 */
export async function openWithPrompt(
  deps: OpenPromptDeps,
  { promptId, tool }: { readonly promptId: string; readonly tool?: string | undefined },
): Promise<void> {
  const { store, session, clock, tabs } = deps;
  const nowMs = clock.now();
  const preferred = await toolOfPrompt(deps, promptId);
  const { preferredTool } = await readItem(store, settingsItem, nowMs);
  const chosen = toolById(tool ?? preferred ?? preferredTool);
  if (chosen === undefined) throw new CommandFailure('invalid', 'tool: unknown');
  const tabId = await tabs.open(chosen.newChatUrl);
  await holdHandoff(session, { tabId, promptId }, nowMs);
}

/** The tool its workflow prefers. */
async function toolOfPrompt(
  { store, clock, packDrafts }: OpenPromptDeps,
  promptId: string,
): Promise<string | undefined> {
  const path = parsePackPromptId(promptId);
  if (path !== undefined) {
    const drafts = await packDrafts(path.pack, path.workflow, 'ja');
    if (drafts === undefined) throw new CommandFailure('notFound', `prompt ${promptId}`);
    return drafts.workflow.tool;
  }
  const nowMs = clock.now();
  const prompt = await readPrompt(store, promptId, nowMs);
  if (prompt === undefined) throw new CommandFailure('notFound', `prompt ${promptId}`);
  if (prompt.workflowId === undefined) return undefined;
  const own = await readItem(store, workflowItem(prompt.workflowId), nowMs);
  if (own !== undefined && own.deletedAt === undefined) return own.tool;
  return (await readItem(store, sharedWorkflowItem(prompt.workflowId), nowMs))?.tool;
}
