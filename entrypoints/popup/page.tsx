import { createRoot, type Root } from 'react-dom/client';
import { HOLIDAYS } from '../../content/holidays.ts';
import { Popup, PopupFailed, type PopupLinks } from '../../components/popup/popup.tsx';
import type { CheckInCard, ToAsk } from '../../components/popup/check-in-cards.tsx';
import { viewPopup } from '../../components/popup/popup-view.ts';
import '../../components/ui/base.css';
import { offerToShow } from '../../lib/app/offer-to-show.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import { pulseToShow } from '../../lib/app/pulse-to-show.ts';
import { noteToShow } from '../../lib/app/see-note.ts';
import type { Command, CommandReply } from '../../lib/contract/commands.ts';
import { createCalendar, type Calendar } from '../../lib/domain/calendar.ts';
import { chooseLanguage } from '../../lib/i18n/language.ts';
import { sendCommand } from '../../lib/platform/messages.ts';
import { askForTools, followToolAccess } from '../../lib/platform/tool-access.ts';
import { openPersonStore, type PersonView } from '../../lib/stores/person-store.ts';

const LINKS: PopupLinks = {
  dashboard: '/dashboard.html',
  workflows: '/dashboard.html#/workflows/new',
  newPrompt: (workflowId) => `/dashboard.html#/prompts/new?about=${encodeURIComponent(workflowId)}`,
  prompt: (promptId) => `/dashboard.html#/prompts/${encodeURIComponent(promptId)}`,
  settings: '/dashboard.html#/settings',
  data: '/dashboard.html#/data',
  team: '/dashboard.html#/team',
  help: '/dashboard.html#/help',
  boardHelp: '/board.html#/help',
};

const place = document.querySelector('#root')!;
let root: Root | undefined;
let Card: typeof CheckInCard | undefined;
let isLoadingCard = false;
let closedTools: readonly string[] = [];

/** The static shell of index.html stays until there is something to say. */
function show(view: PersonView): void {
  if (view.status === 'loading') return;
  const setting = view.status === 'ready' ? view.person.settings.language : 'auto';
  const language = chooseLanguage(setting, navigator.languages);
  document.documentElement.lang = language;
  root ??= createRoot(place);
  if (view.status === 'failed') {
    root.render(<PopupFailed language={language} onReload={() => location.reload()} />);
    return;
  }
  const calendar = createCalendar(view.person.calendar, HOLIDAYS);
  refreshTeam(view.person);
  const ask = toAsk(view.person, calendar);
  if (ask !== undefined && !isLoadingCard) void loadCard();
  root.render(
    <Popup
      view={viewPopup(view.person, calendar)}
      language={language}
      links={LINKS}
      team={view.person.team}
      help={view.person.help}
      news={ask === undefined ? newsFor(view.person) : undefined}
      checkIn={ask && ((send) => Card && <Card {...{ ask, language, send }} />)}
      access={{ closedTools, onAllow: () => void askForTools() }}
      onCommand={command}
    />,
  );
}

/** What there is to ask besides the person's work. */
function toAsk(person: PersonState, calendar: Calendar): ToAsk | undefined {
  const offer = offerToShow(person);
  if (offer !== undefined) return { kind: 'offer', offer };
  const month = newsFor(person) === undefined ? pulseToShow(person, calendar) : undefined;
  return month === undefined ? undefined : { kind: 'pulse', month };
}

/** Once, after what was drawn is painted: most days nothing is asked, and the first paint must not wait for it. */
async function loadCard(): Promise<void> {
  isLoadingCard = true;
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  ({ CheckInCard: Card } = await import('../../components/popup/check-in-cards.tsx'));
  show(store.getState());
}

/** The note that is shown now, and whether its prompt is still there. */
function newsFor({ shared, prompts, team, today }: PersonState) {
  const note = noteToShow(shared, { today, nowMs: team?.seenAtMs ?? 0 });
  const canTry = prompts.some(({ id, deletedAt }) => id === note?.promptId && !deletedAt);
  return note && { note, canTry };
}

/** Lines older than this are asked for again when the popup opens. */
const FRESH_MS = 15 * 60_000;
let asked = false;

/** Once an opening: what was just counted goes out, and the departments' lines come in. */
function refreshTeam({ team }: PersonState): void {
  if (asked || team === undefined) return;
  asked = true;
  if (Math.abs(team.seenAtMs - (team.lines?.at ?? 0)) > FRESH_MS)
    void sendCommand({ type: 'syncTeam' });
}

async function command(wanted: Command): Promise<CommandReply> {
  const reply = await sendCommand(wanted);
  // The tool's tab is in front now; Firefox leaves the popup open over it.
  const opens =
    wanted.type === 'openWithPrompt' || (wanted.type === 'answerNudge' && wanted.answer === 'open');
  if (reply.ok && opens) window.close();
  return reply;
}

const store = openPersonStore();
store.subscribe(show);
show(store.getState());
followToolAccess((closed) => {
  closedTools = closed.map(({ name }) => name);
  show(store.getState());
});
