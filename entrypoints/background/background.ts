import { HOLIDAYS } from '../../content/holidays.ts';
import type { AnswerLauncherDeps } from '../../lib/app/answer-launcher.ts';
import type { Commands } from '../../lib/app/commands.ts';
import { takeHealth } from '../../lib/app/keep-page-notes.ts';
import { noteRoom } from '../../lib/app/note-room.ts';
import type { OpenPromptDeps } from '../../lib/app/open-with-prompt.ts';
import type { KeyValueStore, PackSource } from '../../lib/app/ports.ts';
import {
  createEngagementRecorder,
  type EngagementRecorder,
} from '../../lib/app/record-engagement.ts';
import { createWriteQueue, type WriteQueue } from '../../lib/app/write-queue.ts';
import { createClock, type DeviceClock } from '../../lib/platform/clock.ts';
import { createPackFiles } from '../../lib/platform/pack-files.ts';
import { createLocalStore, createSessionStore } from '../../lib/platform/storage.ts';
import { createBackgroundCommands, createOpening } from './commands.ts';
import { createTeamRunner, type TeamRunner } from './team.ts';

/** What the parts of the background share. Nothing in it is lost when the worker stops. */
export interface Background {
  readonly local: KeyValueStore;
  readonly session: KeyValueStore;
  readonly clock: DeviceClock;
  readonly packs: PackSource;
  /** Every change of storage goes through it. */
  readonly queue: WriteQueue;
  readonly recorder: EngagementRecorder;
  /** What opening a tool with a prompt needs. */
  readonly opening: OpenPromptDeps;
  readonly commands: Commands;
  readonly team: TeamRunner;
  /** What answering the launcher needs. */
  readonly launcher: AnswerLauncherDeps;
}

/** Builds the background's parts; listens only for the clock. */
export function createBackground(): Background {
  const session = createSessionStore();
  const local = noteRoom(createLocalStore(), session);
  const clock = createClock();
  const packs = createPackFiles();
  const queue = createWriteQueue();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const recorder = createEngagementRecorder({
    local,
    session,
    clock,
    queue,
    alongside: () => takeHealth({ store: local, session, clock }),
    saveAfter(delayMs) {
      // A worker lives 30 s after a message, longer than any delay asked for; stopped before, it saves when it starts.
      clearTimeout(timer);
      // No room: it stays in session storage, and the next message tries again.
      timer = setTimeout(() => void recorder.save().catch(() => {}), delayMs);
    },
  });
  const team = createTeamRunner({ local, session, clock, queue });
  const opening = createOpening({ local, session, clock, packs });
  const commands = createBackgroundCommands({ opening, queue, team });
  const launcher = {
    local,
    clock,
    packs,
    holidays: HOLIDAYS,
    languages: navigator.languages,
    isMac: navigator.platform.startsWith('Mac'),
  };
  return { local, session, clock, packs, queue, recorder, opening, commands, team, launcher };
}
