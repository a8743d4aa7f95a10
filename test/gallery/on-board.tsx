import type { ReactNode } from 'react';
import {
  BoardFrame,
  boardPagesOf,
  type BoardPage,
  type CompanySection,
} from '../../components/board/board-frame.tsx';
import type { Role } from '../../lib/contract/hub/people.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { company, companyLines } from './company.ts';
import type { GalleryState } from './state.ts';

/** The board of the gallery's company around a page, as a role sees it. */
export function OnBoard({
  language,
  page,
  section,
  role = 'owner',
  children,
}: {
  readonly language: Language;
  readonly page: BoardPage;
  readonly section?: CompanySection | undefined;
  readonly role?: Role | undefined;
  readonly children: ReactNode;
}) {
  return (
    <BoardFrame
      language={language}
      organisation={company(language).team.organisation.name}
      departments={companyLines(language).departments}
      departmentId="d0"
      page={page}
      section={section}
      pages={boardPagesOf(role)}
      onDepartment={() => undefined}
    >
      {children}
    </BoardFrame>
  );
}

/** A state of one of the board's pages; `press` as in `GalleryState`. */
export function onBoard(
  name: string,
  page: BoardPage,
  draw: (language: Language) => ReactNode,
  press?: string,
): GalleryState {
  return {
    name,
    frame: 'page',
    press,
    draw: (language) => (
      <OnBoard language={language} page={page}>
        {draw(language)}
      </OnBoard>
    ),
  };
}
