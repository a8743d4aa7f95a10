import { useEffect, useState } from 'react';
import { AgreeToThree } from '../../../components/team/agree-to-three.tsx';
import { departmentRows } from '../../../components/team/department-rows.ts';
import { DepartmentLines } from '../../../components/team/department-lines.tsx';
import { JoinForm, type JoinRequestInput } from '../../../components/team/join-form.tsx';
import { LeaveDays } from '../../../components/team/leave-days.tsx';
import { LeaveTeam, type LeavingOutcome } from '../../../components/team/leave-team.tsx';
import { Membership } from '../../../components/team/membership.tsx';
import { SecondDevice } from '../../../components/team/second-device.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { parseInvite } from '../../../lib/app/invite-link.ts';
import type { TeamView } from '../../../lib/app/team-view.ts';
import {
  agreementSchema,
  deviceCodeSchema,
  type Agreement,
} from '../../../lib/contract/hub/people.ts';
import type { DaysOff } from '../../../lib/domain/calendar.ts';
import { errors } from '../../../lib/i18n/errors.ts';
import { team as strings } from '../../../lib/i18n/team.ts';
import { askForHost } from '../../../lib/platform/host-access.ts';
import { readPolicy } from '../../../lib/platform/policy.ts';
import { openOwnHub } from '../../../lib/platform/own-hub.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { copyText } from '../device.ts';

/** Scheduled days drawn of each department. */
const DAYS_SHOWN = 30;

/** 会社: joining, or everything of belonging to one. */
export function teamPage(context: DashboardContext): Page {
  const t = strings[context.language];
  const { team } = context.person;
  return {
    heading: t.title,
    lead: team === undefined ? t.leadSolo : undefined,
    content: team === undefined ? <Join {...context} /> : <Belonging {...context} view={team} />,
  };
}

function Join({ language, send, say }: Some<'send' | 'say'>) {
  const t = strings[language];
  const [policyInvite, setPolicyInvite] = useState<string>();
  useEffect(() => {
    void readPolicy().then(({ invite }) => setPolicyInvite(invite));
  }, []);
  const join = async ({ invite, displayName, email }: JoinRequestInput) => {
    const parsed = parseInvite(invite);
    if (!parsed.ok) return;
    // First, because the browser asks only in the press itself.
    if (!(await askForHost(parsed.place.hubUrl))) {
      say({ text: t.notPermitted, tone: 'attention' });
      return;
    }
    const person = {
      ...(displayName === undefined ? {} : { displayName }),
      ...(email === undefined ? {} : { email }),
    };
    const reply = await send({ type: 'joinTeam', invite, ...person });
    if (reply.ok) say({ text: t.joined });
  };
  return <JoinForm language={language} policyInvite={policyInvite} onJoin={join} />;
}

function Belonging({ language, person, send, say, view }: DashboardContext & { view: TeamView }) {
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
      {sync.trouble?.kind === 'revoked' && <Join {...{ language, send, say }} />}
      <Card title={t.lines}>
        <p className="team-soft">{t.linesLead}</p>
        <DepartmentLines
          rows={departmentRows(view, DAYS_SHOWN)}
          today={person.today}
          language={language}
        />
      </Card>
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

/** Asked only where few people keep numbers from being shown; what the hub does not answer is not drawn. */
function FewPeople({ language, say, view }: Some<'say'> & { view: TeamView }) {
  const t = strings[language];
  const [agreement, setAgreement] = useState<Agreement>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void askAgreement().then(setAgreement);
  }, []);
  const concerns = view.lines?.departments.some(({ hiddenBecause }) => hiddenBecause !== undefined);
  if (agreement === undefined || view.team.role === 'advisor') return undefined;
  if (concerns !== true && !agreement.agreed) return undefined;
  const change = async (agreed: boolean) => {
    setBusy(true);
    const changed = await askAgreement({ agreed });
    setBusy(false);
    if (changed === undefined) {
      say({ text: errors[language].hubUnreachable, tone: 'attention' });
      return;
    }
    setAgreement(changed);
    say({ text: agreed ? t.agreed : t.agreeUndone });
  };
  return (
    <AgreeToThree
      agreement={agreement}
      busy={busy}
      language={language}
      onChange={(agreed) => void change(agreed)}
    />
  );
}

async function askAgreement(change?: { readonly agreed: boolean }): Promise<Agreement | undefined> {
  const hub = await openOwnHub();
  const answer = await hub?.ask({
    method: change ? 'PUT' : 'GET',
    path: '/v1/me/agreement',
    answer: agreementSchema,
    ...(change ? { body: change } : {}),
  });
  return answer?.ok === true ? answer.value : undefined;
}

function Device({ language, say, view }: Some<'say'> & { view: TeamView }) {
  const t = strings[language];
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
      onCopy={(text) =>
        void copyText(text).then((ok) =>
          say(ok ? { text: t.copied } : { text: t.copyFailed, tone: 'attention' }),
        )
      }
    />
  );
}
