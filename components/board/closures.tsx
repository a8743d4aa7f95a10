import { useState } from 'react';
import { nearestFirst, type DaysOff } from '../../lib/domain/calendar.ts';
import { parseDay, type DayKey, type Weekday } from '../../lib/domain/day.ts';
import { board } from '../../lib/i18n/board.ts';
import { dayRangeWords, weekdayWord } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { ChooseMany } from '../ui/choices.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { TextField } from '../ui/field.tsx';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** Working weekdays to tick; the last one cannot be taken, because then there would be no scheduled days at all. */
export function Weekdays({
  legend,
  hint,
  weekdays,
  language,
  onChange,
}: {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly weekdays: readonly Weekday[];
  readonly language: Language;
  readonly onChange: (weekdays: Weekday[]) => void;
}) {
  return (
    <ChooseMany<string>
      legend={legend}
      hint={hint}
      values={weekdays.map(String)}
      options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayWord(day, language) }))}
      onChange={(days) => {
        if (days.length > 0) onChange(days.map(Number) as Weekday[]);
      }}
    />
  );
}

/** Days off of many people, the nearest first, with a form for one more. Every change is the whole list. */
export function Closures({
  closures,
  today,
  language,
  onChange,
}: {
  readonly closures: readonly DaysOff[];
  readonly today: DayKey;
  readonly language: Language;
  readonly onChange: (closures: DaysOff[]) => void;
}) {
  const t = board[language];
  return (
    <>
      {closures.length === 0 ? (
        <p className="board-soft">{t.closuresNone}</p>
      ) : (
        <ul className="board-rows">
          {nearestFirst(closures, today).map((off) => {
            const range = dayRangeWords(off.from, off.to, language);
            return (
              <li key={`${off.from} ${off.to} ${off.name ?? ''}`}>
                <p>
                  <DrawnText>{range}</DrawnText>
                  {off.name !== undefined && <span className="board-soft"> {off.name}</span>}
                </p>
                <Button
                  variant="plain"
                  icon="close"
                  aria-label={t.closureRemove(range)}
                  onClick={() => onChange(closures.filter((one) => one !== off))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <NewClosure language={language} onAdd={(off) => onChange([...closures, off])} />
    </>
  );
}

function NewClosure({
  language,
  onAdd,
}: {
  readonly language: Language;
  readonly onAdd: (off: DaysOff) => void;
}) {
  const t = board[language];
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [name, setName] = useState('');
  const first = parseDay(from);
  const last = parseDay(to === '' ? from : to);
  const isBackwards = first !== undefined && last !== undefined && last < first;
  return (
    <form
      className="board-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (first === undefined || last === undefined || isBackwards) return;
        const named = name.trim();
        onAdd({ from: first, to: last, ...(named === '' ? {} : { name: named }) });
        setFrom('');
        setTo('');
        setName('');
      }}
    >
      <TextField label={t.closureFrom} type="date" required value={from} onChange={setFrom} />
      <TextField
        label={t.closureTo}
        need={t.optional}
        type="date"
        min={from}
        value={to}
        onChange={setTo}
        error={isBackwards ? t.closureOrder : undefined}
      />
      <TextField
        label={t.closureName}
        need={t.optional}
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <Button type="submit" icon="plus" disabled={first === undefined || isBackwards}>
        {t.closureAdd}
      </Button>
    </form>
  );
}
