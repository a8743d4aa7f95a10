import type {
  DepartmentChangeRequest,
  DepartmentDto,
  OrganisationReply,
} from '../../lib/contract/hub/organisation.ts';
import { nearestFirst } from '../../lib/domain/calendar.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { board } from '../../lib/i18n/board.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import { dayRangeWords, weekdayWord } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { Select } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import { Closures, Weekdays } from './closures.tsx';
import { GoalsForm } from './goal-fields.tsx';
import './board.css';

const TARGETS = ['30', '40', '50', '60', '70', '80'] as const;

/**
 * A department's scheduled days (METRICS.md M4), the share that keeps one (M7) and its goals. Every change is one request;
 * what the company has is read only here.
 */
export function DepartmentCalendar({
  organisation,
  department,
  isOwner,
  today,
  language,
  busy,
  onChange,
}: {
  readonly organisation: OrganisationReply;
  readonly department: DepartmentDto;
  readonly isOwner: boolean;
  readonly today: DayKey;
  readonly language: Language;
  readonly busy: boolean;
  readonly onChange: (change: DepartmentChangeRequest) => void;
}) {
  const t = board[language];
  const c = boardCompany[language];
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
            <Weekdays
              legend={t.weekdays}
              {...{ weekdays, language }}
              onChange={(days) => onChange({ weekdays: days })}
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
          <Closures
            {...{ closures, today, language }}
            onChange={(changed) => onChange({ closures: changed })}
          />
          <div>
            <h3 className="board-heading">{t.organisationClosures}</h3>
            {organisation.closures.length === 0 ? (
              <p className="board-soft">{t.closuresNone}</p>
            ) : (
              <ul className="board-plain">
                {nearestFirst(organisation.closures, today).map(({ from, to, name }) => (
                  <li key={`${from} ${to}`}>
                    <DrawnText>{dayRangeWords(from, to, language)}</DrawnText> {name}
                  </li>
                ))}
              </ul>
            )}
            <p className="board-soft">
              {isOwner ? <a href="#/company/calendar">{c.closuresToCompany}</a> : c.closuresByOwner}
            </p>
          </div>
        </div>
      </Card>
      <Card title={c.departmentGoals}>
        <p className="board-soft">{c.departmentGoalsLead}</p>
        <GoalsForm
          goals={department.goals}
          company={organisation.goals}
          {...{ language, busy }}
          onSave={(goals) => onChange({ goals })}
        />
      </Card>
    </>
  );
}
