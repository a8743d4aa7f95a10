import type { TeamCommand } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import {
  promptActReplySchema,
  sharedPromptSchema,
  type SharedPrompt,
} from '../contract/hub/sharing.ts';
import { sharedPromptItem } from '../contract/shared-items.ts';
import { promptItem, workflowItem } from '../contract/stored-items.ts';
import { teamItem } from '../contract/team.ts';
import { CommandFailure } from './command-failure.ts';
import type { DeviceDeps } from './device.ts';
import { failureOf } from './hub-failure.ts';
import type { HubClient, OpenHub } from './hub-port.ts';
import { readItem } from './read-item.ts';
import { payloadEntry } from './sent-days.ts';
import { sharedLibraryOf } from './shared-library.ts';
import { shareRequest, type ShareRequest } from './share-request.ts';
import { readToken } from './team-storage.ts';
import type { WriteQueue } from './write-queue.ts';

/** What sharing needs. */
export interface SharePromptDeps extends DeviceDeps {
  readonly queue: WriteQueue;
  readonly openHub: OpenHub;
}

/** The commands by which a person shares a prompt, or takes it back. */
export type SharingCommand = Extract<TeamCommand, { type: 'sharePrompt' | 'withdrawPrompt' }>;

/**
 * Sends a prompt to the department, or takes it back, while the person waits: nothing is kept for later, so that a text
 * never leaves after they changed their mind. What the hub answers is stored at once, so that its state is there to see.
 * Rejects with `CommandFailure`; sending it again changes nothing that was done already.
 */
export async function carryOutSharing(
  deps: SharePromptDeps,
  command: SharingCommand,
): Promise<void> {
  const hub = await hubOf(deps);
  if (command.type === 'withdrawPrompt') return withdraw(deps, hub, command.promptId);
  const request = await deps.queue(() => requestFor(deps, command));
  const answer =
    request.method === 'POST'
      ? await hub.ask({ ...request, answer: sharedPromptSchema })
      : await hub.ask({
          ...request,
          answer: promptActReplySchema.transform(({ prompt }) => prompt),
        });
  if (!answer.ok) throw failureOf(answer.trouble);
  await keep(deps, command.promptId, answer.value, request);
}

async function hubOf({ store, clock, queue, openHub }: SharePromptDeps): Promise<HubClient> {
  const team = await queue(() => readItem(store, teamItem, clock.now()));
  const token = await readToken(store);
  if (team === undefined || token === undefined) {
    throw new CommandFailure('hubRefused', 'not in a company');
  }
  return openHub({ hubUrl: team.hubUrl, token });
}

async function requestFor(
  { store, clock }: SharePromptDeps,
  { promptId, named, withWorkflow }: Extract<SharingCommand, { type: 'sharePrompt' }>,
): Promise<ShareRequest> {
  const nowMs = clock.now();
  const prompt = await readItem(store, promptItem(promptId), nowMs);
  if (prompt === undefined || prompt.deletedAt !== undefined) {
    throw new CommandFailure('notFound', `prompt ${promptId}`);
  }
  const workflow =
    prompt.workflowId === undefined
      ? undefined
      : await readItem(store, workflowItem(prompt.workflowId), nowMs);
  const shared = sharedLibraryOf(await store.read());
  const request = shareRequest({
    prompt,
    workflow: workflow?.deletedAt === undefined ? workflow : undefined,
    shared: shared?.workflows ?? [],
    held: shared?.prompts.find(({ id }) => id === promptId),
    named,
    withWorkflow,
  });
  if (request === undefined) throw new CommandFailure('invalid', 'prompt: not to be shared');
  return request;
}

async function withdraw(deps: SharePromptDeps, hub: HubClient, promptId: string): Promise<void> {
  const request = {
    method: 'PUT',
    path: `/v1/prompts/${encodeURIComponent(promptId)}`,
    body: { do: 'withdraw' },
  } as const;
  const answer = await hub.ask({ ...request, answer: promptActReplySchema });
  if (!answer.ok) throw failureOf(answer.trouble);
  await keep(deps, promptId, answer.value.prompt, request);
}

async function keep(
  { store, clock, queue }: SharePromptDeps,
  promptId: string,
  prompt: SharedPrompt | undefined,
  request: Pick<ShareRequest, 'method' | 'path'> & { readonly body: unknown },
): Promise<void> {
  await queue(async () => {
    await store.write(
      Object.fromEntries([
        await payloadEntry(store, 'share', { ...request, at: clock.now() }),
        ...(prompt === undefined ? [] : [entryOf(sharedPromptItem(prompt.id), prompt)]),
      ]),
    );
    if (prompt === undefined) await store.remove([sharedPromptItem(promptId).key]);
  });
}
