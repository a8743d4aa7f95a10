import type { Command } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import { nudgeItem } from '../contract/nudge.ts';
import { DEFAULT_NUDGES } from '../contract/settings.ts';
import { settingsItem } from '../contract/stored-items.ts';
import {
  answered,
  askedAgain,
  isStanding,
  putAway,
  SNOOZE_MS,
  type NudgeHistory,
} from '../domain/nudge.ts';
import { firstPrompt } from '../domain/workflow.ts';
import { CommandFailure } from './command-failure.ts';
import { todayOf } from './mark-day.ts';
import { openWithPrompt, type OpenPromptDeps } from './open-with-prompt.ts';
import { readItem } from './read-item.ts';
import { momentOf, personOf } from './read-person.ts';

type Answer = Extract<Command, { type: 'answerNudge' }>['answer'];

/**
 * Carries out what the person said to the nudge that stands, in one write. Refuses with `notFound` when none stands any more
 * (answered in another window, its day over), except for being asked again. Call it inside the write queue.
 */
export async function answerNudge(deps: OpenPromptDeps, answer: Answer): Promise<void> {
  const { store, clock } = deps;
  const nowMs = clock.now();
  const today = todayOf(deps);
  const history = await readItem(store, nudgeItem, nowMs);
  if (answer === 'askAgain') return keep(deps, askedAgain(history));
  if (!isStanding(history, today)) throw new CommandFailure('notFound', 'no nudge stands');
  switch (answer) {
    case 'open':
      return open(deps, history);
    case 'later':
      return keep(deps, answered(history, nowMs + SNOOZE_MS));
    case 'notToday':
      return keep(deps, putAway(history, today));
    case 'muteWork':
      return mute(deps, history);
  }
}

async function open(deps: OpenPromptDeps, history: NudgeHistory): Promise<void> {
  const { prompts } = personOf(await deps.store.read(), momentOf(deps));
  const prompt = firstPrompt(prompts, history.workflowId ?? '');
  if (prompt === undefined) throw new CommandFailure('notFound', 'its prompt is gone');
  await openWithPrompt(deps, { promptId: prompt.id });
  await keep(deps, answered(history));
}

async function mute({ store, clock }: OpenPromptDeps, history: NudgeHistory): Promise<void> {
  const settings = await readItem(store, settingsItem, clock.now());
  const nudges = settings.nudges ?? DEFAULT_NUDGES;
  const muted = new Set([...nudges.mutedWorkflows, history.workflowId ?? '']);
  await store.write(
    Object.fromEntries([
      entryOf(settingsItem, { ...settings, nudges: { ...nudges, mutedWorkflows: [...muted] } }),
      entryOf(nudgeItem, answered(history)),
    ]),
  );
}

async function keep({ store }: OpenPromptDeps, history: NudgeHistory): Promise<void> {
  await store.write(Object.fromEntries([entryOf(nudgeItem, history)]));
}
