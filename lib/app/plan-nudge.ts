import { DEFAULT_NUDGES, type NudgeSettings } from '../contract/settings.ts';
import type { Calendar } from '../domain/calendar.ts';
import { isVisitDay } from '../domain/ledger.ts';
import {
  isStanding,
  nextNudge,
  settled,
  used,
  type LocalNow,
  type NudgeHistory,
} from '../domain/nudge.ts';
import { dueWorkflows, runDays } from '../domain/rhythm.ts';
import { firstPrompt, type Prompt, type Workflow } from '../domain/workflow.ts';
import type { PersonState } from './person-state.ts';
import { isOff } from './record-engagement.ts';

/** A nudge as a person sees it: the work, its prompt, and which of the copies says it. */
export interface NudgeAbout {
  readonly workflow: Workflow;
  readonly prompt: Prompt;
  readonly copy: number;
}

/** What is to become of nudges now. */
export interface NudgePlan {
  /** With the days before closed and today's use learned; the very same object when nothing changed. */
  readonly history: NudgeHistory;
  /** The next nudge of today and its instant, in the past when it is due. */
  readonly next?: (NudgeAbout & { readonly atMs: number }) | undefined;
}

/** The person's choice, or the product's while there is none. */
export function nudgeSettingsOf({ settings }: Pick<PersonState, 'settings'>): NudgeSettings {
  return settings.nudges ?? DEFAULT_NUDGES;
}

/**
 * Plans today's nudge from all that is stored (`lib/domain/nudge.ts` has the rules). Only work that has a prompt is nudged about,
 * because a nudge has to be one tap. Nothing comes while nudges are off or recording is paused: a person who is not counted
 * would be reminded of what they did. Pure.
 */
export function planNudge(
  state: PersonState,
  calendar: Calendar,
  now: LocalNow & { readonly history: NudgeHistory },
): NudgePlan {
  const { today } = now;
  const { lastOn } = now.history;
  const isUsed = isVisitDay(state.ledger[today]);
  const closed = settled(
    now.history,
    today,
    lastOn !== undefined && isVisitDay(state.ledger[lastOn]),
  );
  const isScheduled = calendar.isScheduled(today);
  // Weekend hours say nothing about a working day's.
  const history = isUsed && isScheduled ? used(closed, today, Math.floor(now.minute / 60)) : closed;
  const { on, from, to, mutedWorkflows } = nudgeSettingsOf(state);
  if (!on || isOff(state.settings.paused, today)) return { history };
  const due = dueWork(state, calendar);
  const next = nextNudge(
    {
      due: [...due.keys()],
      muted: mutedWorkflows,
      isScheduled,
      isUsed,
      hours: { from, to },
      history,
    },
    now,
  );
  const about = next && due.get(next.workflowId);
  return { history, next: next && about && { ...about, copy: next.copy, atMs: next.atMs } };
}

/** The nudge given today that still waits, as the popup shows it; undefined once its work is done, the day used, or it was answered. */
export function standingNudge(state: PersonState, calendar: Calendar): NudgeAbout | undefined {
  const { nudges: history, ledger, today } = state;
  if (history === undefined || !isStanding(history, today) || isVisitDay(ledger[today]))
    return undefined;
  const about = dueWork(state, calendar).get(history.workflowId ?? '');
  return about && { ...about, copy: history.copy ?? 0 };
}

/** Work that is due and not run, most pressing first, each with its first living prompt. */
function dueWork(
  { workflows, prompts, ledger, today }: PersonState,
  calendar: Calendar,
): Map<string, Pick<NudgeAbout, 'workflow' | 'prompt'>> {
  const due = dueWorkflows({ workflows, calendar, today, runs: runDays(ledger) });
  return new Map(
    due.flatMap(({ workflow }) => {
      const prompt = firstPrompt(prompts, workflow.id);
      return prompt ? [[workflow.id, { workflow, prompt }] as const] : [];
    }),
  );
}
