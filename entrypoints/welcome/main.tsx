import { createRoot } from 'react-dom/client';
import '../../components/ui/base.css';
import { PopupFailed } from '../../components/popup/popup.tsx';
import { Welcome, type WelcomeStep } from '../../components/welcome/welcome.tsx';
import type { PersonState } from '../../lib/app/person-state.ts';
import type { PackOutline } from '../../lib/contract/pack.ts';
import { chooseLanguage } from '../../lib/i18n/language.ts';
import { welcome } from '../../lib/i18n/welcome.ts';
import { sendCommand } from '../../lib/platform/messages.ts';
import { createPackFiles } from '../../lib/platform/pack-files.ts';
import { askForTools, followToolAccess } from '../../lib/platform/tool-access.ts';
import { TOOLS, toolById } from '../../lib/sites/registry.ts';
import { openPersonStore } from '../../lib/stores/person-store.ts';

const root = createRoot(document.querySelector('#root')!);
const store = openPersonStore();
let closedTools: readonly string[] = [];
let packs: readonly PackOutline[] = [];

/** The screen is in the address (`#2`), so that the browser's back button turns back. */
function stepInAddress(): WelcomeStep {
  const step = Number(location.hash.slice(1));
  return step === 2 || step === 3 ? step : 1;
}

function show(): void {
  const view = store.getState();
  if (view.status === 'loading') return;
  const setting = view.status === 'ready' ? view.person.settings.language : 'auto';
  const language = chooseLanguage(setting, navigator.languages);
  document.documentElement.lang = language;
  document.title = welcome[language].pageTitle;
  if (view.status === 'failed') {
    root.render(<PopupFailed language={language} onReload={() => location.reload()} />);
    return;
  }
  const { person } = view;
  root.render(
    <Welcome
      step={stepInAddress()}
      onStep={(step) => location.assign(`#${step}`)}
      language={language}
      settings={person.settings}
      weekdays={person.calendar.weekdays}
      packs={packs}
      adopted={adoptedOf(person)}
      dashboard="/dashboard.html"
      access={{ closedTools, onAllow: () => void askForTools() }}
      onCommand={sendCommand}
      onWeekdays={(weekdays) =>
        void sendCommand({
          type: 'saveCalendar',
          calendar: {
            ...person.calendar,
            weekdays: [...weekdays],
            closures: [...person.calendar.closures],
            leave: [...person.calendar.leave],
          },
        })
      }
      onStart={() => void start(person)}
    />,
  );
}

function adoptedOf({ workflows }: PersonState): ReadonlySet<string> {
  return new Set(
    workflows.flatMap(({ source, deletedAt }) =>
      source.kind === 'pack' && deletedAt === undefined ? [`${source.pack}/${source.item}`] : [],
    ),
  );
}

async function start({ settings }: PersonState): Promise<void> {
  await sendCommand({ type: 'saveSettings', settings: { welcomedAt: Date.now() } });
  location.assign((toolById(settings.preferredTool) ?? TOOLS[0]).newChatUrl);
}

store.subscribe(show);
addEventListener('hashchange', show);
// Without them the screen has no work to propose, and says everything else.
void createPackFiles()
  .outlines()
  .then((outlines) => {
    packs = outlines;
    show();
  }, show);
followToolAccess((closed) => {
  closedTools = closed.map(({ name }) => name);
  show();
});
show();
