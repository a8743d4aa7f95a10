import type { Notice, NoticeWords } from '../contract/hub/notice.ts';
import type { DayKey, WeekKey } from '../domain/day.ts';
import { PROGRAMME_WEEKS } from '../domain/programme.ts';
import type { Stalled } from '../domain/programme-stall.ts';
import { boardHelp } from '../i18n/board-help.ts';
import { monthWords, shortDay, weekWords } from '../i18n/day-words.ts';
import type { Language } from '../i18n/language.ts';
import { noticeMail } from '../i18n/notice-mail.ts';
import { stalls } from '../i18n/programme.ts';
import { percent } from './department-summary-words.ts';
import type { Agenda } from './meeting-agenda.ts';
import { stallReason } from './stall-words.ts';

/** A standing still, as it is told. */
export interface StandstillFacts {
  readonly department: string;
  readonly stalled: Pick<Stalled, 'reasons' | 'tells'> & {
    readonly sponsorFrom?: DayKey | undefined;
  };
  /** Meetings that were held, the oldest first. */
  readonly held: readonly { readonly day: DayKey }[];
  /** 1–16, more when the sixteen are over. */
  readonly week: number;
}

/** To the champion: why it stands still, what to do about each, and when the sponsor hears (METRICS.md M14). */
export function standstillWords(facts: StandstillFacts, language: Language): NoticeWords {
  const t = noticeMail[language];
  const { department, stalled, week } = facts;
  const from = shortDay(stalled.sponsorFrom ?? ('1970-01-01' as DayKey), language);
  const isAfter = week > PROGRAMME_WEEKS;
  return {
    subject: (isAfter ? t.stalledSubjectAfter : t.stalledSubject)(department),
    heading: (isAfter ? t.stalledHeadingAfter : t.stalledHeading)(department),
    lead: sentences([isAfter ? t.after : t.inWeek(week), t.stalledLead(from)], language),
    sections: reasonsOf(facts, language),
  };
}

/** To the sponsor, when it has lasted seven days more: the same reasons, and what only a sponsor can do. */
export function sponsorStandstillWords(
  facts: StandstillFacts & { readonly toldOn: DayKey },
  language: Language,
): NoticeWords {
  const t = noticeMail[language];
  const { department, stalled, toldOn, week } = facts;
  const isAfter = week > PROGRAMME_WEEKS;
  const hasNoGoal = stalled.reasons.some(({ reason }) => reason === 'noGoal');
  return {
    subject: (isAfter ? t.sponsorSubjectAfter : t.sponsorSubject)(department),
    heading: (isAfter ? t.stalledHeadingAfter : t.stalledHeading)(department),
    lead: sentences(
      [...(isAfter ? [t.after] : []), t.sponsorLead(shortDay(toldOn, language))],
      language,
    ),
    sections: [
      {
        heading: t.sponsorReasons,
        // What to do about each is the champion's.
        items: reasonsOf(facts, language).map(({ heading }) => heading),
        none: '',
      },
    ],
    action: {
      title: t.sponsorAction,
      text: hasNoGoal ? t.sponsorSetGoal : t.sponsorActionText,
    },
  };
}

/** To the champion: the exit test was passed, at which two meetings, and what comes after (METRICS.md M14). */
export function passedWords(
  facts: {
    readonly department: string;
    readonly goal: number;
    /** The two meetings, the earlier first. */
    readonly meetings: readonly { readonly day: DayKey; readonly week: string }[];
  },
  language: Language,
): NoticeWords {
  const t = noticeMail[language];
  const subject = t.passedSubject(facts.department);
  const items = facts.meetings.map(({ day, week }) =>
    t.passedMeeting(shortDay(day, language), weekWords(week as WeekKey, language)),
  );
  return {
    subject,
    heading: subject,
    lead: t.passedLead(percent(facts.goal)),
    sections: [
      { heading: t.passedMeetings, items, none: '' },
      { heading: t.passedNext, items: [t.passedNextText], none: '' },
    ],
    action: { title: t.passedAction, text: t.passedActionText },
  };
}

/** To the champion: the months after the exit test that were under the goal (METRICS.md M14). */
export function alarmWords(
  facts: { readonly department: string; readonly goal: number; readonly months: readonly string[] },
  language: Language,
): NoticeWords {
  const t = noticeMail[language];
  return {
    subject: t.alarmSubject(facts.department),
    heading: t.alarmHeading(facts.department),
    lead: t.alarmLead(percent(facts.goal)),
    sections: [
      {
        heading: t.alarmMonths,
        items: facts.months.map((month) => monthWords(month, language, true)),
        none: '',
      },
    ],
    action: { title: t.alarmAction, text: t.alarmActionText },
  };
}

/** What a meeting's mail is about; `agenda` is left out of one that is off. */
export interface MeetingFacts {
  readonly department: string;
  readonly day: DayKey;
  /** Minutes from midnight. */
  readonly startsAt: number;
  readonly minutes: number;
}

/** To the champions, two working days before a meeting, or again when its hour changed. */
export function meetingWords(
  {
    department,
    day,
    startsAt,
    minutes,
    agenda,
    isMoved,
  }: MeetingFacts & {
    readonly agenda: Agenda;
    readonly isMoved: boolean;
  },
  language: Language,
): NoticeWords {
  const t = noticeMail[language];
  const when = `${shortDay(day, language)} ${clockWords(startsAt)}`;
  return {
    subject: isMoved ? t.movedSubject(department, when) : t.meetingSubject(department, when),
    heading: agenda.title,
    lead: isMoved ? t.movedLead(when, minutes) : t.meetingLead(when, minutes),
    sections: sectionsOf(agenda),
    action: { title: t.meetingAction, text: t.meetingActionText },
  };
}

/** A meeting that was announced and is not held on that day. */
export function meetingOffWords(
  {
    department,
    day,
    next,
  }: Pick<MeetingFacts, 'department' | 'day'> & {
    readonly next: DayKey | undefined;
  },
  language: Language,
): NoticeWords {
  const t = noticeMail[language];
  const said = shortDay(day, language);
  const after = next === undefined ? [] : [t.offNext(shortDay(next, language))];
  return {
    subject: t.offSubject(department, said),
    heading: t.offSubject(department, said),
    lead: sentences([t.offLead(said), ...after], language),
    sections: [],
  };
}

/** Minutes for whoever was in the meeting: their parts as `minutesParts` gives them. */
export function minutesWords(minutes: Agenda, language: Language): NoticeWords {
  return {
    subject: minutes.title,
    heading: minutes.title,
    lead: noticeMail[language].minutesLead,
    sections: sectionsOf(minutes),
  };
}

/** A question that waits over a working day, as a mail may tell of it: never its words, and nobody's name. */
export interface LateQuestion {
  /** Name of the piece of work it is about; undefined when its asker named none. */
  readonly workflow: string | undefined;
  /** Working minutes it has waited. */
  readonly minutes: number;
}

/** Most lines of a mail; the rest is counted. */
const MOST_TOLD = 10;

/** To the advisor, or to the champion while no advisor can be reached: what waits over a working day, longest first. */
export function lateQuestionWords(
  {
    department,
    questions,
    to,
  }: {
    readonly department: string;
    readonly questions: readonly LateQuestion[];
    readonly to: 'advisor' | 'champion';
  },
  language: Language,
): NoticeWords {
  const t = noticeMail[language];
  const subject = t.lateSubject(department, questions.length);
  const items = questions
    .toSorted((a, b) => b.minutes - a.minutes)
    .slice(0, MOST_TOLD)
    .map(({ workflow, minutes }) => t.lateQuestion(workflow, waitedWords(minutes, language)));
  const more = questions.length - items.length;
  return {
    subject,
    heading: subject,
    lead: to === 'advisor' ? t.lateAdvisorLead : t.lateChampionLead,
    sections: [
      {
        heading: t.lateQuestions,
        items: [...items, ...(more > 0 ? [t.lateMore(more)] : [])],
        none: '',
      },
    ],
    action:
      to === 'advisor'
        ? { title: t.lateAdvisorAction, text: t.lateAdvisorActionText }
        : { title: t.lateChampionAction, text: t.lateChampionActionText },
  };
}

/** A notice's words in every language a reader may have. */
export function inBothLanguages(words: (language: Language) => NoticeWords): Notice['words'] {
  return { ja: words('ja'), en: words('en') };
}

function sectionsOf({ sections }: Agenda): NoticeWords['sections'] {
  return sections.map(({ heading, items, none }) => ({ heading, items: [...items], none }));
}

function reasonsOf(
  { stalled, held }: Pick<StandstillFacts, 'stalled' | 'held'>,
  language: Language,
): NoticeWords['sections'] {
  return stalled.reasons.map((stall) => ({
    heading: stallReason(stall, held, language),
    items: [stalls[language][stall.reason].todo],
    none: '',
  }));
}

function sentences(said: readonly string[], language: Language): string {
  return said.join(language === 'ja' ? '' : ' ');
}

function waitedWords(minutes: number, language: Language): string {
  return boardHelp[language].duration(Math.floor(minutes / 60), minutes % 60);
}

/** `10:00`. */
function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
