import type { Said } from '../../components/dashboard/message.tsx';
import type { Route } from '../../components/dashboard/route.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import type { Command, CommandReply } from '../../lib/contract/commands.ts';
import type { Calendar } from '../../lib/domain/calendar.ts';
import type { Language } from '../../lib/i18n/language.ts';

/** What every page of the dashboard is given: the person as stored now, and what it can do about it. */
export interface DashboardContext {
  readonly language: Language;
  readonly person: PersonState;
  readonly calendar: Calendar;
  readonly route: Route;
  /** Sends a command; a refusal is said at the foot in words. */
  readonly send: (command: Command) => Promise<CommandReply>;
  readonly say: (said: Said) => void;
  readonly go: (route: Route) => void;
}

/** A page as the frame draws it. */
export interface Page {
  readonly heading: string;
  readonly lead?: string | undefined;
  readonly actions?: React.ReactNode;
  readonly content: React.ReactNode;
}
