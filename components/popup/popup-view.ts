import type { PersonState } from '../../lib/app/person-state.ts';
import { standingNudge, type NudgeAbout } from '../../lib/app/plan-nudge.ts';
import type { Calendar, DayOff } from '../../lib/domain/calendar.ts';
import { addDays, mondayOf, type DayKey } from '../../lib/domain/day.ts';
import { isSelfReportedOnly, isVisitDay, type LedgerDay } from '../../lib/domain/ledger.ts';
import { lineFromLedger, type Line } from '../../lib/domain/line.ts';
import type { PromptQuestion } from '../../lib/domain/prompt-question.ts';
import { dueWorkflows, runDays } from '../../lib/domain/rhythm.ts';
import { firstPrompt, type Prompt, type Workflow } from '../../lib/domain/workflow.ts';
import { TOOLS, toolById } from '../../lib/sites/registry.ts';
import { lineWindow, type LineWindow } from '../line/window.ts';

/** One tool's visits today. */
export interface ToolToday {
  readonly tool: string;
  /** 0 when the day is only marked by hand. */
  readonly visits: number;
}

/** What today is. `off` carries why; a day off may have been used. */
export interface TodayView {
  readonly day: DayKey;
  readonly state: 'open' | 'kept' | 'selfReported' | 'off';
  readonly off?: DayOff | undefined;
  readonly tools: readonly ToolToday[];
  /** Of all tools together. */
  readonly visits: number;
  readonly promptsStarted: number;
}

/** A piece of work to do now. */
export interface NextWork {
  readonly workflow: Workflow;
  /** Its first living prompt; absent when it has none. */
  readonly prompt?: Prompt | undefined;
  /** Whether it came due on an earlier scheduled day. */
  readonly late: boolean;
}

/** A question about a prompt, with what its words need. */
export interface PopupQuestion {
  readonly about: PromptQuestion['about'];
  readonly prompt: Prompt;
  /** The person's department; absent without a company. */
  readonly department: string | undefined;
}

/** All the popup shows, in words of METRICS.md. */
export interface PopupView {
  readonly today: TodayView;
  readonly paused: 'no' | 'today' | 'always';
  /** No visit-day yet. */
  readonly beginning: boolean;
  readonly line: Line;
  readonly drawing: LineWindow;
  /** Visit-days on scheduled days of this week, and how many keep it (0 in a week off). */
  readonly week: { readonly kept: number; readonly goal: number };
  /** The nudge that waits, in the words the notification used. */
  readonly nudge?: NudgeAbout | undefined;
  /** What is asked about a prompt; waits while a nudge stands. */
  readonly question?: PopupQuestion | undefined;
  /** At most three, most pressing first. */
  readonly next: readonly NextWork[];
  /** Where nothing is due: at most two pieces of on-demand work with a prompt, not run today; none on a day off. */
  readonly anytime: readonly NextWork[];
  /** Whether any work was due today and is done. */
  readonly doneToday: boolean;
  readonly registered: number;
  readonly quarantined: number;
  readonly noRoom: boolean;
  readonly preferredTool: { readonly id: string; readonly name: string; readonly url: string };
  readonly championEmail?: string | undefined;
}

const WEEKS_DRAWN = 4;
const WORK_SHOWN = 3;
const ANYTIME_SHOWN = 2;

/** The popup of a state; `calendar` is built from the state's rules (`createCalendar`). Pure. */
export function viewPopup(state: PersonState, calendar: Calendar): PopupView {
  const { today, startedOn, settings, ledger } = state;
  const line = lineFromLedger(ledger, {
    calendar,
    startedOn,
    today,
    weeklyGoal: settings.weeklyGoal,
  });
  const { isScheduled } = calendar;
  const living = state.workflows.filter(({ deletedAt }) => deletedAt === undefined);
  const runs = runDays(ledger);
  const due = dueWorkflows({ workflows: living, calendar, today, runs });
  const tool = toolById(settings.preferredTool) ?? TOOLS[0];
  const work = (workflow: Workflow, late: boolean): NextWork => ({
    workflow,
    prompt: firstPrompt(state.prompts, workflow.id),
    late,
  });
  return {
    today: viewToday(today, ledger[today], calendar),
    paused: settings.paused === 'always' ? 'always' : settings.paused === today ? 'today' : 'no',
    beginning: !Object.values(ledger).some(isVisitDay),
    line,
    drawing: lineWindow({ days: line.days, today, startedOn, weeks: WEEKS_DRAWN, isScheduled }),
    week: viewWeek({ line, today, goal: settings.weeklyGoal, startedOn }, calendar),
    nudge: standingNudge(state, calendar),
    question: viewQuestion(state),
    next: due.slice(0, WORK_SHOWN).map(({ workflow, late }) => work(workflow, late > 0)),
    anytime:
      due.length > 0 || !isScheduled(today)
        ? []
        : living
            .filter(({ id, rhythm }) => rhythm.kind === 'onDemand' && !runs.get(id)?.has(today))
            .map((workflow) => work(workflow, false))
            .filter(({ prompt }) => prompt !== undefined)
            .slice(0, ANYTIME_SHOWN),
    doneToday: living.some(({ id }) => runs.get(id)?.has(today)),
    registered: living.length,
    quarantined: state.quarantined.length,
    noRoom: state.noRoom === true,
    preferredTool: { id: tool.id, name: tool.name, url: tool.newChatUrl },
    championEmail: settings.championEmail,
  };
}

function viewQuestion({ question, prompts, shared }: PersonState): PopupQuestion | undefined {
  const prompt = prompts.find(({ id }) => id === question?.promptId);
  return question && prompt && { about: question.about, prompt, department: shared?.department };
}

function viewToday(day: DayKey, entries: LedgerDay | undefined, calendar: Calendar): TodayView {
  const off = calendar.dayOff(day);
  const tools = Object.entries(entries ?? {})
    .filter(([, entry]) => entry.visits > 0 || entry.selfReported)
    .map(([tool, { visits }]) => ({ tool: toolById(tool)?.name ?? tool, visits }))
    .toSorted((a, b) => b.visits - a.visits);
  const used = isSelfReportedOnly(entries) ? 'selfReported' : isVisitDay(entries) ? 'kept' : 'open';
  return {
    day,
    state: off === undefined ? used : 'off',
    off,
    tools,
    visits: tools.reduce((sum, { visits }) => sum + visits, 0),
    promptsStarted: Object.values(entries ?? {}).reduce(
      (sum, entry) => sum + entry.promptsStarted,
      0,
    ),
  };
}

function viewWeek(
  input: {
    readonly line: Line;
    readonly today: DayKey;
    readonly goal: number;
    readonly startedOn: DayKey;
  },
  calendar: Calendar,
): PopupView['week'] {
  const monday = mondayOf(input.today);
  const kept = input.line.days.filter(
    ({ day, state }) => day >= monday && (state === 'kept' || state === 'selfReported'),
  ).length;
  const scheduled = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter(
    (day) => day >= input.startedOn && calendar.isScheduled(day),
  ).length;
  return { kept, goal: Math.min(input.goal, scheduled) };
}
