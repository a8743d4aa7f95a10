import { useState } from 'react';
import { departmentRows } from '../../../components/team/department-rows.ts';
import { DepartmentLines } from '../../../components/team/department-lines.tsx';
import { FirstInvites } from '../../../components/team/first-invites.tsx';
import { LeaveDays } from '../../../components/team/leave-days.tsx';
import { LeaveTeam, type LeavingOutcome } from '../../../components/team/leave-team.tsx';
import { Membership } from '../../../components/team/membership.tsx';
import { SecondDevice } from '../../../components/team/second-device.tsx';
import { ToolNotes } from '../../../components/team/tool-notes.tsx';
import { Card } from '../../../components/ui/card.tsx';
import type { TeamView } from '../../../lib/app/team-view.ts';
import { deviceCodeSchema } from '../../../lib/contract/hub/people.ts';
import type { DaysOff } from '../../../lib/domain/calendar.ts';
import type { DepartmentInvites } from '../../../lib/contract/commands.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { errors } from '../../../lib/i18n/errors.ts';
import { team as strings } from '../../../lib/i18n/team.ts';
import { openOwnHub } from '../../../lib/platform/own-hub.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { copyText } from '../device.ts';
import { FewPeople } from './few-people.tsx';
import { JoinCompany, type Founder } from './join-company.tsx';

/** Scheduled days drawn of each department. */
const DAYS_SHOWN = 30;

/** 会社: joining, or everything of belonging to one. */
export function teamPage(context: DashboardContext): Page {
  const t = strings[context.language];
  const { team } = context.person;
  return {
    heading: t.title,
    lead: team === undefined ? t.leadSolo : undefined,
    content: <Company {...context} />,
  };
}

function Company(context: DashboardContext) {
  const { language, person, say } = context;
  // Kept here, above what changes when one is in: they are said this once.
  const [invites, setInvites] = useState<readonly DepartmentInvites[]>();
  return (
    <>
      {invites !== undefined && (
        <FirstInvites invites={invites} language={language} onCopy={copier(language, say)} />
      )}
      {person.team === undefined ? (
        <JoinCompany {...context} onInvites={setInvites} />
      ) : (
        <Belonging {...context} view={person.team} onInvites={setInvites} />
      )}
    </>
  );
}

function Belonging({
  language,
  person,
  send,
  say,
  view,
  onInvites,
}: DashboardContext & Founder & { view: TeamView }) {
  const t = strings[language];
  const [busy, setBusy] = useState(false);
  const { team, sync } = view;
  const hasBoard = team.role === 'owner' || team.role === 'advisor' || team.championOf.length > 0;
  const syncNow = async () => {
    setBusy(true);
    const reply = await send({ type: 'syncTeam', asked: true });
    setBusy(false);
    if (reply.ok) say({ text: t.synced });
  };
  return (
    <>
      <Membership
        view={view}
        language={language}
        board={hasBoard ? '/board.html' : undefined}
        busy={busy}
        onSync={() => void syncNow()}
      />
      {sync.trouble?.kind === 'revoked' && (
        <JoinCompany {...{ language, person, send, say, onInvites }} />
      )}
      <Card title={t.lines}>
        <p className="team-soft">{t.linesLead}</p>
        <DepartmentLines
          rows={departmentRows(view, DAYS_SHOWN)}
          today={person.today}
          language={language}
        />
      </Card>
      <News {...{ language, person, send }} />
      <FewPeople {...{ language, say, view }} />
      <Leave {...{ language, person, send, say }} />
      <Device {...{ language, say, view }} />
      <LeaveTeam
        language={language}
        onLeave={async (how): Promise<LeavingOutcome> => {
          const reply = await send({ type: 'leaveTeam', ...how });
          if (reply.ok) say({ text: t.left });
          return reply.ok
            ? 'left'
            : reply.code === 'hubUnreachable' || reply.code === 'hubBusy'
              ? 'unreached'
              : 'failed';
        }}
      />
    </>
  );
}

type Some<K extends keyof DashboardContext> = Pick<DashboardContext, 'language' | K>;

function News({ language, person, send }: Some<'person' | 'send'>) {
  const living = new Set(
    person.prompts.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id),
  );
  return (
    <ToolNotes
      notes={person.shared?.notes ?? []}
      canTry={({ promptId }) => promptId !== undefined && living.has(promptId)}
      language={language}
      onTry={({ promptId, tool }) => {
        if (promptId !== undefined) void send({ type: 'openWithPrompt', promptId, tool });
      }}
    />
  );
}

function Leave({ language, person, send, say }: Some<'person' | 'send' | 'say'>) {
  const t = strings[language];
  const { calendar } = person;
  const save = async (leave: readonly DaysOff[]): Promise<boolean> => {
    const { country, weekdays, closures } = calendar;
    const reply = await send({
      type: 'saveCalendar',
      calendar: {
        country,
        weekdays: [...weekdays],
        closures: [...closures],
        leave: [...leave],
      },
    });
    return reply.ok;
  };
  return (
    <LeaveDays
      leave={calendar.leave}
      today={person.today}
      language={language}
      onChange={async (leave, removed) => {
        const before = calendar.leave;
        if (!(await save(leave))) return false;
        say(
          removed
            ? { text: t.leaveRemoved, action: { label: t.undo, run: () => void save(before) } }
            : { text: t.leaveAdded },
        );
        return true;
      }}
    />
  );
}

function Device({ language, say, view }: Some<'say'> & { view: TeamView }) {
  const [busy, setBusy] = useState(false);
  const [offer, setOffer] = useState<{ link: string; expiresAt: number }>();
  const make = async () => {
    setBusy(true);
    const hub = await openOwnHub();
    const answer = await hub?.ask({
      method: 'POST',
      path: '/v1/me/device-codes',
      answer: deviceCodeSchema,
    });
    setBusy(false);
    if (answer?.ok !== true) {
      say({ text: errors[language].hubUnreachable, tone: 'attention' });
      return;
    }
    const { code, expiresAt } = answer.value;
    setOffer({ link: `${view.team.hubUrl}/join#device:${code}`, expiresAt });
  };
  return (
    <SecondDevice
      offer={offer}
      busy={busy}
      language={language}
      onMake={() => void make()}
      onCopy={copier(language, say)}
    />
  );
}

function copier(language: Language, say: DashboardContext['say']): (text: string) => void {
  const t = strings[language];
  return (text) =>
    void copyText(text).then((ok) =>
      say(ok ? { text: t.copied } : { text: t.copyFailed, tone: 'attention' }),
    );
}
