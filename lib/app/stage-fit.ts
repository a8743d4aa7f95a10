import type { PackOutline } from '../contract/pack.ts';
import type { Calendar } from '../domain/calendar.ts';
import { isOwnWork, levelFit, stageOf, type Level } from '../domain/stage.ts';
import type { Prompt } from '../domain/workflow.ts';
import type { PersonState } from './person-state.ts';

/** How well prompts suit the person's stage, 0–1. */
export interface StageFit {
  /** Of a prompt that the person has or the department offers. */
  ofPrompt(prompt: Prompt): number;
  /** Of a pack's prompt by its level. */
  ofLevel(level: Level): number;
}

/** A prompt whose level nobody knows, such as the department's, suits everybody half. */
const UNKNOWN_FIT = 0.5;

/**
 * Fits for one answer: the stage is computed once. What a person wrote or edited suits them whatever the stage; a pack's
 * prompt they registered keeps its level as long as the pack is known.
 */
export function stageFit(input: {
  readonly state: PersonState;
  readonly calendar: Calendar;
  readonly packs: readonly PackOutline[];
}): StageFit {
  const stage = stageOf({ ...input.state, calendar: input.calendar });
  const ofLevel = (level: Level): number => levelFit(level, stage);
  const levels = new Map(
    input.packs.flatMap(({ id, workflows }) =>
      workflows.flatMap(({ prompts }) =>
        prompts.map((prompt) => [`${id}/${prompt.id}`, prompt.level] as const),
      ),
    ),
  );
  return {
    ofLevel,
    ofPrompt(prompt) {
      if (isOwnWork(prompt)) return 1;
      const { source } = prompt;
      const level =
        source.kind === 'pack' ? levels.get(`${source.pack}/${source.item}`) : undefined;
      return level === undefined ? UNKNOWN_FIT : ofLevel(level);
    },
  };
}
