import { useCallback, useState } from 'react';
import type { CompanySection } from '../../../components/board/board-frame.tsx';
import { Departments } from '../../../components/board/departments.tsx';
import { OrganisationCalendar } from '../../../components/board/organisation-calendar.tsx';
import { OrganisationSettings } from '../../../components/board/organisation-settings.tsx';
import { OwnersOnly } from '../../../components/board/owners-only.tsx';
import { Roster } from '../../../components/board/roster.tsx';
import type { OrganisationChange, RosterEntry } from '../../../lib/contract/hub/organisation.ts';
import { board } from '../../../lib/i18n/board.ts';
import { boardCompany } from '../../../lib/i18n/board-company.ts';
import { boardDevices } from '../../../lib/i18n/board-devices.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

type WithMembers = BoardContext & {
  readonly members: readonly RosterEntry[];
  /** Asks for the roster and the departments again. */
  readonly again: () => void;
};

/** 会社全体: the owner's; anybody else is told why it is not theirs. */
export function CompanyPage(context: BoardContext) {
  const { role, section, language } = context;
  if (role !== 'owner') return <OwnersOnly isChampion={role === 'champion'} language={language} />;
  const Section = SECTIONS[section];
  return <Section {...context} />;
}

const SECTIONS: Readonly<Record<CompanySection, (context: BoardContext) => React.ReactNode>> = {
  settings: Settings,
  calendar: Calendar,
  departments: (context) => <NeedsMembers {...context} of={DepartmentList} />,
  members: (context) => <NeedsMembers {...context} of={People} />,
};

function Settings(context: BoardContext) {
  const { organisation, language } = context;
  const [busy, save] = useSaving(context);
  return (
    <OrganisationSettings
      {...{ organisation, language, busy }}
      zones={Intl.supportedValuesOf('timeZone')}
      onSave={save}
    />
  );
}

function Calendar(context: BoardContext) {
  const { organisation, departments, language, today } = context;
  const [busy, save] = useSaving(context);
  return (
    <OrganisationCalendar
      {...{ organisation, departments, language, today, busy }}
      onChange={save}
    />
  );
}

function useSaving({
  hub,
  language,
  change,
  refresh,
}: BoardContext): [busy: boolean, save: (change: OrganisationChange) => void] {
  const [busy, setBusy] = useState(false);
  const save = (wanted: OrganisationChange) => {
    setBusy(true);
    void change(hub.changeOrganisation(wanted), board[language].saved).then(() => {
      setBusy(false);
      refresh();
    });
  };
  return [busy, save];
}

function NeedsMembers({
  of: Content,
  ...context
}: BoardContext & { readonly of: (context: WithMembers) => React.ReactNode }) {
  const { hub, language, refresh } = context;
  const [asked, again] = useAnswer(useCallback(() => hub.members(), [hub]));
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return (
    <Content
      {...context}
      members={asked.value.members}
      again={() => {
        again();
        refresh();
      }}
    />
  );
}

function DepartmentList(context: WithMembers) {
  const { hub, organisation, departments, members, language, change, again } = context;
  const [busy, wait] = useWaiting(again);
  const t = boardCompany[language];
  return (
    <Departments
      view={{ organisation, departments, members, busy }}
      language={language}
      deeds={{
        onAdd: (name) => wait('new', change(hub.addDepartment(name), t.departmentMade)),
        onChange: ({ id }, wanted) =>
          wait(id, change(hub.changeDepartment(id, wanted), board[language].saved)),
        onClose: ({ id }) => wait(id, change(hub.closeDepartment(id), t.departmentClosed)),
      }}
    />
  );
}

function People(context: WithMembers) {
  const { hub, departments, members, memberId, language, change, again } = context;
  const [busy, wait] = useWaiting(again);
  return (
    <Roster
      view={{ departments, members, memberId, busy }}
      language={language}
      deeds={{
        onChange: ({ id }, wanted) =>
          wait(id, change(hub.changeMember(id, wanted), board[language].saved)),
        onRemove: ({ id }, rows) =>
          wait(id, change(hub.removeMember(id, rows), boardCompany[language].removed)),
        devicesOf: ({ id }) => ({
          onList: async () => (await change(hub.memberDevices(id)))?.devices,
          onEnd: async (device) =>
            (await change(hub.endMemberDevice(id, device.id), boardDevices[language].ended)) !==
            undefined,
        }),
      }}
    />
  );
}

/** Which row waits for the hub, and how to wait for it: true when the change was made. The rows are asked again either way. */
function useWaiting(
  again: () => void,
): [busy: string | undefined, wait: (name: string, answer: Promise<unknown>) => Promise<boolean>] {
  const [busy, setBusy] = useState<string>();
  const wait = async (name: string, answer: Promise<unknown>) => {
    setBusy(name);
    const made = await answer;
    setBusy(undefined);
    again();
    return made !== undefined;
  };
  return [busy, wait];
}
