import type { CalendarRules } from '../domain/calendar.ts';
import type { DayKey } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { NudgeHistory } from '../domain/nudge.ts';
import type { PromptQuestion } from '../domain/prompt-question.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import type { Settings } from '../contract/settings.ts';
import type { CheckIn } from '../contract/check-in.ts';
import type { HelpView } from './help-questions.ts';
import type { QuarantinedItem } from './ports.ts';
import type { SharedView } from './shared-library.ts';
import type { AdvisedCompany } from './advised-companies.ts';
import type { TeamView } from './team-view.ts';

/**
 * Everything the product's own pages show is computed from this: what storage holds, parsed. A view, never a second
 * truth; pages change it by commands only.
 */
export interface PersonState {
  readonly today: DayKey;
  /** First day of use; lines begin here (M5). */
  readonly startedOn: DayKey;
  readonly settings: Settings;
  readonly calendar: CalendarRules;
  /** All devices added up; see `addLedgers`. */
  readonly ledger: Ledger;
  /** Living and deleted ones alike; `deletedAt` tells. */
  readonly workflows: readonly Workflow[];
  /** The department's in use among them (`shared.offered`), as long as the person has no copy. */
  readonly prompts: readonly Prompt[];
  readonly quarantined: readonly QuarantinedItem[];
  /** Selector and insertion health: counts by name. */
  readonly health: Readonly<Record<string, number>>;
  /** Whether the last write found no room: nothing new is kept until there is some. */
  readonly noRoom?: boolean | undefined;
  /** What this browser remembers of its nudges. */
  readonly nudges?: NudgeHistory | undefined;
  /** What the popup asks about a prompt; absent most of the time. */
  readonly question?: PromptQuestion | undefined;
  /** What the person's department shares; absent without a company. */
  readonly shared?: SharedView | undefined;
  /** The person’s questions to their champion; absent without a company. */
  readonly help?: HelpView | undefined;
  /** What may be asked here besides the person's work; absent without a company. */
  readonly checkIn?: CheckIn | undefined;
  /** Companies the person advises beside it; nothing of them is in anything above. */
  readonly advised?: readonly AdvisedCompany[] | undefined;
  /** The company this browser belongs to; absent when the person uses the product alone. */
  readonly team?: TeamView | undefined;
}
