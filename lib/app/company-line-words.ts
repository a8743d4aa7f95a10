import type { SponsorPage } from '../contract/hub/sponsor.ts';
import { shortDay } from '../i18n/day-words.ts';
import { companies as strings } from '../i18n/companies.ts';
import type { Language } from '../i18n/language.ts';
import { percent } from './department-summary-words.ts';
import { companyShareWords } from './sponsor-page-words.ts';

/** One company in one line for its advisor: programme week, reach against the goal, standstill, next meeting. */
export interface CompanyLine {
  readonly week: string;
  readonly reach: string;
  readonly stalled: string;
  readonly stands: boolean;
  readonly next: string;
}

/** Words a company's line. Pure; every number in it is one of the sponsor's page. */
export function companyLineInWords(page: SponsorPage, language: Language): CompanyLine {
  const t = strings[language];
  const { share, goal } = page.weeklyActive;
  const told = companyShareWords({ ...page.weeklyActive, share }, language);
  const stands = page.departments.filter(
    ({ programme }) => (programme?.stalled.reasons.length ?? 0) > 0,
  ).length;
  const [next] = page.departments.flatMap(({ nextMeeting }) => nextMeeting ?? []).toSorted();
  return {
    week: weekOf(page, language),
    reach:
      told === undefined
        ? t.reachHidden
        : goal === undefined
          ? t.reach(told)
          : t.reachGoal(told, percent(goal)),
    stalled: stands === 0 ? t.moving : t.stalled(stands),
    stands: stands > 0,
    next: next === undefined ? t.noNext : t.next(shortDay(next, language)),
  };
}

function weekOf({ departments }: SponsorPage, language: Language): string {
  const t = strings[language];
  const programmes = departments.flatMap(({ programme }) => programme ?? []);
  const running = programmes.filter(({ phase }) => phase === 'running').map(({ week }) => week);
  if (running.length === 0) {
    const isOver = programmes.some(({ phase }) => phase === 'passed' || phase === 'over');
    return isOver ? t.weeksOver : t.notBegun;
  }
  const [first, last] = [Math.min(...running), Math.max(...running)];
  return t.week(first === last ? String(first) : `${first}–${last}`);
}
