import { useState } from 'react';
import type { DaysOff } from '../../lib/domain/calendar.ts';
import { parseDay } from '../../lib/domain/day.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { dayRangeWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { team as strings } from '../../lib/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { TextField } from '../ui/field.tsx';
import './team.css';

/** Leave that is still to come or was lately, and a form for more. Changes are stored here and told to the hub by the next sending. */
export function LeaveDays({
  leave,
  today,
  language,
  onChange,
}: {
  readonly leave: readonly DaysOff[];
  readonly today: DayKey;
  readonly language: Language;
  /** All leave, and whether some was taken away. */
  readonly onChange: (leave: readonly DaysOff[], removed: boolean) => Promise<boolean>;
}) {
  const t = strings[language];
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const first = parseDay(from);
  const last = parseDay(to === '' ? from : to);
  const isBackwards = first !== undefined && last !== undefined && last < first;
  const shown = leave
    .filter((off) => off.to >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const add = async () => {
    if (first === undefined || last === undefined || isBackwards) return;
    if (!(await onChange([...leave, { from: first, to: last }], false))) return;
    setFrom('');
    setTo('');
  };
  return (
    <Card title={t.leaveHeading}>
      <p>{t.leaveLead}</p>
      {shown.length === 0 ? (
        <p className="team-soft">{t.leaveNone}</p>
      ) : (
        <ul className="team-leave">
          {shown.map((off) => {
            const range = dayRangeWords(off.from, off.to, language);
            return (
              <li key={`${off.from} ${off.to}`}>
                <span>
                  <DrawnText>{range}</DrawnText>
                  {off.name !== undefined && <span className="team-soft"> {off.name}</span>}
                </span>
                <Button
                  variant="plain"
                  icon="close"
                  aria-label={t.leaveRemove(range)}
                  onClick={() =>
                    void onChange(
                      leave.filter((other) => other !== off),
                      true,
                    )
                  }
                />
              </li>
            );
          })}
        </ul>
      )}
      <form
        className="team-leave-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField label={t.leaveFrom} type="date" required value={from} onChange={setFrom} />
        <TextField
          label={t.leaveTo}
          need={t.optional}
          type="date"
          min={from}
          value={to}
          onChange={setTo}
          error={isBackwards ? t.leaveOrder : undefined}
        />
        <Button type="submit" icon="plus" disabled={first === undefined || isBackwards}>
          {t.leaveAdd}
        </Button>
      </form>
    </Card>
  );
}
