import type { ReactNode } from 'react';
import type { Role } from '../../lib/contract/hub/people.ts';
import { board } from '../../lib/i18n/board.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import { companies as companyWords } from '../../lib/i18n/companies.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { CompanyMark } from './company-mark.tsx';
import './board-lists.css';
import './board.css';

/** The board's navigation: its parts, each with its pages in order. A part leads to its first page. */
const BOARD_PARTS = {
  week: ['week'],
  month: ['month'],
  advance: ['programme', 'attachment', 'gap', 'meetings', 'goal'],
  help: ['help'],
  library: ['library'],
  news: ['news'],
  manage: ['people', 'calendar', 'destinations'],
  company: ['company'],
} as const;
type BoardPart = keyof typeof BOARD_PARTS;
/** Name of a page; `#/people` in the address. */
export type BoardPage = (typeof BOARD_PARTS)[BoardPart][number];

const PARTS = Object.keys(BOARD_PARTS) as BoardPart[];
const BOARD_PAGES: readonly BoardPage[] = PARTS.flatMap((part) => BOARD_PARTS[part]);

/** Parts of the page on the whole company; `#/company/members` in the address, the first one without a name. */
export const COMPANY_SECTIONS = ['settings', 'calendar', 'departments', 'members'] as const;
/** Name of a part. */
export type CompanySection = (typeof COMPANY_SECTIONS)[number];

/** Reads a location's hash; anything unknown is the week. */
export function boardPageOf(hash: string): BoardPage {
  const [, name] = hash.split('/');
  return BOARD_PAGES.find((page) => page === name) ?? 'week';
}

/** Reads a location's hash; anything unknown is the first part. */
export function companySectionOf(hash: string): CompanySection {
  const [, , name] = hash.split('/');
  return COMPANY_SECTIONS.find((section) => section === name) ?? 'settings';
}

/** Pages about the whole company, without a choice of a department. */
const COMPANY_PAGES: ReadonlySet<BoardPage> = new Set(['month', 'company']);

const ADVISOR_PAGES: ReadonlySet<BoardPage> = new Set([
  'week',
  'month',
  'programme',
  'attachment',
  'gap',
  'meetings',
  'help',
  'goal',
  'library',
  'news',
]);

/** Pages that a role has: advisors read along, answer what waits too long and tell what is new; the whole company is the owner's, its month the advisor's too. */
export function boardPagesOf(role: Role): readonly BoardPage[] {
  if (role === 'advisor') return BOARD_PAGES.filter((page) => ADVISOR_PAGES.has(page));
  return role === 'owner' ? BOARD_PAGES : BOARD_PAGES.filter((page) => !COMPANY_PAGES.has(page));
}

/** Whose board it is, where there are several. */
export interface CompanyChoice {
  /** Id of the one that is looked at. */
  readonly here: string;
  readonly all: readonly { readonly id: string; readonly name: string }[];
  readonly onCompany: (id: string) => void;
}

/** The board's frame: company, department, its pages. Without departments only its head. */
export function BoardFrame({
  language,
  organisation,
  departments,
  departmentId,
  page,
  section = 'settings',
  pages = BOARD_PAGES,
  message,
  companies,
  onDepartment,
  children,
}: {
  readonly language: Language;
  readonly organisation: string | undefined;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly departmentId: string | undefined;
  readonly page: BoardPage;
  /** Which part of the company's page. */
  readonly section?: CompanySection | undefined;
  readonly pages?: readonly BoardPage[] | undefined;
  readonly message?: ReactNode;
  /** The companies this browser can look at, for an advisor of several. */
  readonly companies?: CompanyChoice | undefined;
  readonly onDepartment: (id: string) => void;
  readonly children: ReactNode;
}) {
  const t = board[language];
  const c = boardCompany[language];
  const isCompany = page === 'company';
  const isOfAll = COMPANY_PAGES.has(page);
  const chosen = isOfAll ? undefined : departments.find(({ id }) => id === departmentId);
  const shown = PARTS.map((part) => ({
    part,
    pages: BOARD_PARTS[part].filter((one) => pages.includes(one)) as readonly BoardPage[],
  }));
  const parts = shown.flatMap(({ part, pages: own }) =>
    own[0] === undefined
      ? []
      : [{ part, first: own[0], isHere: own.includes(page), isAlone: own.length === 1 }],
  );
  const beside = shown.find(({ pages: own }) => own.includes(page))?.pages ?? [];
  const title = isOfAll ? organisation : chosen && t.titleOf(chosen.name);
  return (
    <div className="board">
      <header className="board-head">
        <div className="board-brand">
          <Wordmark />
          {organisation !== undefined && (
            <span className={companies === undefined ? 'board-soft' : 'company-here'}>
              {companies !== undefined && <CompanyMark name={organisation} />}
              {organisation}
            </span>
          )}
        </div>
        {companies !== undefined && (
          <div className="company-switch">
            {companies.all.length > 1 && (
              <Select<string>
                label={companyWords[language].which}
                value={companies.here}
                options={companies.all.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={companies.onCompany}
              />
            )}
            <a href="#/companies">{companyWords[language].open}</a>
          </div>
        )}
        <ButtonLink variant="plain" icon="back" href="/dashboard.html">
          {t.back}
        </ButtonLink>
      </header>
      <div className="board-page">
        <div className="board-title">
          <h1 id="board-heading" tabIndex={-1}>
            {title ?? t.title}
          </h1>
          {departments.length > 1 && chosen !== undefined && (
            <Select<string>
              label={t.department}
              value={chosen.id}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={onDepartment}
            />
          )}
        </div>
        {departments.length > 0 && (
          <nav className="board-nav" aria-label={t.nav}>
            {parts.map(({ part, first, isHere, isAlone }) => (
              <a
                key={part}
                href={`#/${first}`}
                aria-current={isHere ? (isAlone ? 'page' : 'true') : undefined}
              >
                {t[part]}
              </a>
            ))}
          </nav>
        )}
        {departments.length > 0 && beside.length > 1 && (
          <nav className="board-nav board-nav-inner" aria-label={t.navBeside}>
            {beside.map((one) => (
              <a key={one} href={`#/${one}`} aria-current={one === page ? 'page' : undefined}>
                {t[one]}
              </a>
            ))}
          </nav>
        )}
        {isCompany && pages.includes('company') && (
          <nav className="board-nav board-nav-inner" aria-label={c.nav}>
            {COMPANY_SECTIONS.map((one) => (
              <a
                key={one}
                href={`#/company/${one}`}
                aria-current={one === section ? 'page' : undefined}
              >
                {c[one]}
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
