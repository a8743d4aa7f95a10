import { useState } from 'react';
import type { ProgrammeReply } from '../../lib/contract/hub/programme.ts';
import { addDays, parseDay, type DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { programme, STEPS } from '../../lib/i18n/programme.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';
import './board.css';
import './programme.css';

const LINKS = { goal: '#/goal', workflow: '#/library', champion: '#/goal' } as const;
const FARTHEST_DAYS = 92;

/** What stands between a department and its sixteen weeks, in the order that works; the first one open can be done. */
export function ProgrammeSteps({
  reply,
  language,
  busy,
  onStart,
}: {
  readonly reply: ProgrammeReply;
  readonly language: Language;
  readonly busy: boolean;
  /** Absent for those who only read. */
  readonly onStart: ((startedOn: DayKey) => void) | undefined;
}) {
  const t = programme[language];
  const [next] = reply.missing;
  return (
    <section className="board-week">
      <header className="board-changed">
        <h2>{t.toBegin}</h2>
        <p className="board-soft">{t.toBeginLead}</p>
      </header>
      <ol className="programme-steps">
        {STEPS.map((step) => (
          <li key={step}>
            <div className="programme-step-head">
              <h3>{t[`missing_${step}`]}</h3>
              {!reply.missing.includes(step) && <Tag>{t.done}</Tag>}
              {step === next && <Tag tone="due">{t.next}</Tag>}
            </div>
            <p className="board-soft">{t[`missing_${step}Lead`]}</p>
            {step === next && step !== 'start' && (
              <ButtonLink icon="arrow" href={LINKS[step]}>
                {t[`missing_${step}Action`]}
              </ButtonLink>
            )}
            {step === next && step === 'start' && onStart !== undefined && (
              <StartForm {...{ today: reply.today, language, busy, onStart }} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function StartForm({
  today,
  language,
  busy,
  onStart,
}: {
  readonly today: DayKey;
  readonly language: Language;
  readonly busy: boolean;
  readonly onStart: (startedOn: DayKey) => void;
}) {
  const t = programme[language];
  const [day, setDay] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const parsed = parseDay(day);
  const isWrong = parsed === undefined || parsed < today || parsed > addDays(today, FARTHEST_DAYS);
  return (
    <form
      className="programme-start"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!busy && !isWrong) onStart(parsed);
      }}
    >
      <TextField
        label={t.startOn}
        type="date"
        value={day}
        error={tried && isWrong ? t.startWrong : undefined}
        onChange={setDay}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t.start}
      </Button>
    </form>
  );
}
