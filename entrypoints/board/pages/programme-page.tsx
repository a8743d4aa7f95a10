import { useCallback, useState } from 'react';
import { ProgrammeSheet } from '../../../components/board/programme-sheet.tsx';
import { ProgrammeSteps } from '../../../components/board/programme-steps.tsx';
import { Button } from '../../../components/ui/button.tsx';
import type { DayKey } from '../../../lib/domain/day.ts';
import { board } from '../../../lib/i18n/board.ts';
import { programme } from '../../../lib/i18n/programme.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 16 週間: what is missing before it can begin, then where it stands. */
export function ProgrammePage({ hub, department, role, language, change }: BoardContext) {
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => hub.programme(id), [hub, id]));
  const [busy, setBusy] = useState(false);
  const start = async (startedOn: DayKey): Promise<void> => {
    setBusy(true);
    await change(hub.startProgramme(id, startedOn), programme[language].startedSaid);
    setBusy(false);
    again();
  };
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  const reply = asked.value;
  const view = reply.programme;
  if (view === undefined) {
    return (
      <ProgrammeSteps
        {...{ reply, language, busy }}
        onStart={role === 'advisor' ? undefined : (day) => void start(day)}
      />
    );
  }
  return (
    <>
      <div className="board-bar">
        <Button className="board-print" onClick={() => print()}>
          {board[language].print}
        </Button>
      </div>
      <ProgrammeSheet {...{ reply, view, language }} />
    </>
  );
}
