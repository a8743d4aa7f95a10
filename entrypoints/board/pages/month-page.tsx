import { useCallback } from 'react';
import { SponsorSheet } from '../../../components/board/sponsor-sheet.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { board } from '../../../lib/i18n/board.ts';
import { instantWords } from '../../../lib/i18n/day-words.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 月のまとめ: the sponsor's month, for owners and advisors. */
export function MonthPage({ hub, organisation, language, nowMs }: BoardContext) {
  const [asked, again] = useAnswer(useCallback(() => hub.sponsorPage(), [hub]));
  const t = board[language];
  if (asked.state === 'loading') return <output>{t.loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return (
    <>
      <div className="board-bar">
        <Button className="board-print" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      <SponsorSheet
        page={asked.value}
        language={language}
        foot={t.printed(organisation.name, instantWords(nowMs, language))}
      />
    </>
  );
}
