import { DepartmentCalendar } from '../../../components/board/department-calendar.tsx';
import { board } from '../../../lib/i18n/board.ts';
import type { BoardContext } from '../board-context.ts';

/** 稼働日. */
export function CalendarPage({
  hub,
  organisation,
  department,
  language,
  change,
  refresh,
}: BoardContext) {
  return (
    <DepartmentCalendar
      organisation={organisation}
      department={department}
      language={language}
      onChange={(wanted) =>
        void change(hub.changeDepartment(department.id, wanted), board[language].saved).then(
          refresh,
        )
      }
    />
  );
}
