import type {
  DepartmentDto,
  OrganisationChange,
  OrganisationReply,
} from '../../lib/contract/hub/organisation.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { board } from '../../lib/i18n/board.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import { countryChoices } from '../../lib/i18n/countries.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { Closures, Weekdays } from './closures.tsx';
import { WorkingHours } from './working-hours.tsx';
import './board.css';

/**
 * The company's scheduled days (METRICS.md M4), and which departments go their own way. Every change is one request.
 */
export function OrganisationCalendar({
  organisation,
  departments,
  today,
  language,
  busy,
  onChange,
}: {
  readonly organisation: OrganisationReply;
  readonly departments: readonly DepartmentDto[];
  readonly today: DayKey;
  readonly language: Language;
  readonly busy: boolean;
  readonly onChange: (change: OrganisationChange) => void;
}) {
  const t = boardCompany[language];
  const { weekdays, closures, country } = organisation;
  const named = (list: readonly DepartmentDto[]) =>
    list.map(({ name }) => name).join(language === 'ja' ? '、' : ', ');
  const ownWeekdays = departments.filter((department) => department.weekdays !== undefined);
  const ownClosures = departments.filter((department) => department.closures.length > 0);
  return (
    <>
      <Card title={t.weekdays}>
        <div className="board-stack">
          <Weekdays
            legend={board[language].weekdays}
            hint={weekdays.length === 1 ? t.weekdaysLast : undefined}
            {...{ weekdays, language }}
            onChange={(days) => onChange({ weekdays: days })}
          />
          <div className="board-soft">
            <p>{t.weekdaysLead}</p>
            {ownWeekdays.length > 0 && <p>{t.weekdaysOwn(named(ownWeekdays))}</p>}
          </div>
          <Select<string>
            label={t.country}
            hint={t.countryHint}
            value={country}
            options={countryChoices(country, language)}
            onChange={(code) => onChange({ country: code })}
          />
        </div>
      </Card>
      <WorkingHours
        workingHours={organisation.workingHours}
        {...{ language, busy }}
        onSave={(workingHours) => onChange({ workingHours })}
      />
      <Card title={t.closures}>
        <div className="board-stack">
          <div className="board-soft">
            <p>{t.closuresLead}</p>
            {ownClosures.length > 0 && <p>{t.closuresOwn(named(ownClosures))}</p>}
          </div>
          <Closures
            {...{ closures, today, language }}
            onChange={(changed) => onChange({ closures: changed })}
          />
        </div>
      </Card>
    </>
  );
}
