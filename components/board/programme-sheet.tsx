import { percent, shareWords } from '../../lib/app/department-summary-words.ts';
import { stallReason } from '../../lib/app/stall-words.ts';
import type { ProgrammeReply, ProgrammeViewDto } from '../../lib/contract/hub/programme.ts';
import type { WeekKey } from '../../lib/domain/day.ts';
import type { Figure } from '../../lib/domain/released.ts';
import { longDay, monthWords, shortDay, weekWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { exitReasons, programme, stages, stalls } from '../../lib/i18n/programme.ts';
import { notShownWords } from '../../lib/i18n/summary-mail.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgrammeLine } from './programme-line.tsx';
import './board.css';
import './programme.css';

type View = ProgrammeViewDto;

interface Part {
  readonly view: View;
  readonly goal: number | undefined;
  readonly language: Language;
}

/** A department's sixteen weeks: where it stands, its line, what stands still, what is expected, the exit test, the watch. */
export function ProgrammeSheet({
  reply,
  view,
  language,
}: {
  readonly reply: ProgrammeReply;
  readonly view: View;
  readonly language: Language;
}) {
  const t = programme[language];
  const part = { view, goal: reply.goal, language };
  return (
    <article className="board-week">
      <header className="board-changed">
        {reply.champion?.name !== undefined && (
          <p className="board-soft">{t.champion(reply.champion.name)}</p>
        )}
        <h2>{headingOf(reply, view, language)}</h2>
        {view.phase === 'running' && <p>{stages[language][view.expected.stage]}</p>}
      </header>
      {reply.missing.includes('champion') && (
        <Notice
          tone="attention"
          title={t.missing_champion}
          action={<ButtonLink href="#/goal">{t.missing_championAction}</ButtonLink>}
        >
          {t.missing_championLead}
        </Notice>
      )}
      <Stalled {...part} />
      <section aria-label={t.lineHeading}>
        <ProgrammeLine weeks={view.weeks} language={language} />
      </section>
      {view.phase === 'running' && <Expected {...part} />}
      <Exit {...part} />
      {view.watch !== undefined && <Watch {...part} />}
    </article>
  );
}

function headingOf(reply: ProgrammeReply, view: View, language: Language): string {
  const t = programme[language];
  switch (view.phase) {
    case 'waiting':
      return t.waiting(reply.startedOn === undefined ? '' : longDay(reply.startedOn, language));
    case 'running':
      return t.running(view.week);
    case 'passed':
      return t.passed(view.exit.passed ? longDay(view.exit.on, language) : '');
    case 'over':
      return t.over;
  }
}

function Stalled({ view: { phase, stalled, exit }, language }: Part) {
  const t = programme[language];
  if (stalled.reasons.length === 0) return null;
  return (
    <Notice tone="attention" title={phase === 'over' ? t.stalledHeadingAfter : t.stalledHeading}>
      <ul className="programme-stalls">
        {stalled.reasons.map((stall) => (
          <li key={stall.reason}>
            <p>
              <DrawnText>{stallReason(stall, exit.meetings, language)}</DrawnText>
            </p>
            <p>
              <DrawnText>{stalls[language][stall.reason].todo}</DrawnText>
            </p>
          </li>
        ))}
      </ul>
      <p className="board-soft">
        <DrawnText>
          {stalled.tells === 'sponsor' || stalled.sponsorFrom === undefined
            ? t.sponsorTold
            : t.sponsorFrom(shortDay(stalled.sponsorFrom, language))}
        </DrawnText>
      </p>
    </Notice>
  );
}

function Expected({ view, goal, language }: Part) {
  const t = programme[language];
  const { expected, actual } = view;
  const share = goal === undefined ? undefined : goal * expected.partOfGoal;
  const work = actual.work;
  const rows = [
    {
      what: t.habit,
      mark: share === undefined || share === 0 ? t.nothingYet : percent(share),
      now: shareOf(actual.share, language),
      beside: actual.onCourse === undefined ? undefined : t[`onCourse_${actual.onCourse}`],
    },
    {
      what: t.meetings,
      mark: t.times(expected.meetings),
      now: t.times(actual.meetings),
      beside: undefined,
    },
    {
      what: t.tried,
      mark: expected.tried === 0 ? t.nothingYet : t.works(expected.tried),
      now: work === undefined ? t.notTold : t.works(work.tried),
      beside: undefined,
    },
    {
      what: t.attached,
      mark: expected.attached === 0 ? t.nothingYet : t.works(expected.attached),
      now: work === undefined ? t.notTold : t.works(work.attached),
      beside: undefined,
    },
  ];
  return (
    <section>
      <h3 className="board-heading">{t.expectedHeading}</h3>
      <table className="programme-table">
        <thead>
          <tr>
            <th scope="col">{t.measure}</th>
            <th scope="col">{t.expected}</th>
            <th scope="col">{t.actual}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, mark, now, beside }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{mark}</td>
              <td>
                {now}
                {beside !== undefined && <p className="board-soft">{beside}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {goal !== undefined && (
        <p className="board-soft">{(view.exit.passed ? t.goalPassed : t.goalIs)(percent(goal))}</p>
      )}
    </section>
  );
}

/** A share as the floor lets it out, or why there is none. */
function shareOf(share: View['actual']['share'], language: Language): string {
  if (share === undefined) return programme[language].notTold;
  if (!share.shown) return notShownWords[language][share.because];
  // The contract's figure is the floor's, parsed at the door.
  return shareWords(share as Extract<Figure, { shown: true }>, language);
}

function Exit({ view: { exit }, goal, language }: Part) {
  const t = programme[language];
  return (
    <Card title={t.exitHeading} level={3}>
      <p>{exit.passed ? t.exitPassed : exitReasons[language][exit.because]}</p>
      <p className="board-soft">{t.exitRule}</p>
      {exit.passed && goal !== undefined && (
        <p className="board-soft">{t.goalPassed(percent(goal))}</p>
      )}
      {exit.meetings.length > 0 && (
        <ul className="board-review">
          {exit.meetings.slice(-4).map(({ day, week, reached }) => (
            <li key={day}>
              <DrawnText>
                {t.meetingLine(shortDay(day, language), weekWords(week as WeekKey, language))}
              </DrawnText>
              <span className="board-soft"> {t[`reached_${reached ?? 'none'}`]}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Watch({ view: { watch }, language }: Part) {
  const t = programme[language];
  const months = watch?.months ?? [];
  return (
    <Card title={t.watchHeading} level={3}>
      {watch?.alarm === true && <Notice tone="attention">{t.alarm}</Notice>}
      <p className="board-soft">{t.watchLead}</p>
      {months.length === 0 ? (
        <p>{t.watchNone}</p>
      ) : (
        <ul className="board-review">
          {months.map(({ month, share, reached }) => (
            <li key={month}>
              {`${monthWords(month, language, true)}　${shareOf(share, language)}`}
              <span className="board-soft"> {t[`reached_${reached ?? 'none'}`]}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
