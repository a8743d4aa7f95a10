import { HOLIDAYS } from '../../content/holidays.ts';
import { PACKS, packWorkflow } from '../../content/packs.ts';
import { adopt } from '../../lib/app/adopt-workflow.ts';
import type { AnswerLauncherDeps } from '../../lib/app/answer-launcher.ts';
import { createCommands, type Commands } from '../../lib/app/commands.ts';
import type { KeyValueStore } from '../../lib/app/ports.ts';
import {
  createEngagementRecorder,
  type EngagementRecorder,
} from '../../lib/app/record-engagement.ts';
import type { PackDrafts } from '../../lib/app/register-adopted.ts';
import { createWriteQueue, type WriteQueue } from '../../lib/app/write-queue.ts';
import { createClock, type DeviceClock } from '../../lib/platform/clock.ts';
import { createLocalStore, createSessionStore } from '../../lib/platform/storage.ts';
import { createToolTabs } from '../../lib/platform/tool-tabs.ts';

/** What the parts of the background share. Nothing in it is lost when the worker stops. */
export interface Background {
  readonly local: KeyValueStore;
  readonly session: KeyValueStore;
  readonly clock: DeviceClock;
  /** Every change of storage goes through it. */
  readonly queue: WriteQueue;
  readonly recorder: EngagementRecorder;
  readonly commands: Commands;
  /** What answering the launcher needs. */
  readonly launcher: AnswerLauncherDeps;
}

/** Builds the background's parts; listens only for the clock. */
export function createBackground(): Background {
  const local = createLocalStore();
  const session = createSessionStore();
  const clock = createClock();
  const queue = createWriteQueue();
  const { languages } = navigator;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const recorder = createEngagementRecorder({
    local,
    session,
    clock,
    queue,
    saveAfter(delayMs) {
      // A worker lives 30 s after a message, longer than any delay asked for; stopped before, it saves when it starts.
      clearTimeout(timer);
      // No room: it stays in session storage, and the next message tries again.
      timer = setTimeout(() => void recorder.save().catch(() => {}), delayMs);
    },
  });
  const commands = createCommands({
    store: local,
    session,
    clock,
    queue,
    tabs: createToolTabs(),
    languages,
    packDrafts,
  });
  const launcher = { local, clock, packs: PACKS, holidays: HOLIDAYS, languages };
  return { local, session, clock, queue, recorder, commands, launcher };
}

const packDrafts: PackDrafts = (packId, workflowId, language) => {
  const found = packWorkflow(packId, workflowId);
  return found && adopt(found.pack, found.workflow, language);
};
