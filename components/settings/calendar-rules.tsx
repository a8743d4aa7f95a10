import { useState } from 'react';
import { nearestFirst, type CalendarRules, type DaysOff } from '../../lib/domain/calendar.ts';
import { parseDay, type DayKey, type Weekday } from '../../lib/domain/day.ts';
import { countryChoices } from '../../lib/i18n/countries.ts';
import { dayRangeWords, weekdayWord } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChooseMany } from '../ui/choices.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { Select, TextField } from '../ui/field.tsx';
import './settings.css';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const SHOWN_AT_FIRST = 8;

/** Country, working weekdays, closures and leave (METRICS.md M4). `holidaysUntil` is the last year holidays are known for. */
export function CalendarRulesForm({
  rules,
  today,
  language,
  holidaysUntil,
  onChange,
}: {
  readonly rules: CalendarRules;
  readonly today: DayKey;
  readonly language: Language;
  readonly holidaysUntil: number | undefined;
  readonly onChange: (rules: CalendarRules) => void;
}) {
  const t = strings[language];
  return (
    <>
      <Card>
        <div className="settings-rows">
          <Select
            label={t.country}
            hint={t.countryHint}
            value={rules.country}
            options={countryChoices(rules.country, language)}
            onChange={(country) => onChange({ ...rules, country })}
          />
          <div>
            <ChooseMany
              legend={t.workdays}
              values={rules.weekdays.map((weekday) => `${weekday}` as const)}
              options={WEEKDAYS.map((value) => ({
                value,
                label: weekdayWord(Number(value) as Weekday, language),
              }))}
              onChange={(values) =>
                onChange({ ...rules, weekdays: values.map((value) => Number(value) as Weekday) })
              }
            />
          </div>
        </div>
        <p className="settings-note">
          {holidaysUntil === undefined ? t.holidaysNone : t.holidaysKnownUntil(holidaysUntil)}
        </p>
      </Card>
      <div className="settings-columns">
        <DaysOffCard
          title={t.leave}
          hint={t.leaveHint}
          empty={t.leaveEmpty}
          add={t.addLeave}
          placeholder={t.leaveNamePlaceholder}
          list={rules.leave}
          {...{ today, language }}
          onChange={(leave) => onChange({ ...rules, leave })}
        />
        <DaysOffCard
          title={t.closures}
          hint={t.closuresHint}
          empty={t.closuresEmpty}
          add={t.addClosure}
          placeholder={t.closureNamePlaceholder}
          list={rules.closures}
          {...{ today, language }}
          onChange={(closures) => onChange({ ...rules, closures })}
        />
      </div>
    </>
  );
}

interface DaysOffProps {
  readonly title: string;
  readonly hint: string;
  readonly empty: string;
  readonly add: string;
  readonly placeholder: string;
  readonly list: readonly DaysOff[];
  readonly today: DayKey;
  readonly language: Language;
  readonly onChange: (list: readonly DaysOff[]) => void;
}

function DaysOffCard(props: DaysOffProps) {
  const { list, today, language, onChange } = props;
  const t = strings[language];
  const [showsAll, setShowsAll] = useState(false);
  const sorted = nearestFirst(list, today);
  const shown = showsAll ? sorted : sorted.slice(0, SHOWN_AT_FIRST);
  return (
    <Card title={props.title}>
      <p className="settings-note">{props.hint}</p>
      <AddDaysOff {...props} />
      {list.length === 0 ? (
        <p className="settings-none">{props.empty}</p>
      ) : (
        <ul className="settings-off-list">
          {shown.map((off) => {
            const days = dayRangeWords(off.from, off.to, language);
            return (
              <li key={`${off.from} ${off.to} ${off.name ?? ''}`} className="settings-off">
                <span>
                  <DrawnText>{days}</DrawnText>
                  {off.name !== undefined && <span className="settings-off-name">{off.name}</span>}
                </span>
                <Button
                  variant="plain"
                  size="small"
                  icon="close"
                  aria-label={t.removeNamed(`${days} ${off.name ?? ''}`.trim())}
                  onClick={() => onChange(list.filter((one) => one !== off))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {sorted.length > shown.length && (
        <Button variant="plain" size="small" onClick={() => setShowsAll(true)}>
          {t.showAll(sorted.length)}
        </Button>
      )}
    </Card>
  );
}

function AddDaysOff({ add, placeholder, list, language, onChange }: DaysOffProps) {
  const t = strings[language];
  const [draft, setDraft] = useState({ from: '', to: '', name: '' });
  const [tried, setTried] = useState(false);
  const from = parseDay(draft.from);
  const to = draft.to === '' ? from : parseDay(draft.to);
  const isRange = from !== undefined && to !== undefined && from <= to;
  return (
    <form
      className="settings-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(!isRange);
        if (!isRange) return;
        const name = draft.name.trim();
        onChange([...list, { from, to, ...(name === '' ? {} : { name }) }]);
        setDraft({ from: '', to: '', name: '' });
      }}
    >
      <TextField
        label={t.from}
        type="date"
        value={draft.from}
        error={tried && from === undefined ? t.errorFrom : undefined}
        onChange={(value) => setDraft({ ...draft, from: value })}
      />
      <TextField
        label={t.to}
        need={t.optional}
        type="date"
        value={draft.to}
        min={draft.from}
        error={tried && from !== undefined && !isRange ? t.errorTo : undefined}
        onChange={(value) => setDraft({ ...draft, to: value })}
      />
      <TextField
        label={t.offName}
        need={t.optional}
        value={draft.name}
        placeholder={placeholder}
        maxLength={80}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <div className="settings-add-press">
        <Button type="submit" icon="plus">
          {add}
        </Button>
      </div>
    </form>
  );
}
