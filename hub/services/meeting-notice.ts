import { inBothLanguages, meetingOffWords, meetingWords } from '../../lib/app/notice-words.ts';
import { meetingAgenda, type AgendaSources } from '../../lib/app/meeting-agenda.ts';
import type { Notice } from '../../lib/contract/hub/notice.ts';
import { addDays, parseDay, weekOf, type DayKey } from '../../lib/domain/day.ts';
import { DEFAULT_PLAN, nextMeeting, type MeetingPlan } from '../../lib/domain/meeting.ts';
import {
  meetingNews,
  type MeetingNews,
  type ToldMeeting,
} from '../../lib/domain/meeting-notice.ts';
import { meetingStart, meetingUid } from '../delivery/meeting-calendar.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt, momentAt } from '../local-day.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { attachmentOf } from './attachment.ts';
import { workingTimeOf } from './department-clock.ts';
import { actionsAt } from './meeting-actions.ts';
import { openNotice, toldNotices } from './notices.ts';
import { programmeOf } from './programme.ts';
import { buildWeeklySummary } from './weekly-summary.ts';

const EVERY_NOTE = 1000;

/**
 * Tells a department's champions of a meeting that is near, was moved or is off; returns how many notices it opened. Only
 * where somebody said when they meet, or a programme runs: the plan that is there from the start is nobody's yet.
 */
export async function tellOfMeetings(
  hub: Hub,
  organisation: Organisation,
  department: Department,
): Promise<number> {
  const key = { organisationId: organisation.id, departmentId: department.id };
  const { plan: stored } = await hub.meetings.plan(key);
  const startDay = (await hub.programmes.ofDepartment(key))?.startDay;
  if (stored === undefined && startDay === undefined) return 0;
  const plan = stored ?? DEFAULT_PLAN;
  const now = momentAt(hub.clock.now(), organisation.timeZone);
  const slot = { ...key, kind: 'meeting', period: now.day } as const;
  const told = await toldMeetings(hub, slot, organisation.timeZone);
  const { calendar } = workingTimeOf(organisation, department);
  const held = (await hub.meetings.held(key, now.day)).map(({ day }) => day);
  let opened = 0;
  for (const news of meetingNews({ plan, calendar, now, told, held })) {
    const last = told.find(({ day }) => day === news.day);
    const notice = await noticeOf(hub, { organisation, department }, { news, plan, last });
    const period = `${news.day}.${news.sequence}`;
    const readers = await openNotice(hub, { ...slot, period }, { notice, to: 'champion' });
    if (readers !== undefined) opened += 1;
  }
  return opened;
}

interface Place {
  readonly organisation: Organisation;
  readonly department: Department;
}

async function noticeOf(
  hub: Hub,
  place: Place,
  about: {
    readonly news: MeetingNews;
    readonly plan: MeetingPlan;
    readonly last: ToldMeeting | undefined;
  },
): Promise<Notice> {
  const { organisation, department } = place;
  const { news, plan, last } = about;
  const { day, sequence, what } = news;
  // What is off is named by the hour that was told.
  const at = what === 'off' && last !== undefined ? last : plan;
  const facts = { department: department.name, day, startsAt: at.startsAt, minutes: at.minutes };
  const event = {
    uid: meetingUid(department.id, day),
    sequence,
    isOff: what === 'off',
    startsAt: meetingStart(day, at, organisation.timeZone),
    minutes: at.minutes,
  };
  if (what === 'off') {
    const { calendar } = workingTimeOf(organisation, department);
    const today = dayKeyAt(hub.clock.now(), organisation.timeZone);
    const next = nextMeeting(plan, calendar, today);
    const words = inBothLanguages((language) => meetingOffWords({ ...facts, next }, language));
    return { department: department.name, words, event };
  }
  const sources = await agendaSources(hub, place, day);
  const words = inBothLanguages((language) =>
    meetingWords(
      { ...facts, agenda: meetingAgenda(sources, language), isMoved: what === 'moved' },
      language,
    ),
  );
  return { department: department.name, words, event };
}

/**
 * What a mailed agenda is made of: what the board's is (docs/adr/0018-meetings.md), but of questions their number only,
 * because a question can be taken back and a mail cannot.
 */
async function agendaSources(
  hub: Hub,
  { organisation, department }: Place,
  day: DayKey,
): Promise<AgendaSources> {
  const key = { organisationId: organisation.id, departmentId: department.id };
  const now = hub.clock.now();
  const today = dayKeyAt(now, organisation.timeZone);
  const summary = await buildWeeklySummary(hub, { ...key, week: weekOf(addDays(today, -7)) });
  if (summary === undefined) throw new Error('a department that is there has a summary');
  const actions = await actionsAt(hub, organisation, { ...key, day });
  const notes = await hub.shared.noteChanges({ ...key, since: 0, limit: EVERY_NOTE });
  const questions = await hub.help.ofDepartment(key, now + 1);
  const { cards } = await attachmentOf(hub, key, (text) => text);
  const { programme } = await programmeOf(hub, organisation, department, { line: false });
  return {
    department: department.name,
    day,
    today,
    summary,
    questions: { count: questions.length },
    actions,
    notes: notes
      .toSorted((a, b) => b.publishedAt - a.publishedAt)
      .flatMap(({ state, text }) => (state === 'published' && text !== undefined ? [text] : [])),
    cards,
    programme,
  };
}

/** What was last told of each meeting from today on. */
async function toldMeetings(
  hub: Hub,
  slot: Parameters<typeof toldNotices>[1],
  timeZone: string,
): Promise<ToldMeeting[]> {
  const latest = new Map<string, ToldMeeting>();
  for (const { period, notice } of await toldNotices(hub, slot)) {
    const day = parseDay(period.slice(0, period.indexOf('.')));
    const { event } = notice;
    if (day === undefined || event === undefined) continue;
    if ((latest.get(day)?.sequence ?? -1) > event.sequence) continue;
    const { sequence, isOff, minutes } = event;
    const startsAt = momentAt(event.startsAt, timeZone).minute;
    latest.set(day, { day, startsAt, minutes, isOff, sequence });
  }
  return [...latest.values()];
}
