import { useCallback, useState } from 'react';
import { HelpClock } from '../../../components/board/help-clock.tsx';
import {
  AnsweredQuestions,
  HelpQueue,
  type HelpDeeds,
} from '../../../components/board/help-queue.tsx';
import { HowTos } from '../../../components/board/how-tos.tsx';
import type { HubAnswer } from '../../../lib/app/hub-port.ts';
import { board } from '../../../lib/i18n/board.ts';
import { boardHelp } from '../../../lib/i18n/board-help.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 質問: what waits with its clock, what was answered, and the how-tos made of it. */
export function HelpPage({ hub, department, role, language, change }: BoardContext) {
  const t = boardHelp[language];
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => hub.help(id), [hub, id]));
  const [busy, setBusy] = useState<string>();
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  /** Waits, says what came of it, and looks again whatever it was: somebody else may have been quicker. */
  const carryOut = async <T,>(about: string, answer: Promise<HubAnswer<T>>, done: string) => {
    setBusy(about);
    const result = await change(answer, done);
    setBusy(undefined);
    again();
    return result !== undefined;
  };
  const deeds: HelpDeeds = {
    onAnswer: (question, text) =>
      carryOut(
        question.id,
        hub.actOnQuestion(question.id, { do: 'answer', text }),
        question.answer === undefined ? t.answered : t.rewritten,
      ),
    onClose: (question) =>
      void carryOut(question.id, hub.actOnQuestion(question.id, { do: 'close' }), t.closed),
    onPublish: (howTo) => carryOut('howTo', hub.publishHowTo(id, howTo), t.published),
  };
  const { questions, clock, workingHours, howTos } = asked.value;
  const given = { language, deeds, busy };
  return (
    <>
      <HelpQueue
        questions={questions.filter(({ state }) => state === 'open')}
        isAdvisor={role === 'advisor'}
        {...given}
      />
      <HelpClock {...{ clock, workingHours, language }} />
      <AnsweredQuestions
        questions={questions.filter(({ state }) => state !== 'open').toReversed()}
        {...given}
      />
      <HowTos
        howTos={howTos}
        language={language}
        busy={busy}
        onRemove={(howTo) =>
          void carryOut(howTo.id, hub.actOnHowTo(id, howTo.id, { do: 'withdraw' }), t.removed)
        }
      />
    </>
  );
}
