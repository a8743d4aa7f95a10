import { sponsorPageInWords, type ProgrammeInWords } from '../../lib/app/sponsor-page-words.ts';
import type { SponsorPage } from '../../lib/contract/hub/sponsor.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sponsor } from '../../lib/i18n/sponsor.ts';
import { Definition } from '../ui/definition.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import './board.css';
import './programme.css';
import './sponsor.css';

/** A company's month for its sponsor, on one A4 page: goal and now, what needs authority, what went well, every programme. */
export function SponsorSheet({
  page,
  living,
  language,
  foot,
}: {
  readonly page: SponsorPage;
  /** As it stands now, rather than as it was sent for its month. */
  readonly living: boolean;
  readonly language: Language;
  /** Said on paper: whose and when. */
  readonly foot: string;
}) {
  const w = sponsorPageInWords(page, language);
  const t = sponsor[language];
  return (
    <article className="board-week sponsor-sheet">
      <header className="board-changed">
        <p className="board-soft">{living ? t.headingNow(page.company) : w.heading}</p>
        <h2>{w.first}</h2>
        <p className="board-soft">{w.asOf}</p>
      </header>
      <section className="sponsor-goal" aria-label={t.goalHeading}>
        <h3 className="board-heading">{t.goalHeading}</h3>
        {w.goal.sentence !== undefined && <p className="sponsor-sentence">{w.goal.sentence}</p>}
        <p>{w.goal.line}</p>
        <div className="board-numbers">
          {w.numbers.map(({ word, value, beside }) => (
            <div key={word.word} className="board-number">
              <h4>
                <Definition {...word} />
              </h4>
              <p className="board-number-value">{value}</p>
              {beside.map((fact) => (
                <p key={fact} className="board-soft">
                  {fact}
                </p>
              ))}
            </div>
          ))}
          <p className="board-soft board-wide">{w.numbersNote}</p>
        </div>
      </section>
      {w.needs.length > 0 && (
        <section className="board-action" aria-label={t.needsHeading}>
          <h3 className="board-heading">{t.needsHeading}</h3>
          <p className="board-soft">{t.needsLead}</p>
          <ol className="sponsor-needs">
            {w.needs.map(({ title, why, todo }) => (
              <li key={title}>
                <h4>{title}</h4>
                <p className="board-soft">{why}</p>
                <p>{todo}</p>
              </li>
            ))}
          </ol>
          {w.more !== undefined && <p className="board-soft">{w.more}</p>}
        </section>
      )}
      <section aria-label={t.wellHeading}>
        <h3 className="board-heading">{t.wellHeading}</h3>
        {w.well.length === 0 ? (
          <p>{t.wellNothing}</p>
        ) : (
          <ul className="board-review">
            {w.well.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )}
      </section>
      <section aria-label={t.programmesHeading}>
        <h3 className="board-heading">{t.programmesHeading}</h3>
        {w.programmes.length === 0 ? (
          <p>{t.programmesNone}</p>
        ) : (
          <Programmes columns={w.columns} rows={w.programmes} />
        )}
        {w.below.map((fact) => (
          <p key={fact} className="board-soft">
            {fact}
          </p>
        ))}
      </section>
      <SheetFoot promise={w.promise} definitions={w.definitions} printed={foot} />
    </article>
  );
}

/** A row a department; on a narrow screen a row becomes a block, each fact after its column's name. */
function Programmes({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly ProgrammeInWords[];
}) {
  return (
    <table className="programme-table sponsor-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, week, habit, attached, meetings, state, needsCare }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[week, habit, attached, meetings].map((fact, index) => (
              <td key={columns[index + 1]} data-column={columns[index + 1]}>
                {fact}
              </td>
            ))}
            <td data-column={columns[5]} className={needsCare ? 'sponsor-care' : undefined}>
              {state}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
