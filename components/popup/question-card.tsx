import type { Language } from '../../lib/i18n/language.ts';
import { popup } from '../../lib/i18n/popup.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import type { PopupQuestion } from './popup-view.ts';
import type { Send } from './popup.tsx';

/** The one question about a prompt: whether it helped, or whether it is something for the department. Closing it ends it. */
export function QuestionCard({
  question: { about, prompt, department },
  language,
  href,
  send,
}: {
  readonly question: PopupQuestion;
  readonly language: Language;
  /** The prompt's own page, where sharing begins with a look at what would be sent. */
  readonly href: string;
  readonly send: Send;
}) {
  const t = popup[language];
  const answer = (said: 'helped' | 'missed' | 'skip' | 'notShared', done?: string) =>
    void send({ type: 'answerQuestion', promptId: prompt.id, answer: said }, done);
  return (
    <section className="popup-question" aria-labelledby="popup-question">
      <h2 id="popup-question" className="popup-heading">
        {about === 'share' ? t.invite : t.question}
      </h2>
      <p>
        {about === 'share'
          ? t.inviteLead(prompt.title, department ?? '')
          : t.questionLead(prompt.title)}
      </p>
      <div className="popup-question-actions">
        {about === 'share' ? (
          <>
            <ButtonLink
              size="small"
              href={href}
              target="_blank"
              onClick={() => answer('notShared')}
            >
              {t.inviteLook}
            </ButtonLink>
            <Button size="small" variant="plain" onClick={() => answer('notShared')}>
              {t.inviteNot}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" onClick={() => answer('helped', t.questionThanks)}>
              {t.questionHelped}
            </Button>
            <Button size="small" onClick={() => answer('missed', t.questionThanks)}>
              {t.questionMissed}
            </Button>
            <Button size="small" variant="plain" onClick={() => answer('skip')}>
              {t.questionSkip}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
