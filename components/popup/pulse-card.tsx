import { useId, useState } from 'react';
import {
  PULSE_POINTS,
  PULSE_QUESTIONS,
  type PulseAnswers,
  type PulsePoints,
} from '../../lib/domain/pulse.ts';
import { checkIn } from '../../lib/i18n/check-in.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import type { Send } from './popup.tsx';
import './pulse-card.css';

/** The month's four questions, five points each; nothing is chosen beforehand, and leaving it costs nothing. */
export function PulseCard({
  month,
  language,
  send,
}: {
  readonly month: string;
  readonly language: Language;
  readonly send: Send;
}) {
  const t = checkIn[language];
  const [chosen, setChosen] = useState<Partial<PulseAnswers>>({});
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const answer = async () => {
    const { quality, effort, speed, productivity } = chosen;
    if (!quality || !effort || !speed || !productivity) {
      setMissing(true);
      return;
    }
    setBusy(true);
    const answers = { quality, effort, speed, productivity };
    await send({ type: 'answerPulse', month, answers }, t.pulseSaid);
    setBusy(false);
  };
  const pass = (forGood: boolean) => void send({ type: 'passPulse', month, forGood }, t.pulsePut);
  return (
    <section className="popup-question" aria-labelledby="popup-pulse">
      <h2 id="popup-pulse" className="popup-heading">
        {t.pulse}
      </h2>
      <p>{t.pulseLead}</p>
      {PULSE_QUESTIONS.map((question) => (
        <Points
          key={question}
          legend={t[question]}
          value={chosen[question]}
          onChange={(points) => {
            setMissing(false);
            setChosen((before) => ({ ...before, [question]: points }));
          }}
        />
      ))}
      <p className="popup-soft">{t.pulsePrivate}</p>
      <div aria-live="polite">{isMissing && <p>{t.pulseMissing}</p>}</div>
      <div className="popup-question-actions">
        <Button size="small" disabled={busy} onClick={() => void answer()}>
          {t.pulseSend}
        </Button>
        <Button size="small" variant="plain" onClick={() => pass(false)}>
          {t.pulseNot}
        </Button>
        <Button size="small" variant="plain" onClick={() => pass(true)}>
          {t.pulseNever}
        </Button>
      </div>
    </section>
  );
}

function Points({
  legend,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly value: PulsePoints | undefined;
  readonly onChange: (points: PulsePoints) => void;
}) {
  const id = useId();
  return (
    <fieldset className="popup-points">
      <legend>{legend}</legend>
      {PULSE_POINTS.map((points) => (
        <label key={points}>
          <input
            type="radio"
            name={id}
            value={points}
            checked={value === points}
            onChange={() => onChange(points)}
          />
          <span>{points}</span>
        </label>
      ))}
    </fieldset>
  );
}
