import { useState } from 'react';
import { DepartmentCalendar } from '../../../components/board/department-calendar.tsx';
import { board } from '../../../lib/i18n/board.ts';
import type { BoardContext } from '../board-context.ts';

/** 稼働日と目標. */
export function CalendarPage(context: BoardContext) {
  const { hub, organisation, department, role, today, language, change, refresh } = context;
  const [busy, setBusy] = useState(false);
  return (
    <DepartmentCalendar
      isOwner={role === 'owner'}
      {...{ organisation, department, today, language, busy }}
      onChange={(wanted) => {
        setBusy(true);
        void change(hub.changeDepartment(department.id, wanted), board[language].saved).then(() => {
          setBusy(false);
          refresh();
        });
      }}
    />
  );
}
