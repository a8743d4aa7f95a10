import { useCallback, useState } from 'react';
import { MeetingActions, type ActionDeeds } from '../../../components/board/meeting-actions.tsx';
import { MeetingAgenda } from '../../../components/board/meeting-agenda.tsx';
import { MeetingFeed, MeetingPlan, timeWords } from '../../../components/board/meeting-plan.tsx';
import { MeetingRecord, PastMeetings } from '../../../components/board/meeting-record.tsx';
import { dayHere } from '../../../lib/app/day-here.ts';
import type { BoardHub } from '../../../lib/app/board-hub.ts';
import type { HubAnswer } from '../../../lib/app/hub-port.ts';
import {
  agendaMarkdown,
  meetingAgenda,
  minutesMarkdown,
  type AgendaSources,
} from '../../../lib/app/meeting-agenda.ts';
import type { MeetingsReply } from '../../../lib/contract/hub/meetings.ts';
import { addDays, weekOf, type DayKey } from '../../../lib/domain/day.ts';
import { actionsOfMeeting } from '../../../lib/domain/meeting.ts';
import { board } from '../../../lib/i18n/board.ts';
import { shortDay } from '../../../lib/i18n/day-words.ts';
import { meetings } from '../../../lib/i18n/meetings.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 定例: the next meeting with its agenda, what was agreed, and what was written down. */
export function MeetingsPage(context: BoardContext) {
  const { hub, department, language, today } = context;
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => askAll(hub, id, today), [hub, id, today]));
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return <Meetings {...context} all={asked.value} again={again} />;
}

interface All extends Omit<AgendaSources, 'department' | 'day' | 'actions' | 'today'> {
  readonly meetings: MeetingsReply;
}

function Meetings({
  hub,
  department,
  role,
  language,
  today,
  change,
  copy,
  all,
  again,
}: BoardContext & { readonly all: All; readonly again: () => void }) {
  const t = meetings[language];
  const { id } = department;
  const [busy, setBusy] = useState<string>();
  const [link, setLink] = useState<string>();
  const canDecide = role !== 'advisor';
  const { plan, next, held, actions, hasFeed } = all.meetings;
  const carryOut = async <T,>(about: string, answer: Promise<HubAnswer<T>>, done: string) => {
    setBusy(about);
    const result = await change(answer, done);
    setBusy(undefined);
    again();
    return result;
  };
  const told = (day: DayKey) => {
    const days = held.map((each) => each.day);
    return {
      department: department.name,
      day,
      actions: actionsOfMeeting(actions, { day, held: days, dayOf: dayHere }),
    };
  };
  const agenda = next && meetingAgenda({ ...all, ...told(next.day), today }, language);
  const deeds: ActionDeeds = {
    onAdd: async (action) =>
      (await carryOut('new', hub.addAction(id, action), t.added)) !== undefined,
    onFinish: (action) =>
      void carryOut(action.id, hub.actOnAction(id, action.id, { do: 'finish' }), t.finished),
    onReopen: (action) =>
      void carryOut(action.id, hub.actOnAction(id, action.id, { do: 'reopen' }), t.reopened),
    onRemove: (action) =>
      void carryOut(action.id, hub.actOnAction(id, action.id, { do: 'remove' }), t.removed),
  };
  return (
    <>
      <p className="board-bar">
        {next === undefined
          ? t.noNext
          : t.next(shortDay(next.day, language), timeWords(plan.startsAt), plan.minutes)}
      </p>
      {next !== undefined && agenda !== undefined && (
        <MeetingAgenda
          agenda={agenda}
          agendaOn={next.agendaOn}
          today={today}
          language={language}
          onCopy={() => copy(agendaMarkdown(agenda))}
        />
      )}
      <MeetingActions {...{ actions, canDecide, language, deeds, busy }} />
      {canDecide && (
        <MeetingRecord
          today={today}
          held={held}
          language={language}
          busy={busy === 'hold'}
          onHold={(day, notes) => void carryOut('hold', hub.holdMeeting(id, day, notes), t.held)}
        />
      )}
      <PastMeetings
        held={held}
        language={language}
        canDecide={canDecide}
        busy={busy === 'minutes'}
        onSend={({ day }) => void carryOut('minutes', hub.sendMinutes(id, day), t.minutesGo)}
        onCopy={({ day, notes }) => copy(minutesMarkdown({ ...told(day), notes }, language))}
      />
      {canDecide && (
        <>
          <MeetingPlan
            plan={plan}
            language={language}
            busy={busy === 'plan'}
            onSave={(wanted) => void carryOut('plan', hub.planMeetings(id, wanted), t.planSaved)}
          />
          <MeetingFeed
            hasFeed={hasFeed}
            link={link}
            language={language}
            busy={busy === 'feed'}
            onMake={() =>
              void carryOut('feed', hub.makeMeetingFeed(id), t.feedMade).then((made) =>
                setLink(made?.link),
              )
            }
            onCopy={copy}
          />
        </>
      )}
    </>
  );
}

/** What the agenda is made of, at once. */
async function askAll(hub: BoardHub, id: string, today: DayKey): Promise<HubAnswer<All>> {
  const week = weekOf(addDays(today, -7));
  const [held, summary, help, library, attachment, programme] = await Promise.all([
    hub.meetings(id),
    hub.summary(id, week),
    hub.help(id),
    hub.library(id),
    hub.attachment(id),
    hub.programme(id),
  ]);
  if (!held.ok) return held;
  if (!summary.ok) return summary;
  if (!help.ok) return help;
  if (!library.ok) return library;
  if (!attachment.ok) return attachment;
  if (!programme.ok) return programme;
  return {
    ok: true,
    value: {
      meetings: held.value,
      summary: summary.value,
      questions: help.value.questions.filter(({ state }) => state === 'open'),
      notes: library.value.notes,
      cards: attachment.value.cards,
      programme: programme.value.programme,
    },
  };
}
