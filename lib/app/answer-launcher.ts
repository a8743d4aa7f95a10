import type { HelloReply, LibraryReply, WholeReply } from '../contract/page-messages.ts';
import { settingsItem } from '../contract/stored-items.ts';
import { teamItem } from '../contract/team.ts';
import { createCalendar } from '../domain/calendar.ts';
import { dayAt } from '../domain/day.ts';
import type { HolidayTable } from '../domain/holidays.ts';
import type { Moment } from '../domain/suggestion.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { launcher, shortcutLabel } from '../i18n/launcher.ts';
import { ADAPTERS } from '../sites/adapters.ts';
import type { KnownToolId } from '../sites/registry.ts';
import { parseHeld, personStateOf, type Held } from './held.ts';
import { packPromptById } from './pack-library.ts';
import type { Clock, KeyValueStore, PackSource } from './ports.ts';
import { readItem } from './read-item.ts';
import { isOff } from './record-engagement.ts';
import { sharedLibraryOf, withShared } from './shared-library.ts';
import { libraryFor, suggestForRow, type SuggestInput } from './suggest-prompts.ts';

/** What answering a tool's page needs. */
export interface AnswerLauncherDeps {
  readonly local: KeyValueStore;
  readonly clock: Clock;
  readonly packs: PackSource;
  readonly holidays: HolidayTable;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
  /** Whether keys are named as on a Mac. */
  readonly isMac: boolean;
}

/** What a tool's page is told when it is ready. A handoff is added by the caller, who knows the tab. */
export async function greet(deps: AnswerLauncherDeps, tool: string): Promise<HelloReply> {
  const { held, input, moment } = await gather(deps, tool);
  const { settings } = held;
  const { today } = input.state;
  const row = !isOff(settings.rowOff, today);
  // The caller has it from the registry, by the sender's origin.
  const adapter = ADAPTERS[tool as KnownToolId];
  return {
    adapter: { ...adapter, conversationPath: adapter.conversationPath.source },
    language: input.language,
    strings: {
      ...launcher[input.language],
      shortcut: shortcutLabel(settings.shortcut, deps.isMac),
    },
    shortcut: settings.shortcut,
    counting: !isOff(settings.paused, today),
    row,
    suggestions: row ? suggestForRow(input, moment) : [],
  };
}

/** Everything the palette can offer. */
export async function readLibrary(deps: AnswerLauncherDeps, tool: string): Promise<LibraryReply> {
  const { held, input } = await gather(deps, tool);
  const library = libraryFor(input, (id) =>
    Object.hasOwn(held.remembered, id) ? (held.remembered[id] ?? {}) : {},
  );
  const team = await readItem(deps.local, teamItem, deps.clock.now());
  return { ...library, canAsk: team !== undefined };
}

/** The text and blanks of a pack's prompt in the person's language; undefined when no pack has it or it cannot be read. Call it inside the write queue. */
export async function readWhole(
  { local, clock, packs, languages }: AnswerLauncherDeps,
  promptId: string,
): Promise<WholeReply | undefined> {
  const { language } = await readItem(local, settingsItem, clock.now());
  const chosen = chooseLanguage(language, languages);
  return packPromptById(packs, promptId, chosen).catch(() => undefined);
}

async function gather(
  { local, clock, packs, holidays, languages }: AnswerLauncherDeps,
  tool: string,
): Promise<{ held: Held; input: SuggestInput; moment: Moment }> {
  const nowMs = clock.now();
  const utcOffsetMinutes = clock.utcOffsetMinutes(nowMs);
  const raw = await local.read();
  const held = parseHeld(raw, nowMs);
  const state = personStateOf(held, dayAt(nowMs, utcOffsetMinutes));
  const input: SuggestInput = {
    state: withShared(state, sharedLibraryOf(raw)),
    calendar: createCalendar(held.calendar, holidays),
    language: chooseLanguage(held.settings.language, languages),
    tastes: held.taste,
    // Without them the person's own are still there.
    packs: await packs.outlines().catch(() => []),
  };
  return { held, input, moment: { nowMs, utcOffsetMinutes, tool } };
}
