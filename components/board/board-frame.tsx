import type { ReactNode } from 'react';
import type { Role } from '../../lib/contract/hub/people.ts';
import { board } from '../../lib/i18n/board.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import './board.css';

/** Pages of the board, in the order of its navigation. */
export const BOARD_PAGES = [
  'week',
  'library',
  'news',
  'people',
  'calendar',
  'destinations',
] as const;
/** Name of a page; `#/people` in the address. */
export type BoardPage = (typeof BOARD_PAGES)[number];

/** Reads a location's hash; anything unknown is the week. */
export function boardPageOf(hash: string): BoardPage {
  return BOARD_PAGES.find((page) => hash === `#/${page}`) ?? 'week';
}

/** Pages that a role has: advisors read along, and tell what is new. */
export function boardPagesOf(role: Role): readonly BoardPage[] {
  return role === 'advisor' ? ['week', 'library', 'news'] : BOARD_PAGES;
}

/** The board's frame: company, department, its pages. Without departments only its head. */
export function BoardFrame({
  language,
  organisation,
  departments,
  departmentId,
  page,
  pages = BOARD_PAGES,
  message,
  onDepartment,
  children,
}: {
  readonly language: Language;
  readonly organisation: string | undefined;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly departmentId: string | undefined;
  readonly page: BoardPage;
  readonly pages?: readonly BoardPage[] | undefined;
  readonly message?: ReactNode;
  readonly onDepartment: (id: string) => void;
  readonly children: ReactNode;
}) {
  const t = board[language];
  const chosen = departments.find(({ id }) => id === departmentId);
  return (
    <div className="board">
      <header className="board-head">
        <div className="board-brand">
          <Wordmark />
          {organisation !== undefined && <span className="board-soft">{organisation}</span>}
        </div>
        <ButtonLink variant="plain" icon="back" href="/dashboard.html">
          {t.back}
        </ButtonLink>
      </header>
      <div className="board-page">
        <div className="board-title">
          <h1 id="board-heading" tabIndex={-1}>
            {chosen === undefined ? t.title : t.titleOf(chosen.name)}
          </h1>
          {departments.length > 1 && departmentId !== undefined && (
            <Select<string>
              label={t.department}
              value={departmentId}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={onDepartment}
            />
          )}
        </div>
        {departments.length > 0 && (
          <nav className="board-nav" aria-label={t.nav}>
            {pages.map((one) => (
              <a key={one} href={`#/${one}`} aria-current={one === page ? 'page' : undefined}>
                {t[one]}
              </a>
            ))}
          </nav>
        )}
        <div className="board-main">{children}</div>
      </div>
      {message}
    </div>
  );
}
