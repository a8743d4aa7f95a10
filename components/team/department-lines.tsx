import type { DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { team as strings } from '../../lib/i18n/team.ts';
import { daysToLine } from '../line/layout.ts';
import { Line } from '../line/line.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { DepartmentRow } from './department-rows.ts';
import './team.css';

/** Departments as parallel lines, each against its own past: no order by size, no ranking. */
export function DepartmentLines({
  rows,
  today,
  language,
}: {
  readonly rows: readonly DepartmentRow[];
  readonly today: DayKey;
  readonly language: Language;
}) {
  const t = strings[language];
  if (rows.length === 0) return <EmptyState title={t.noLines}>{t.noLinesLead}</EmptyState>;
  const wide = daysToLine(rows.map(({ marks }) => marks));
  return (
    <ul className="team-lines">
      {rows.map((row) => (
        <li key={row.id} className={row.isMine ? 'team-line team-line-mine' : 'team-line'}>
          <div className="team-line-words">
            <h3>{row.name}</h3>
            {row.marks.length > 0 && (
              <p className="team-soft">{t.lineNumbers(row.current, row.longest)}</p>
            )}
          </div>
          <div className="team-line-drawing">
            {row.marks.length > 0 && (
              <Line
                marks={row.marks}
                entering={row.entering}
                wide={wide}
                today={today}
                size="small"
                language={language}
                name={row.name}
              />
            )}
            {row.hiddenBecause !== undefined && (
              <p className="team-soft">{t[`hidden_${row.hiddenBecause}`]}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
