import type { NudgeAbout } from '../../lib/app/plan-nudge.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { nudgeWords } from '../../lib/i18n/nudge.ts';
import { popup } from '../../lib/i18n/popup.ts';
import { Button } from '../ui/button.tsx';
import type { Send } from './popup.tsx';

/** The nudge that waits: the notification's own words, one tap to begin, and three calm ways out. */
export function NudgeCard({
  nudge: { workflow, copy },
  language,
  send,
}: {
  readonly nudge: NudgeAbout;
  readonly language: Language;
  readonly send: Send;
}) {
  const t = popup[language];
  return (
    <section className="popup-nudge" aria-labelledby="popup-nudge">
      <h2 id="popup-nudge" className="popup-heading">
        {t.nudge}
      </h2>
      <p>{nudgeWords(copy, workflow, language)}</p>
      <div className="popup-nudge-actions">
        <Button
          size="small"
          variant="primary"
          aria-label={t.openNamed(workflow.name)}
          onClick={() => void send({ type: 'answerNudge', answer: 'open' })}
        >
          {t.open}
        </Button>
        <Button
          size="small"
          variant="plain"
          onClick={() => void send({ type: 'answerNudge', answer: 'later' }, t.nudgeLaterSaid)}
        >
          {t.nudgeLater}
        </Button>
        <Button
          size="small"
          variant="plain"
          onClick={() =>
            void send({ type: 'answerNudge', answer: 'notToday' }, t.nudgeNotTodaySaid)
          }
        >
          {t.nudgeNotToday}
        </Button>
        <Button
          size="small"
          variant="plain"
          onClick={() => void send({ type: 'answerNudge', answer: 'muteWork' }, t.nudgeMutedSaid)}
        >
          {t.nudgeMute}
        </Button>
      </div>
    </section>
  );
}
