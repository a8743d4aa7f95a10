import { useCallback, useState } from 'react';
import { Undelivered } from '../../../components/board/undelivered.tsx';
import { WeekSheet } from '../../../components/board/week-sheet.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { addDays, mondayOfWeek, weekOf } from '../../../lib/domain/day.ts';
import { board } from '../../../lib/i18n/board.ts';
import { instantWords, weekWords } from '../../../lib/i18n/day-words.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 週のまとめ: the last completed week, as on Monday; earlier weeks by the arrows. */
export function WeekPage({
  hub,
  organisation,
  department,
  language,
  today,
  nowMs,
  copy,
}: BoardContext) {
  const t = board[language];
  const latest = weekOf(addDays(today, -7));
  const [week, setWeek] = useState(latest);
  const { id } = department;
  const ask = useCallback(() => hub.summary(id, week), [hub, id, week]);
  const [asked, again] = useAnswer(ask);
  const [sent] = useAnswer(useCallback(() => hub.deliveries(id), [hub, id]));
  const move = (weeks: number) => setWeek(weekOf(addDays(mondayOfWeek(week), 7 * weeks)));
  return (
    <>
      <div className="board-bar">
        <Button icon="back" onClick={() => move(-1)}>
          {t.previousWeek}
        </Button>
        <span>{weekWords(week, language)}</span>
        {week < latest && (
          <Button icon="arrow" onClick={() => move(1)}>
            {t.nextWeek}
          </Button>
        )}
        <Button className="board-print" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      {sent.state === 'ready' && week === latest && (
        <Undelivered deliveries={sent.value.deliveries} language={language} />
      )}
      {asked.state === 'loading' && <output>{t.loading}</output>}
      {asked.state === 'failed' && (
        <Failed trouble={asked.trouble} language={language} onRetry={again} />
      )}
      {asked.state === 'ready' && (
        <WeekSheet
          summary={asked.value}
          today={today}
          language={language}
          foot={t.printed(organisation.name, instantWords(nowMs, language))}
          onCopy={copy}
        />
      )}
    </>
  );
}
