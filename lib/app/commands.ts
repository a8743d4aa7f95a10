import {
  commandSchema,
  TEAM_COMMANDS,
  type Command,
  type CommandReply,
  type DepartmentInvites,
  type TeamCommand,
} from '../contract/commands.ts';
import { entryOf, parseStored } from '../contract/envelope.ts';
import { settingsSchema } from '../contract/settings.ts';
import {
  calendarItem,
  CLOCK_OFFSET_KEY,
  itemAtKey,
  promptItem,
  settingsItem,
  workflowItem,
  type StoredItem,
} from '../contract/stored-items.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import { answerNudge } from './answer-nudge.ts';
import { passPulse } from './answer-pulse.ts';
import { answerQuestion } from './ask-about-prompt.ts';
import { answerOffer } from './check-in.ts';
import { CommandFailure, failureReply } from './command-failure.ts';
import { editPrompt } from './edit-prompt.ts';
import { applyImport } from './import-everything.ts';
import {
  deleted,
  editedWorkflow,
  isPastKeeping,
  newPrompt,
  newWorkflow,
  restored,
} from './library-changes.ts';
import { selfReport, tickWorkflow } from './mark-day.ts';
import { openWithPrompt, type OpenPromptDeps } from './open-with-prompt.ts';
import { isQuarantineKey } from './quarantine.ts';
import { askForHelp, seeAnswers } from './raise-hand.ts';
import { readItem } from './read-item.ts';
import { registerAdopted } from './register-adopted.ts';
import { seeNote } from './see-note.ts';
import { takeOverWorkflow } from './take-over-workflow.ts';
import type { WriteQueue } from './write-queue.ts';

/** What commands need. */
export interface CommandDeps extends OpenPromptDeps {
  readonly queue: WriteQueue;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
  /** Joining, leaving, sending; waits for the network and takes the queue by itself. */
  readonly team: (command: TeamCommand) => Promise<readonly DepartmentInvites[] | undefined>;
}

/** Carries out what a page of the product asks for. */
export interface Commands {
  /**
   * Parses a command, carries it out in the write queue and answers. Never rejects. A command that fails changed
   * nothing, except that a damaged item it came across was set aside. The sender must have been checked before.
   */
  handle(command: unknown): Promise<CommandReply>;
}

/** The use-cases of all commands over one store; each makes at most one write of what the person asked for. */
export function createCommands(deps: CommandDeps): Commands {
  const { queue, tabs } = deps;
  return {
    async handle(raw) {
      const parsed = commandSchema.safeParse(raw);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const message = `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}`;
        return { ok: false, code: 'invalid', message };
      }
      const command = parsed.data;
      try {
        const reply = isTeamCommand(command)
          ? invitesReply(await deps.team(command))
          : idReply(await queue(() => carryOut(deps, command)));
        // A page that cannot be told asks again when it is next loaded.
        await tabs.notifyChanged().catch(() => {});
        return reply;
      } catch (error) {
        return failureReply(error);
      }
    },
  };
}

function idReply(id: string | undefined): CommandReply {
  return id === undefined ? { ok: true } : { ok: true, id };
}

function invitesReply(invites: readonly DepartmentInvites[] | undefined): CommandReply {
  return invites === undefined ? { ok: true } : { ok: true, invites };
}

function isTeamCommand(command: Command): command is TeamCommand {
  return (TEAM_COMMANDS as readonly string[]).includes(command.type);
}

/** Returns the id of what was created or changed, where there is one. */
async function carryOut(
  deps: CommandDeps,
  command: Exclude<Command, TeamCommand>,
): Promise<string | undefined> {
  const { store, clock } = deps;
  switch (command.type) {
    case 'saveSettings':
      return saveSettings(deps, command.settings);
    case 'saveCalendar':
      // Read first, so that a damaged one is set aside and one of a newer build is not written over.
      await readItem(store, calendarItem, clock.now());
      return write(deps, calendarItem, command.calendar);
    case 'selfReport':
      return selfReport(deps, command.day, command.tool).then(none);
    case 'tickWorkflow':
      return tickWorkflow(deps, command.id).then(none);
    case 'saveWorkflow': {
      if (command.id === undefined) {
        const created = newWorkflow(command.workflow, crypto.randomUUID(), clock.now());
        await write(deps, workflowItem(created.id), created);
        return created.id;
      }
      const edit = (held: Workflow) => editedWorkflow(held, command.workflow, clock.now());
      return change(deps, workflowItem(command.id), living(edit));
    }
    case 'deleteWorkflow':
      return change(deps, workflowItem(command.id), (held) => deleted(held, clock.now()));
    case 'restoreWorkflow':
      return change(deps, workflowItem(command.id), (held) => restoredInTime(held, clock.now()));
    case 'savePrompt': {
      if (command.id === undefined) {
        const created = newPrompt(command.prompt, crypto.randomUUID(), clock.now());
        await write(deps, promptItem(created.id), created);
        return created.id;
      }
      return editPrompt(deps, command.id, command.prompt);
    }
    case 'addPrompts':
      return addPrompts(deps, command.prompts);
    case 'deletePrompt':
      return change(deps, promptItem(command.id), (held) => deleted(held, clock.now()));
    case 'restorePrompt':
      return change(deps, promptItem(command.id), (held) => restoredInTime(held, clock.now()));
    case 'adoptWorkflow':
      return registerAdopted(deps, command);
    case 'takeOverWorkflow':
      return takeOverWorkflow(deps, command.id);
    case 'seeNote':
      return seeNote(deps, command).then(none);
    case 'askForHelp':
      return askForHelp(deps, command);
    case 'passPulse':
      return passPulse(deps, command).then(none);
    case 'answerOffer':
      return answerOffer(deps, command).then(none);
    case 'seeAnswers':
      return seeAnswers(deps, command.ids).then(none);
    case 'openWithPrompt':
      return openWithPrompt(deps, command).then(none);
    case 'answerNudge':
      return answerNudge(deps, command.answer).then(none);
    case 'answerQuestion':
      return answerQuestion(deps, command).then(none);
    case 'importFile':
      return applyImport(deps, command.text).then(none);
    case 'discardQuarantined':
      return discardQuarantined(deps, command.key);
    case 'deleteEverything':
      return deleteEverything(deps);
  }
}

/** In one write: all of them or none. */
async function addPrompts(
  { store, clock }: CommandDeps,
  drafts: Extract<Command, { type: 'addPrompts' }>['prompts'],
): Promise<undefined> {
  const added = drafts.map((draft) => newPrompt(draft, crypto.randomUUID(), clock.now()));
  await store.write(Object.fromEntries(added.map((each) => entryOf(promptItem(each.id), each))));
  return undefined;
}

async function saveSettings(
  deps: CommandDeps,
  patch: Extract<Command, { type: 'saveSettings' }>['settings'],
): Promise<undefined> {
  const held = await readItem(deps.store, settingsItem, deps.clock.now());
  const merged = Object.entries({ ...held, ...patch }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  const settings = settingsSchema.parse(Object.fromEntries(merged));
  return write(deps, settingsItem, settings);
}

/** Changes what is stored at an item, unless the change is none. Fails with `notFound` when nothing is stored there. */
async function change<T extends { readonly id: string }>(
  deps: CommandDeps,
  item: StoredItem<T | undefined>,
  transition: (held: T) => T,
): Promise<string> {
  const held = await readItem(deps.store, item, deps.clock.now());
  if (held === undefined) throw new CommandFailure('notFound', item.key);
  const next = transition(held);
  if (next !== held) await write(deps, item, next);
  return held.id;
}

/** An edit that refuses what is deleted: it must be brought back first. */
function living<T extends { readonly id: string; readonly deletedAt?: number | undefined }>(
  edit: (held: T) => T,
): (held: T) => T {
  return (held) => {
    if (held.deletedAt !== undefined) throw new CommandFailure('notFound', `${held.id} is deleted`);
    return edit(held);
  };
}

function restoredInTime<T extends Workflow | Prompt>(held: T, nowMs: number): T {
  if (isPastKeeping(held, nowMs))
    throw new CommandFailure('notFound', `${held.id} is past keeping`);
  return restored(held, nowMs);
}

/** Takes a quarantined value away, or a damaged one that still lies in its place. */
async function discardQuarantined({ store }: CommandDeps, key: string): Promise<undefined> {
  const raw = (await store.read([key]))[key];
  const item = itemAtKey(key);
  const isDamaged = item !== undefined && parseStored(item, raw).state === 'unreadable';
  if (raw === undefined || !(isQuarantineKey(key) || isDamaged)) {
    throw new CommandFailure('notFound', 'no quarantined item of this key');
  }
  await store.remove([key]);
  return undefined;
}

/**
 * Session storage goes first: what was counted and not yet saved lies there, and a worker that was killed in between
 * would save it again. The next count names a fresh device.
 */
async function deleteEverything({ store, session }: CommandDeps): Promise<undefined> {
  const running = await session.keys();
  await session.remove(running.filter((key) => key !== CLOCK_OFFSET_KEY));
  await store.remove(await store.keys());
  return undefined;
}

async function write<T>(
  { store }: CommandDeps,
  item: StoredItem<T>,
  value: T & {},
): Promise<undefined> {
  await store.write(Object.fromEntries([entryOf(item, value)]));
  return undefined;
}

function none(): undefined {
  return undefined;
}
