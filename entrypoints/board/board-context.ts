import type { CompanySection } from '../../components/board/board-frame.tsx';
import type { Said } from '../../components/dashboard/message.tsx';
import type { BoardHub } from '../../lib/app/board-hub.ts';
import type { HubAnswer } from '../../lib/app/hub-port.ts';
import type { DepartmentDto, OrganisationReply } from '../../lib/contract/hub/organisation.ts';
import type { Role } from '../../lib/contract/hub/people.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';

/** What every page of the board is given. */
export interface BoardContext {
  readonly hub: BoardHub;
  readonly organisation: OrganisationReply;
  readonly department: DepartmentDto;
  /** All that this person may manage or read, the chosen one included. */
  readonly departments: readonly DepartmentDto[];
  readonly role: Role;
  /** Who looks. */
  readonly memberId: string;
  /** Part of the company's page. */
  readonly section: CompanySection;
  readonly language: Language;
  readonly today: DayKey;
  readonly nowMs: number;
  readonly say: (said: Said) => void;
  readonly copy: (text: string) => void;
  /** Asks the departments again after a change. */
  readonly refresh: () => void;
  /** Waits for a change, says what came of it, and tells whether it was made. Without words for `done` only a failure is said. */
  readonly change: <T>(answer: Promise<HubAnswer<T>>, done?: string) => Promise<T | undefined>;
}
