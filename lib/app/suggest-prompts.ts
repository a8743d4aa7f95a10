import type { PackOutline } from '../contract/pack.ts';
import type { LibraryPrompt, LibraryReply, RowSuggestion } from '../contract/page-messages.ts';
import type { Remembered } from '../contract/stored-items.ts';
import type { Calendar } from '../domain/calendar.ts';
import { dueWorkflows, runDays } from '../domain/rhythm.ts';
import { addDays } from '../domain/day.ts';
import { isOwnWork } from '../domain/stage.ts';
import {
  HALF_LIFE_DAYS,
  isPlainReason,
  pickVaried,
  rankPrompts,
  type Moment,
} from '../domain/suggestion.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import type { Language } from '../i18n/language.ts';
import { reasonLine } from '../i18n/launcher.ts';
import { candidateOf } from './library-candidate.ts';
import { packOffers } from './pack-library.ts';
import type { PersonState } from './person-state.ts';
import type { Tastes } from './record-taste.ts';
import { stageFit, type StageFit } from './stage-fit.ts';

/** What suggesting needs, all of it read before. */
export interface SuggestInput {
  readonly state: PersonState;
  /** Built from the person's rules and the holidays. */
  readonly calendar: Calendar;
  readonly language: Language;
  readonly tastes: Tastes;
  readonly packs: readonly PackOutline[];
}

/** Prompts in the row. */
const ROW_SIZE = 3;
/** Two half-lives of a run's weight; what is older moves nothing. */
const RUNS_SEEN_DAYS = 2 * HALF_LIFE_DAYS;
/** The pack offered to a person who named no department. */
const ANY_PACK = 'general-affairs';

/**
 * The row's suggestions, best first, at most three and of different workflows as far as possible. The person's own
 * prompts, and the department's for work they took over, come before what is only offered: the department's first; a pack
 * fills what is left, so that the row is never empty while there is a pack. Nothing here depends on a draft: that never leaves the page.
 */
export function suggestForRow(input: SuggestInput, moment: Moment): RowSuggestion[] {
  const prompts = library(input);
  const ranked = rankPrompts({ candidates: prompts.map(candidateOf), moment });
  const byId = new Map(prompts.map((prompt) => [prompt.id, prompt]));
  const workflowOf = (id: string) => {
    const prompt = byId.get(id);
    return prompt?.workflowId ?? prompt?.workflowName;
  };
  const by = (who: LibraryPrompt['offeredBy']) =>
    ranked.filter(({ id }) => byId.get(id)?.offeredBy === who);
  const registered = pickVaried(by(undefined), workflowOf, ROW_SIZE);
  const offered = [...by('department'), ...by('pack')];
  const picked = pickVaried([...registered, ...offered], workflowOf, ROW_SIZE);
  return picked.map((one) => ({
    promptId: one.id,
    title: byId.get(one.id)?.title ?? '',
    reason: reasonLine(one.reason, input.language),
    isPlain: isPlainReason(one.reason),
  }));
}

/**
 * All living prompts of the person, then those that the department and the packs offer and the person has not registered. `rememberedOf`
 * gives the remembered values of a prompt.
 */
export function libraryFor(
  input: SuggestInput,
  rememberedOf: (promptId: string) => Remembered,
): Omit<LibraryReply, 'canAsk'> {
  return {
    language: input.language,
    today: input.state.today,
    prompts: library(input).map((prompt) => ({
      ...prompt,
      remembered: { ...rememberedOf(prompt.id) },
    })),
  };
}

function library(input: SuggestInput): LibraryPrompt[] {
  const fit = stageFit(input);
  return [...registeredPrompts(input, fit), ...packPrompts(input, fit)];
}

/**
 * Prompts of workflows that are due come first, the rarest first: equal scores keep this order. The department's for work
 * that the person has not taken over come last, as offers.
 */
function registeredPrompts(
  { state, calendar, tastes }: SuggestInput,
  fit: StageFit,
): LibraryPrompt[] {
  const living = new Map(
    state.workflows.filter((each) => each.deletedAt === undefined).map((each) => [each.id, each]),
  );
  const ran = runDays(state.ledger);
  const since = addDays(state.today, -RUNS_SEEN_DAYS);
  const due = dueWorkflows({
    workflows: [...living.values()],
    calendar,
    today: state.today,
    runs: ran,
  });
  const dueRank = new Map(due.map(({ workflow }, rank) => [workflow.id, rank]));
  const rankOf = (id: string | undefined) => dueRank.get(id ?? '') ?? dueRank.size;
  const shared = new Map(state.shared?.workflows.map((each) => [each.id, each]));
  const isOffer = ({ id, workflowId }: Prompt): boolean =>
    state.shared?.offered.has(id) === true && !living.has(workflowId ?? '');
  return state.prompts
    .filter((prompt) => prompt.deletedAt === undefined)
    .toSorted(
      (a, b) =>
        Number(isOffer(a)) - Number(isOffer(b)) || rankOf(a.workflowId) - rankOf(b.workflowId),
    )
    .map((prompt) => {
      const { id, title, body, variables, source, workflowId } = prompt;
      // A deleted workflow is not run any more, its prompts remain to be found.
      const workflow = living.get(workflowId ?? '');
      const offered = isOffer(prompt) ? shared.get(workflowId ?? '') : undefined;
      return {
        id,
        title,
        body,
        variables,
        source,
        workflowId: workflow?.id,
        workflowName: (workflow ?? offered)?.name,
        ...(isOffer(prompt) ? { offeredBy: 'department' as const } : {}),
        tool: (workflow ?? offered)?.tool,
        due: workflow !== undefined && dueRank.has(workflow.id),
        stageFit: fit.ofPrompt(prompt),
        edited: isOwnWork(prompt),
        ranOnMs: [...(ran.get(workflow?.id ?? '') ?? [])]
          .filter((day) => day >= since)
          .map((day) => Date.parse(day)),
        ...usesOf(tastes, id),
        remembered: {},
      };
    });
}

/** The department's pack first, then the others; what suits the person's stage before the other levels. */
function packPrompts(
  { state, tastes, packs, language }: SuggestInput,
  fit: StageFit,
): LibraryPrompt[] {
  const living = new Set(
    state.workflows.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id),
  );
  const takenOver = (state.shared?.workflows ?? []).flatMap(({ id, source }) =>
    source !== undefined && living.has(id) ? [`${source.pack}/${source.item}`] : [],
  );
  const registered = new Set([...state.workflows.flatMap(livingSource), ...takenOver]);
  const home = state.settings.department ?? ANY_PACK;
  return packs
    .toSorted((a, b) => Number(b.id === home) - Number(a.id === home))
    .flatMap((pack) =>
      packOffers(pack, language)
        .filter(({ workflow }) => !registered.has(`${pack.id}/${workflow.id}`))
        .toSorted((a, b) => fit.ofLevel(b.level) - fit.ofLevel(a.level)),
    )
    .map(({ id, title, level, source, workflow, workflowName }) => ({
      id,
      title,
      source,
      // The text follows when the prompt is picked: hundreds of them would weigh on every opening.
      body: '',
      variables: [],
      // Of the person's own department also what its prompts ask for: a draft is made of that.
      about: `${workflow.about[language]} ${source.pack === home ? workflow.material[language] : ''}`,
      workflowName,
      offeredBy: 'pack' as const,
      tool: workflow.tool,
      due: false,
      stageFit: fit.ofLevel(level),
      ofHome: source.pack === state.settings.department,
      ...usesOf(tastes, id),
      remembered: {},
    }));
}

/** `pack/workflow` of a living workflow that came from a pack. */
function livingSource({ source, deletedAt }: Workflow): string[] {
  return source.kind === 'pack' && deletedAt === undefined ? [`${source.pack}/${source.item}`] : [];
}

function usesOf(tastes: Tastes, id: string): Pick<LibraryPrompt, 'uses' | 'lastUsedAt' | 'taste'> {
  const taste = Object.hasOwn(tastes, id) ? tastes[id] : undefined;
  return { uses: taste?.uses ?? 0, lastUsedAt: taste?.lastUsedAt, taste };
}
