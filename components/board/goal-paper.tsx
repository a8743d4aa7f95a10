import { percent } from '../../lib/app/department-summary-words.ts';
import type { GoalReply } from '../../lib/contract/hub/programme.ts';
import { longDay } from '../../lib/i18n/day-words.ts';
import { goal as words, purposes } from '../../lib/i18n/goal.ts';
import type { Language } from '../../lib/i18n/language.ts';
import './board.css';
import './programme.css';

/** A goal that is set, with names for what it refers to. */
export interface GoalInView {
  readonly goal: NonNullable<GoalReply['goal']>;
  readonly departments: readonly string[];
  /** Of the department in view. */
  readonly workflows: readonly string[];
  readonly champion: string | undefined;
}

/** The goal as one page to show to staff; it prints on one A4 page. */
export function GoalPaper({
  shown,
  language,
  foot,
}: {
  readonly shown: GoalInView;
  readonly language: Language;
  /** Said on paper: whose and when. */
  readonly foot: string;
}) {
  const t = words[language];
  const { goal, departments, workflows, champion } = shown;
  return (
    <article className="goal-paper" aria-label={t.paper}>
      <p className="board-soft">{`${t.paper}　${purposes[language][goal.purpose]}`}</p>
      <h2>{goal.sentence}</h2>
      <p className="goal-number">
        <span>{t.by(longDay(goal.by, language))}</span> <b>{t.number(percent(goal.share))}</b>
      </p>
      <p className="board-soft">{t.numberHint}</p>
      <dl className="goal-elements">
        <Names term={t.departments} names={departments} />
        {workflows.length > 0 && <Names term={t.workflows} names={workflows} />}
        {champion !== undefined && <Names term={t.champion} names={[champion]} />}
      </dl>
      <p className="goal-promise">{t.promise}</p>
      <p className="board-printed board-soft">{foot}</p>
    </article>
  );
}

function Names({ term, names }: { readonly term: string; readonly names: readonly string[] }) {
  return (
    <div>
      <dt>{term}</dt>
      {names.map((name) => (
        <dd key={name}>{name}</dd>
      ))}
    </div>
  );
}
