import { useCallback, useState } from 'react';
import { AdvisorMail } from '../../../components/board/advisor-mail.tsx';
import { HelpClock } from '../../../components/board/help-clock.tsx';
import {
  AnsweredQuestions,
  HelpQueue,
  type HelpDeeds,
} from '../../../components/board/help-queue.tsx';
import { HowTos } from '../../../components/board/how-tos.tsx';
import type { BoardHub } from '../../../lib/app/board-hub.ts';
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
  const isAdvisor = role === 'advisor';
  const [asked, again] = useAnswer(
    useCallback(() => askAll(hub, id, isAdvisor), [hub, id, isAdvisor]),
  );
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
  const { help, mail, address } = asked.value;
  const { questions, clock, workingHours, howTos } = help;
  const given = { language, deeds, busy };
  return (
    <>
      <HelpQueue
        questions={questions.filter(({ state }) => state === 'open')}
        isAdvisor={isAdvisor}
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
      {mail !== undefined && (
        <AdvisorMail
          key={address}
          {...{ mail, address, language }}
          busy={busy === 'mail'}
          onChange={(active) =>
            void carryOut(
              'mail',
              hub.changeOwnMail(id, active),
              active ? t.mailStarted : t.mailStopped,
            )
          }
          // Mails come in the language in which the board is read.
          onAddress={(email) =>
            void carryOut('mail', hub.changeMe({ email, language }), t.mailAddressSaved)
          }
        />
      )}
    </>
  );
}

/** The others have their own mail among the department's destinations. */
async function askAll(hub: BoardHub, id: string, isAdvisor: boolean) {
  const [help, mail, me] = await Promise.all([
    hub.help(id),
    isAdvisor ? hub.ownMail(id) : undefined,
    isAdvisor ? hub.me() : undefined,
  ]);
  if (!help.ok) return help;
  // What waits is not held back by it, nor by a hub that is older and does not know it.
  const both = mail?.ok && me?.ok ? { mail: mail.value, address: me.value.email } : {};
  return { ok: true as const, value: { help: help.value, ...both } };
}
