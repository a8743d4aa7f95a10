import { useState } from 'react';
import type {
  DepartmentChangeRequest,
  DepartmentDto,
  OrganisationReply,
} from '../../lib/contract/hub/organisation.ts';
import { parseDay, type Weekday } from '../../lib/domain/day.ts';
import { board } from '../../lib/i18n/board.ts';
import { dayRangeWords, weekdayWord } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChooseMany } from '../ui/choices.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import './board.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const TARGETS = ['30', '40', '50', '60', '70', '80'] as const;

/** A department's scheduled days (METRICS.md M4) and the share that keeps one (M7). Every change is one request. */
export function DepartmentCalendar({
  organisation,
  department,
  language,
  onChange,
}: {
  readonly organisation: OrganisationReply;
  readonly department: DepartmentDto;
  readonly language: Language;
  readonly onChange: (change: DepartmentChangeRequest) => void;
}) {
  const t = board[language];
  const { weekdays, closures, target } = department;
  const isOwn = weekdays !== undefined;
  const percent = String(Math.round(target * 100));
  const targets = (TARGETS as readonly string[]).includes(percent)
    ? TARGETS
    : [...TARGETS, percent];
  return (
    <>
      <Card title={t.weekdays}>
        <div className="board-stack">
          <Switch
            label={t.weekdaysOwn}
            checked={isOwn}
            onChange={(own) => onChange({ weekdays: own ? [...organisation.weekdays] : null })}
          />
          {isOwn ? (
            <ChooseMany<string>
              legend={t.weekdays}
              values={weekdays.map(String)}
              options={WEEKDAYS.map((day) => ({
                value: String(day),
                label: weekdayWord(day, language),
              }))}
              onChange={(days) => {
                // A department without any working weekday would have no days at all.
                if (days.length > 0) onChange({ weekdays: days.map(Number) as Weekday[] });
              }}
            />
          ) : (
            <p className="board-soft">
              {t.weekdaysOf}:{' '}
              {organisation.weekdays.map((day) => weekdayWord(day, language)).join(' ')}
            </p>
          )}
          <Select<string>
            label={t.target}
            hint={t.targetHint}
            value={percent}
            options={targets.map((value) => ({ value, label: t.targetPercent(Number(value)) }))}
            onChange={(value) => onChange({ target: Number(value) / 100 })}
          />
        </div>
      </Card>
      <Card title={t.closures}>
        <div className="board-stack">
          <p className="board-soft">{t.closuresLead}</p>
          {closures.length === 0 ? (
            <p className="board-soft">{t.closuresNone}</p>
          ) : (
            <ul className="board-rows">
              {closures.map((off) => {
                const range = dayRangeWords(off.from, off.to, language);
                return (
                  <li key={`${off.from} ${off.to}`}>
                    <p>
                      {range}
                      {off.name !== undefined && <span className="board-soft"> {off.name}</span>}
                    </p>
                    <Button
                      variant="plain"
                      icon="close"
                      aria-label={t.closureRemove(range)}
                      onClick={() => onChange({ closures: closures.filter((one) => one !== off) })}
                    />
                  </li>
                );
              })}
            </ul>
          )}
          <NewClosure
            language={language}
            onAdd={(off) => onChange({ closures: [...closures, off] })}
          />
          {organisation.closures.length > 0 && (
            <div>
              <h3 className="board-heading">{t.organisationClosures}</h3>
              <ul className="board-plain">
                {organisation.closures.map(({ from, to, name }) => (
                  <li key={`${from} ${to}`}>
                    {dayRangeWords(from, to, language)} {name}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </Card>
    </>
  );
}

function NewClosure({
  language,
  onAdd,
}: {
  readonly language: Language;
  readonly onAdd: (off: DepartmentDto['closures'][number]) => void;
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
