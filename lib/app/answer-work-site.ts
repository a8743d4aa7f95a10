import { chipsItem } from '../contract/chips.ts';
import { entryOf } from '../contract/envelope.ts';
import { DEFAULT_CHIPS, DEFAULT_NUDGES, type ChipSettings } from '../contract/settings.ts';
import { settingsItem } from '../contract/stored-items.ts';
import type { ChipReply, WorkMessage } from '../contract/work-messages.ts';
import { createCalendar } from '../domain/calendar.ts';
import { chipShown, chipTaken, nextChip } from '../domain/chip.ts';
import type { HolidayTable } from '../domain/holidays.ts';
import { runDays } from '../domain/rhythm.ts';
import { firstPrompt, type Workflow } from '../domain/workflow.ts';
import { chip } from '../i18n/chip.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { openWithPrompt, type OpenPromptDeps } from './open-with-prompt.ts';
import { readItem } from './read-item.ts';
import { momentOf, personOf } from './read-person.ts';
import { isOff } from './record-engagement.ts';

/** What answering a work site's page needs. */
export interface WorkSiteDeps extends OpenPromptDeps {
  readonly holidays: HolidayTable;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
}

type Chip = Extract<WorkMessage, { type: 'chip' }>;

/**
 * The chip that a page of a site is to show now (`lib/domain/chip.ts`); undefined for none: no work that is due here, shown already, muted,
 * or recording paused. Reads only. Call it inside the write queue.
 */
export async function chipFor(deps: WorkSiteDeps, site: string): Promise<ChipReply | undefined> {
  const { store, holidays, languages } = deps;
  const moment = momentOf(deps);
  const { nowMs, today } = moment;
  const history = await readItem(store, chipsItem, nowMs);
  const state = personOf(await store.read(), moment);
  const { settings, workflows, prompts, ledger } = state;
  const { off, mutedSites } = settings.chips ?? DEFAULT_CHIPS;
  if (isOff(off, today) || isOff(settings.paused, today) || mutedSites.includes(site)) {
    return undefined;
  }
  const workflow = nextChip({
    workflows: workflows.filter((each) => isHere(each, site) && firstPrompt(prompts, each.id)),
    calendar: createCalendar(state.calendar, holidays),
    today,
    runs: runDays(ledger),
    history,
    muted: (settings.nudges ?? DEFAULT_NUDGES).mutedWorkflows,
  });
  if (workflow === undefined) return undefined;
  const language = chooseLanguage(settings.language, languages);
  return { workflowId: workflow.id, name: workflow.name, language, strings: chip[language] };
}

/**
 * Notes what became of a chip; taking it opens the preferred tool with the prompt ready. A message about work that is not done at
 * the sender's site changes nothing: a page may only speak of its own. Call it inside the write queue.
 */
export async function keepChip(
  deps: WorkSiteDeps,
  { workflowId, act }: Chip,
  site: string,
): Promise<void> {
  const { store } = deps;
  const moment = momentOf(deps);
  const { nowMs, today } = moment;
  const held = personOf(await store.read(), moment);
  const workflow = held.workflows.find((each) => each.id === workflowId && isHere(each, site));
  if (workflow === undefined) return;
  const history = await readItem(store, chipsItem, nowMs);
  const settings = await readItem(store, settingsItem, nowMs);
  const chips = settings.chips ?? DEFAULT_CHIPS;
  const change = (part: Partial<ChipSettings>) =>
    store.write(
      Object.fromEntries([entryOf(settingsItem, { ...settings, chips: { ...chips, ...part } })]),
    );
  switch (act) {
    case 'shown':
      return keep(deps, chipShown(history, workflowId, today));
    case 'taken': {
      const prompt = firstPrompt(held.prompts, workflowId);
      if (prompt === undefined) return;
      await openWithPrompt(deps, { promptId: prompt.id });
      return keep(deps, chipTaken(history, workflowId, today));
    }
    case 'notToday':
      return change({ off: today });
    case 'off':
      return change({ off: 'always' });
    case 'muteSite':
      return change({ mutedSites: [...new Set([...chips.mutedSites, site])] });
    case 'muteWork': {
      const nudges = settings.nudges ?? DEFAULT_NUDGES;
      const mutedWorkflows = [...new Set([...nudges.mutedWorkflows, workflowId])];
      const next = { ...settings, nudges: { ...nudges, mutedWorkflows } };
      return store.write(Object.fromEntries([entryOf(settingsItem, next)]));
    }
  }
}

function isHere({ site, deletedAt }: Workflow, asked: string): boolean {
  return site === asked && deletedAt === undefined;
}

async function keep({ store }: WorkSiteDeps, history: ReturnType<typeof chipShown>): Promise<void> {
  await store.write(Object.fromEntries([entryOf(chipsItem, history)]));
}
