import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { HOLIDAYS } from '../../content/holidays.ts';
import { Message, type Said } from '../../components/dashboard/message.tsx';
import { parseRoute, routeHash, type Route } from '../../components/dashboard/route.ts';
import { Shell } from '../../components/dashboard/shell.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import type { PersonState } from '../../lib/app/person-state.ts';
import type { Command } from '../../lib/contract/commands.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { dashboard } from '../../lib/i18n/dashboard.ts';
import { errors } from '../../lib/i18n/errors.ts';
import { chooseLanguage, type Language } from '../../lib/i18n/language.ts';
import { trust } from '../../lib/i18n/trust.ts';
import { sendCommand } from '../../lib/platform/messages.ts';
import type { PersonStore } from '../../lib/stores/person-store.ts';
import type { DashboardContext, Page } from './dashboard-context.ts';
import { calendarPage } from './pages/calendar-page.tsx';
import { dataPage } from './pages/data-page.tsx';
import { helpPage } from './pages/help-page.tsx';
import { packsPage } from './pages/packs-page.tsx';
import { promptsPage } from './pages/prompts-page.tsx';
import { settingsPage } from './pages/settings-page.tsx';
import { teamPage } from './pages/team-page.tsx';
import { trustPage } from './pages/trust-page.tsx';
import { weekPage } from './pages/week-page.tsx';
import { workflowsPage } from './pages/workflows-page.tsx';
import { yearPage } from './pages/year-page.tsx';

const PAGES = {
  year: yearPage,
  week: weekPage,
  workflows: workflowsPage,
  prompts: promptsPage,
  packs: packsPage,
  team: teamPage,
  help: helpPage,
  calendar: calendarPage,
  settings: settingsPage,
  data: dataPage,
  trust: trustPage,
} as const;

/** The dashboard over a view of storage: chooses language and page, and says what happened. */
export function Dashboard({ store }: { readonly store: PersonStore }) {
  const view = useSyncExternalStore(store.subscribe, store.getState);
  const route = useRoute();
  const setting = view.status === 'ready' ? view.person.settings.language : 'auto';
  const language = chooseLanguage(setting, navigator.languages);
  const t = dashboard[language];
  if (view.status === 'ready') {
    return <Ready person={view.person} route={route} language={language} />;
  }
  return (
    <Shell language={language} route={route} heading={t.product}>
      {view.status === 'loading' ? (
        <output>{t.loading}</output>
      ) : (
        <Notice
          tone="attention"
          action={<Button onClick={() => location.reload()}>{errors[language].reload}</Button>}
        >
          {errors[language].loadFailed}
        </Notice>
      )}
    </Shell>
  );
}

function Ready({
  person,
  route,
  language,
}: {
  readonly person: PersonState;
  readonly route: Route;
  readonly language: Language;
}) {
  const t = dashboard[language];
  const [said, setSaid] = useState<Said>();
  const calendar = useMemo(() => createCalendar(person.calendar, HOLIDAYS), [person.calendar]);
  const send = useCallback(
    async (command: Command) => {
      const reply = await sendCommand(command);
      if (!reply.ok) setSaid({ text: errors[language][reply.code], tone: 'attention' });
      return reply;
    },
    [language],
  );
  const context: DashboardContext = {
    language,
    person,
    calendar,
    route,
    send,
    say: setSaid,
    go: (next) => location.assign(routeHash(next)),
  };
  const page: Page =
    route.page === 'notFound'
      ? {
          heading: t.notFound,
          content: (
            <EmptyState
              title={t.notFound}
              level={2}
              action={<ButtonLink href="#/">{t.notFoundAction}</ButtonLink>}
            />
          ),
        }
      : PAGES[route.page](context);
  useHeading(routeHash(route), t.documentTitle(page.heading), language);
  return (
    <Shell
      language={language}
      route={route}
      heading={page.heading}
      lead={page.lead}
      actions={page.actions}
      notices={<Notices {...context} />}
      message={<Message said={said} closeLabel={t.close} onClose={() => setSaid(undefined)} />}
    >
      {/* A page keeps nothing of the one before it, not even of the same kind. */}
      <PageContent key={routeHash(route)}>{page.content}</PageContent>
    </Shell>
  );
}

function PageContent({ children }: { readonly children: React.ReactNode }) {
  return <>{children}</>;
}

/** What needs the person on every page. */
function Notices({ language, person, route, send }: DashboardContext) {
  const t = dashboard[language];
  const { paused } = person.settings;
  const isPaused = paused === 'always' || paused === person.today;
  const damaged = person.quarantined.length;
  return (
    <>
      {isPaused && route.page !== 'trust' && (
        <Notice
          action={
            <Button
              size="small"
              icon="play"
              onClick={() => void send({ type: 'saveSettings', settings: { paused: 'no' } })}
            >
              {t.resume}
            </Button>
          }
        >
          {paused === 'always' ? t.paused : t.pausedToday}
        </Notice>
      )}
      {person.noRoom === true && (
        <Notice
          tone="attention"
          title={errors[language].noRoom}
          action={
            <ButtonLink size="small" href={routeHash({ page: 'data' })}>
              {errors[language].noRoomOpen}
            </ButtonLink>
          }
        >
          {errors[language].noRoomLead}
        </Notice>
      )}
      {damaged > 0 && route.page !== 'trust' && (
        <Notice
          tone="attention"
          action={
            <ButtonLink size="small" href={routeHash({ page: 'trust' })}>
              {trust[language].quarantineSee}
            </ButtonLink>
          }
        >
          {trust[language].quarantineNotice(damaged)}
        </Notice>
      )}
    </>
  );
}

function useRoute(): Route {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

/** Titles the window; after a change of route, focus goes to the new heading and the page to its top. */
function useHeading(route: string, title: string, language: Language): void {
  const shown = useRef(route);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
  }, [title, language]);
  useEffect(() => {
    if (shown.current === route) return;
    shown.current = route;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('#page-heading')?.focus({ preventScroll: true });
  }, [route]);
}
