import type { DepartmentDto } from '../../lib/contract/hub/organisation.ts';

/** What an organisation or a department aims at; what is absent is no goal. */
export type Goals = DepartmentDto['goals'];
/** Name of a goal. */
export type GoalName = keyof Goals;
/** Goals as they are typed: shares in whole percent, prompts as they are, an empty text for none. */
export type GoalForm = Readonly<Record<GoalName, string>>;

/** The goals in the order of the summary's three numbers; `share` is typed in percent. */
export const GOALS = [
  { name: 'weeklyActive', unit: 'share', most: 100 },
  { name: 'habitual', unit: 'share', most: 100 },
  { name: 'promptsPerMember', unit: 'times', most: 1000 },
] as const satisfies readonly { name: GoalName; unit: 'share' | 'times'; most: number }[];

/** Goals as a form shows them; a share that is no whole percent is shown rounded. */
export function goalForm(goals: Goals): GoalForm {
  const percent = (share: number | undefined) =>
    share === undefined ? '' : String(Math.max(1, Math.round(share * 100)));
  return {
    weeklyActive: percent(goals.weeklyActive),
    habitual: percent(goals.habitual),
    promptsPerMember: goals.promptsPerMember === undefined ? '' : String(goals.promptsPerMember),
  };
}

/** Whether a form says anything else than these goals. */
export function goalsDiffer(form: GoalForm, before: Goals): boolean {
  const shown = goalForm(before);
  return GOALS.some(({ name }) => form[name] !== shown[name]);
}

/**
 * Reads a form: the goals, or the names of those that cannot be read. Full-width digits and a percent sign are taken as
 * they are meant. A goal whose text was not touched stays exactly as it was, rounding included.
 */
export function checkGoals(
  form: GoalForm,
  before: Goals,
):
  | { readonly ok: true; readonly goals: Goals }
  | { readonly ok: false; readonly wrong: readonly GoalName[] } {
  const shown = goalForm(before);
  const goals: Goals = {};
  const wrong: GoalName[] = [];
  for (const { name, unit, most } of GOALS) {
    const text = form[name].normalize('NFKC').replace(/%\s*$/, '').trim();
    const number = Number(text);
    if (form[name] === shown[name]) {
      if (before[name] !== undefined) goals[name] = before[name];
    } else if (text !== '') {
      if (/^\d+$/.test(text) && number >= 1 && number <= most) {
        goals[name] = unit === 'share' ? number / 100 : number;
      } else wrong.push(name);
    }
  }
  return wrong.length === 0 ? { ok: true, goals } : { ok: false, wrong };
}
