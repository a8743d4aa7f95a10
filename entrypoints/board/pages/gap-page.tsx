import { useCallback, useState } from 'react';
import { GapPanel } from '../../../components/board/gap-panel.tsx';
import { PulsePanel } from '../../../components/board/pulse-panel.tsx';
import { board } from '../../../lib/i18n/board.ts';
import { gapPanel } from '../../../lib/i18n/gap.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 広がり: how use is spread, and what people say of it. */
export function GapPage({ hub, department, role, language, change }: BoardContext) {
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => hub.gap(id), [hub, id]));
  const [busy, setBusy] = useState(false);
  const offer = async (): Promise<void> => {
    setBusy(true);
    await change(hub.offerTenMinutes(id), gapPanel[language].offered);
    setBusy(false);
    again();
  };
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  const isReader = role === 'advisor';
  return (
    <>
      <GapPanel
        {...{ reply: asked.value, language, busy }}
        onOffer={isReader ? undefined : () => void offer()}
      />
      {!isReader && <Said {...{ hub, id, language }} />}
    </>
  );
}

/** What people said, below it: those who read along are not told. */
function Said({
  hub,
  id,
  language,
}: Pick<BoardContext, 'hub' | 'language'> & { readonly id: string }) {
  const [asked, again] = useAnswer(useCallback(() => hub.pulse(id), [hub, id]));
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return <PulsePanel reply={asked.value} language={language} />;
}
