import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import {
  BoardFrame,
  boardPageOf,
  boardPagesOf,
  companySectionOf,
} from '../../components/board/board-frame.tsx';
import { Message, type Said } from '../../components/dashboard/message.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { createBoardHub, type BoardHub } from '../../lib/app/board-hub.ts';
import type { HubAnswer } from '../../lib/app/hub-port.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import type { TeamView } from '../../lib/app/team-view.ts';
import { board } from '../../lib/i18n/board.ts';
import { errors } from '../../lib/i18n/errors.ts';
import { chooseLanguage, type Language } from '../../lib/i18n/language.ts';
import { refusalWords } from '../../lib/i18n/refusals.ts';
import { openOwnHub } from '../../lib/platform/own-hub.ts';
import type { PersonStore } from '../../lib/stores/person-store.ts';
import { copyText } from '../dashboard/device.ts';
import type { BoardContext } from './board-context.ts';
import { Failed } from './hub-failed.tsx';
import { AttachmentPage } from './pages/attachment-page.tsx';
import { CalendarPage } from './pages/calendar-page.tsx';
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

/** The board over a view of storage: who is here, which hub, which department. */
export function BoardScreen({ store }: { readonly store: PersonStore }) {
  const view = useSyncExternalStore(store.subscribe, store.getState);
  const setting = view.status === 'ready' ? view.person.settings.language : 'auto';
  const language = chooseLanguage(setting, navigator.languages);
  const t = board[language];
  const [hub, setHub] = useState<BoardHub>();
  const person = view.status === 'ready' ? view.person : undefined;
  const team = person?.team;
  const place = team === undefined ? '' : `${team.team.hubUrl} ${team.team.memberId}`;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (place === '') return;
    void openOwnHub().then((client) => setHub(client && createBoardHub(client)));
  }, [place]);
  if (person !== undefined && team !== undefined && hub !== undefined) {
    return <Joined {...{ person, team, hub, language }} />;
  }
  return (
    <Plain language={language} organisation={team?.team.organisation.name}>
      {view.status === 'failed' && <Notice tone="attention">{errors[language].loadFailed}</Notice>}
      {view.status === 'loading' && <output>{t.loading}</output>}
      {view.status === 'ready' && team === undefined && (
        <EmptyState
          title={t.noTeam}
          level={2}
          action={
            <ButtonLink variant="primary" href="/dashboard.html#/team">
              {t.noTeamAction}
            </ButtonLink>
          }
        >
          {t.noTeamLead}
        </EmptyState>
      )}
    </Plain>
  );
}

function Joined({
  person,
  team,
  hub,
  language,
}: {
  readonly person: PersonState;
  readonly team: TeamView;
  readonly hub: BoardHub;
  readonly language: Language;
}) {
  const t = board[language];
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const [said, setSaid] = useState<Said>();
  const [chosen, setChosen] = useState<string>();
  const [asked, refresh] = useAnswer(useCallback(() => askDepartments(hub), [hub]));
  const { role, organisation: company } = team.team;
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
      <Plain language={language} organisation={company.name}>
        <output>{t.loading}</output>
      </Plain>
    );
  }
  if (asked.state === 'failed') {
    return (
      <Plain language={language} organisation={company.name}>
        <Failed {...{ trouble: asked.trouble, language, onRetry: refresh }} />
      </Plain>
    );
  }
  if (department === undefined) {
    return (
      <Plain language={language} organisation={company.name}>
        <EmptyState
          title={t.noBoard}
          level={2}
          action={<ButtonLink href="/dashboard.html#/team">{t.noBoardAction}</ButtonLink>}
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
    memberId: team.team.memberId,
    section,
    language,
    today: person.today,
    nowMs: team.seenAtMs,
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
  children,
}: {
  readonly language: Language;
  readonly organisation: string | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <BoardFrame
      language={language}
      organisation={organisation}
      departments={[]}
      departmentId={undefined}
      page="week"
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
