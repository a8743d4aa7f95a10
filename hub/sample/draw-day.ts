import type { DayKey } from '../../lib/domain/day.ts';
import { EMPTY_ENTRY } from '../../lib/domain/ledger.ts';
import { chance } from './chance.ts';
import type { SampleRow } from './sample-company.ts';
import { workflowIdOf } from './work-of-the-sample.ts';

/** A visit-day that is to be drawn. */
export interface DayToDraw {
  readonly seed: number;
  readonly id: string;
  readonly day: DayKey;
  /** Prompts of a usual day. */
  readonly prompts: number;
  readonly workflows: readonly string[];
}

const SELF_REPORTED = 0.04;
const SECOND_TOOL = 0.25;
const RUN = 0.45;
const SECONDS_A_PROMPT = 140;

/** What a person did on a visit-day: mostly one tool, now and then a second, or a day marked by hand. */
export function drawDay(draw: DayToDraw): SampleRow[] {
  const { seed, id, day } = draw;
  const dice = (what: string): number => chance(seed, id, day, what);
  const usual = chance(seed, id, 'tool') < 0.7 ? 'chatgpt' : 'gemini';
  if (dice('by hand') < SELF_REPORTED) {
    return [{ ...EMPTY_ENTRY, runs: {}, day, tool: usual, selfReported: true }];
  }
  const first = rowOf(draw, usual, 1);
  if (dice('second') >= SECOND_TOOL) return [first];
  const other = usual === 'chatgpt' && dice('which') < 0.6 ? 'gemini' : 'claude';
  return [first, { ...rowOf(draw, other, 0.4), runs: {} }];
}

function rowOf(
  { seed, id, day, prompts, workflows }: DayToDraw,
  tool: string,
  share: number,
): SampleRow {
  const dice = (what: string): number => chance(seed, id, day, tool, what);
  const promptsStarted = Math.max(1, Math.round(prompts * share * (0.5 + dice('prompts'))));
  const seconds = promptsStarted * SECONDS_A_PROMPT * (0.6 + 0.8 * dice('seconds'));
  const workflow = workflows[Math.floor(dice('workflow') * workflows.length)];
  return {
    day,
    tool,
    visits: 1 + Math.floor(dice('visits') * Math.min(3, promptsStarted)),
    engagedSeconds: Math.round(seconds),
    promptsStarted,
    selfReported: false,
    runs: workflow !== undefined && dice('run') < RUN ? { [workflowIdOf(workflow)]: 1 } : {},
  };
}
