import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import {
  BoardFrame,
  boardPageOf,
  boardPagesOf,
  companySectionOf,
  type CompanyChoice,
} from '../../components/board/board-frame.tsx';
import { Message, type Said } from '../../components/dashboard/message.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { createBoardHub, type BoardHub } from '../../lib/app/board-hub.ts';
import type { HubAnswer } from '../../lib/app/hub-port.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import type { Role } from '../../lib/contract/hub/people.ts';
import { board } from '../../lib/i18n/board.ts';
import { companies as companyWords } from '../../lib/i18n/companies.ts';
import { errors } from '../../lib/i18n/errors.ts';
import { chooseLanguage, type Language } from '../../lib/i18n/language.ts';
import { refusalWords } from '../../lib/i18n/refusals.ts';
import { openAdvisedHub, openOwnHub } from '../../lib/platform/own-hub.ts';
import type { PersonStore } from '../../lib/stores/person-store.ts';
import { copyText } from '../dashboard/device.ts';
import type { BoardContext } from './board-context.ts';
import { Failed } from './hub-failed.tsx';
import { AttachmentPage } from './pages/attachment-page.tsx';
import { CalendarPage } from './pages/calendar-page.tsx';
import { CompaniesPage } from './pages/companies-page.tsx';
import { CompanyPage } from './pages/company-page.tsx';
import { DestinationsPage } from './pages/destinations-page.tsx';
import { GapPage } from './pages/gap-page.tsx';
import { HelpPage } from './pages/help-page.tsx';
import { GoalPage } from './pages/goal-page.tsx';
import { LibraryPage } from './pages/library-page.tsx';
import { MeetingsPage } from './pages/meetings-page.tsx';
import { MonthPage } from './pages/month-page.tsx';
import { NewsPage } from './pages/news-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import { ProgrammePage } from './pages/programme-page.tsx';
import { WeekPage } from './pages/week-page.tsx';
import { useAnswer } from './use-answer.ts';

const PAGES = {
  week: WeekPage,
  month: MonthPage,
  meetings: MeetingsPage,
  help: HelpPage,
  programme: ProgrammePage,
  attachment: AttachmentPage,
  gap: GapPage,
  goal: GoalPage,
  library: LibraryPage,
  news: NewsPage,
  people: PeoplePage,
  calendar: CalendarPage,
  destinations: DestinationsPage,
  company: CompanyPage,
} as const;

/** Stands for the company that the person belongs to. */
const OWN = 'own';

/** A company whose board can be looked at: the person's own, or one they advise. */
interface BoardCompany {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly memberId: string;
  /** Another place is another connection, whatever it is called. */
  readonly place: string;
}

/** The board over a view of storage: who is here, which company, which department. */
export function BoardScreen({ store }: { readonly store: PersonStore }) {
  const view = useSyncExternalStore(store.subscribe, store.getState);
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const setting = view.status === 'ready' ? view.person.settings.language : 'auto';
  const language = chooseLanguage(setting, navigator.languages);
  const t = board[language];
  const [wanted, setWanted] = useState<string>();
  const person = view.status === 'ready' ? view.person : undefined;
  const all = person === undefined ? [] : companiesOf(person);
  const company = all.find(({ id }) => id === wanted) ?? all[0];
  const connection = useConnection(company);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const isAdvisor = all.some(({ id, role }) => id !== OWN || role === 'advisor');
  const choice =
    company === undefined || !isAdvisor
      ? undefined
      : { here: company.id, all, onCompany: setWanted };
  if (person !== undefined && hash === '#/companies') {
    return (
      <Plain language={language} organisation={company?.name} companies={choice}>
        <CompaniesPage
          companies={all.filter(({ id, role }) => id !== OWN || role === 'advisor')}
          language={language}
          onOpen={setWanted}
        />
      </Plain>
    );
  }
  if (person !== undefined && company !== undefined && connection !== undefined) {
    // Another company is another board: nothing that was held or asked for the one before is left.
    return (
      <Joined
        key={company.place}
        {...{ person, company, language }}
        hub={connection}
        companies={choice}
      />
    );
  }
  return (
    <Plain language={language} organisation={company?.name} companies={choice}>
      {view.status === 'failed' && <Notice tone="attention">{errors[language].loadFailed}</Notice>}
      {view.status === 'loading' && <output>{t.loading}</output>}
      {view.status === 'ready' && company === undefined && (
        <EmptyState
          title={t.noTeam}
          level={2}
          action={
            <>
              <ButtonLink variant="primary" href="/dashboard.html#/team">
                {t.noTeamAction}
              </ButtonLink>
              <ButtonLink href="#/companies">{companyWords[language].open}</ButtonLink>
            </>
          }
        >
          {t.noTeamLead}
        </EmptyState>
      )}
    </Plain>
  );
}

function companiesOf({ team, advised = [] }: PersonState): BoardCompany[] {
  return [
    ...(team === undefined
      ? []
      : [
          {
            id: OWN,
            name: team.team.organisation.name,
            role: team.team.role,
            memberId: team.team.memberId,
            place: `${OWN} ${team.team.hubUrl} ${team.team.memberId}`,
          },
        ]),
    ...advised.map(({ id, organisation, memberId }) => ({
      id,
      name: organisation.name,
      role: 'advisor' as const,
      memberId,
      place: id,
    })),
  ];
}

/** The company's own hub; undefined until it is opened, and never another company's. */
function useConnection(company: BoardCompany | undefined): BoardHub | undefined {
  const [held, setHeld] = useState<{ readonly place: string; readonly hub: BoardHub }>();
  const id = company?.id;
  const place = company?.place;
  useEffect(() => {
    if (id === undefined || place === undefined) return;
    let isLeft = false;
    const opened = id === OWN ? openOwnHub() : openAdvisedHub(id);
    void opened.then((client) => {
      // One that opens late must not take the place of the next.
      if (client !== undefined && !isLeft) setHeld({ place, hub: createBoardHub(client) });
    });
    return () => {
      isLeft = true;
    };
  }, [id, place]);
  return held !== undefined && held.place === place ? held.hub : undefined;
}

function Joined({
  person,
  company,
  hub,
  language,
  companies,
}: {
  readonly person: PersonState;
  readonly company: BoardCompany;
  readonly hub: BoardHub;
  readonly language: Language;
  readonly companies: CompanyChoice | undefined;
}) {
  const t = board[language];
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const [said, setSaid] = useState<Said>();
  const [chosen, setChosen] = useState<string>();
  const [asked, refresh] = useAnswer(useCallback(() => askDepartments(hub), [hub]));
  const { role } = company;
  const [openedAtMs] = useState(() => Date.now());
  const pages = boardPagesOf(role);
  const wanted = boardPageOf(hash);
  // An address of the company's page that was handed on says to others why it is not theirs.
  const page = pages.includes(wanted) || wanted === 'company' ? wanted : 'week';
  const section = companySectionOf(hash);
  const managed = useMemo(() => {
    if (asked.state !== 'ready') return [];
    const ids = new Set(asked.value.championOf);
    const isOfAll = role === 'owner' || role === 'advisor';
    return asked.value.departments.filter(({ id }) => isOfAll || ids.has(id));
  }, [asked, role]);
  const department = managed.find(({ id }) => id === chosen) ?? managed[0];
  useEffect(() => {
    const name = page === 'company' || page === 'month' ? undefined : department?.name;
    document.title = t.documentTitle(name ?? company.name);
  }, [t, department, company, page]);
  if (asked.state === 'loading') {
    return (
      <Plain language={language} organisation={company.name} companies={companies}>
        <output>{t.loading}</output>
      </Plain>
    );
  }
  if (asked.state === 'failed') {
    return (
      <Plain language={language} organisation={company.name} companies={companies}>
        <Failed {...{ trouble: asked.trouble, language, onRetry: refresh }} />
      </Plain>
    );
  }
  if (department === undefined) {
    return (
      <Plain language={language} organisation={company.name} companies={companies}>
        <EmptyState
          title={t.noBoard}
          level={2}
          action={
            <>
              <ButtonLink href="/dashboard.html#/team">{t.noBoardAction}</ButtonLink>
              <ButtonLink href="#/companies">{companyWords[language].open}</ButtonLink>
            </>
          }
        >
          {t.noBoardLead}
        </EmptyState>
      </Plain>
    );
  }
  const context: BoardContext = {
    hub,
    organisation: asked.value.organisation,
    department,
    departments: managed,
    role,
    memberId: company.memberId,
    section,
    language,
    today: person.today,
    nowMs: person.team?.seenAtMs ?? openedAtMs,
    say: setSaid,
    copy: (text) =>
      void copyText(text).then((ok) =>
        setSaid(ok ? { text: t.copied } : { text: t.copyFailed, tone: 'attention' }),
      ),
    refresh,
    async change(answer, done) {
      const result = await answer;
      if (!result.ok) {
        setSaid({
          text: `${t.failed}${refusalWords(result.trouble, language)}`,
          tone: 'attention',
        });
      } else if (done !== undefined) setSaid({ text: done });
      return result.ok ? (result.value ?? (true as never)) : undefined;
    },
  };
  const Content = PAGES[page];
  return (
    <BoardFrame
      language={language}
      organisation={asked.value.organisation.name}
      departments={managed}
      departmentId={department.id}
      page={page}
      section={section}
      pages={pages}
      companies={companies}
      onDepartment={setChosen}
      message={<Message said={said} closeLabel={t.close} onClose={() => setSaid(undefined)} />}
    >
      <Content
        key={page === 'company' ? section : page === 'month' ? page : `${department.id} ${page}`}
        {...context}
      />
    </BoardFrame>
  );
}

function Plain({
  language,
  organisation,
  companies,
  children,
}: {
  readonly language: Language;
  readonly organisation: string | undefined;
  readonly companies?: CompanyChoice | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <BoardFrame
      language={language}
      organisation={organisation}
      departments={[]}
      departmentId={undefined}
      page="week"
      companies={companies}
      onDepartment={() => undefined}
    >
      {children}
    </BoardFrame>
  );
}

async function askDepartments(hub: BoardHub) {
  const [me, organisation, departments] = await Promise.all([
    hub.me(),
    hub.organisation(),
    hub.departments(),
  ]);
  const failed = [me, organisation, departments].find((answer) => !answer.ok);
  if (failed?.ok === false) return failed satisfies HubAnswer<never>;
  if (!me.ok || !organisation.ok || !departments.ok) throw new Error('unreachable');
  return {
    ok: true as const,
    value: {
      championOf: me.value.championOf.map(({ id }) => id),
      organisation: organisation.value,
      departments: departments.value.departments,
    },
  };
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
