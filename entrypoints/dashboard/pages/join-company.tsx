import { useEffect, useState } from 'react';
import type { FoundingInput } from '../../../components/team/founding-fields.tsx';
import { JoinForm, type JoinRequestInput } from '../../../components/team/join-form.tsx';
import { parseInvite } from '../../../lib/app/invite-link.ts';
import type { DepartmentInvites } from '../../../lib/contract/commands.ts';
import { joining as strings } from '../../../lib/i18n/joining.ts';
import { askForHost } from '../../../lib/platform/host-access.ts';
import { readPolicy } from '../../../lib/platform/policy.ts';
import type { DashboardContext } from '../dashboard-context.ts';

/** Who is told a new company's first invites. */
export interface Founder {
  readonly onInvites: (invites: readonly DepartmentInvites[] | undefined) => void;
}

/** Joining by a pasted link, or setting a new hub up by the one that it printed. */
export function JoinCompany({
  language,
  person,
  send,
  say,
  onInvites,
}: Pick<DashboardContext, 'language' | 'person' | 'send' | 'say'> & Founder) {
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
    const given = {
      ...(displayName === undefined ? {} : { displayName }),
      ...(email === undefined ? {} : { email }),
    };
    const reply = await send({ type: 'joinTeam', invite, ...given });
    if (reply.ok) say({ text: t.joined });
  };
  const found = async (link: string, { organisationName, departments, owner }: FoundingInput) => {
    const parsed = parseInvite(link);
    if (!parsed.ok) return;
    if (!(await askForHost(parsed.place.hubUrl))) {
      say({ text: t.notPermitted, tone: 'attention' });
      return;
    }
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const { country } = person.calendar;
    const organisation = { name: organisationName, timeZone, locale: language, country };
    const reply = await send({ type: 'foundCompany', link, organisation, departments, owner });
    if (!reply.ok) return;
    onInvites(reply.invites);
    say({ text: t.founded });
  };
  return <JoinForm language={language} policyInvite={policyInvite} onJoin={join} onFound={found} />;
}
