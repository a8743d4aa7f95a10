import type { TeamView } from '../../lib/app/team-view.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { team as strings } from '../../lib/i18n/team.ts';
import { daysToLine } from '../line/layout.ts';
import { Line } from '../line/line.tsx';
import { departmentRows, standingOf } from '../team/department-rows.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Scheduled days drawn of each department (UX.md, popup 3). */
const DAYS_SHOWN = 10;
/** Departments besides mine; the rest is a press away. */
const OTHERS_SHOWN = 4;

/** Our lines: my department, then the others, side by side. */
export function OurLines({
  team,
  today,
  language,
  href,
}: {
  readonly team: TeamView;
  readonly today: DayKey;
  readonly language: Language;
  /** Where all departments and what to do about the company are. */
  readonly href: string;
}) {
  const t = strings[language];
  const standing = standingOf(team);
  const rows = departmentRows(team, DAYS_SHOWN);
  const shown = rows.slice(0, OTHERS_SHOWN + (rows[0]?.isMine === true ? 1 : 0));
  const wide = daysToLine(shown.map(({ marks }) => marks));
  return (
    <section className="popup-ours" aria-labelledby="popup-ours">
      <h2 className="popup-heading" id="popup-ours">
        {t.ourLines}
      </h2>
      {standing === 'revoked' && (
        <Notice
          title={t.revoked}
          action={
            <ButtonLink size="small" href={href} target="_blank">
              {t.revokedAction}
            </ButtonLink>
          }
        >
          {t.revokedLead}
        </Notice>
      )}
      {standing === 'waiting' && (
        <p className="popup-soft">
          {team.sync.trouble === undefined ? t.waiting : t.waitingOffline}
        </p>
      )}
      {shown.length > 0 && (
        <ul className="popup-departments">
          {shown.map((row) => (
            <li key={row.id} className={row.isMine ? 'popup-department-mine' : undefined}>
              <span className="popup-department-name">{row.name}</span>
              {row.marks.length > 0 ? (
                <Line
                  marks={row.marks}
                  entering={row.entering}
                  wide={wide}
                  today={today}
                  size="small"
                  language={language}
                  name={row.name}
                />
              ) : (
                <span className="popup-soft">{t.hiddenLine}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {rows.length > shown.length && (
        <p className="popup-soft">
          <a href={href} target="_blank" rel="noreferrer">
            {t.moreDepartments(rows.length - shown.length)}
          </a>
        </p>
      )}
      {standing === 'stale' && team.lines !== undefined && (
        <p className="popup-soft">{t.stale(instantWords(team.lines.at, language))}</p>
      )}
    </section>
  );
}
