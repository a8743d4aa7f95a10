import type { Language } from '../../lib/i18n/language.ts';
import { popup } from '../../lib/i18n/popup.ts';
import { words } from '../../lib/i18n/words.ts';
import type { MarkState } from '../line/layout.ts';
import { Button } from '../ui/button.tsx';
import { Definition } from '../ui/definition.tsx';
import type { PopupView, TodayView } from './popup-view.ts';
import type { Send } from './popup.tsx';

/** Today: its dot, and one sentence. */
export function Today({
  view,
  language,
  send,
}: {
  readonly view: PopupView;
  readonly language: Language;
  readonly send: Send;
}) {
  const t = popup[language];
  const w = words[language];
  const { today } = view;
  const { title, lead } = sentences(view, language);
  return (
    <section className="popup-today" aria-labelledby="popup-today">
      <TodayMark state={view.paused === 'no' ? today.state : 'paused'} />
      <div>
        <h2 id="popup-today">{title}</h2>
        {lead !== undefined && <p className="popup-soft">{lead}</p>}
        {today.visits > 0 && (
          <p className="popup-soft">
            <Definition {...w.visit}>{t.visits}</Definition> {t.visitsCount(today.visits)}
            <Definition {...w.promptsStarted} /> {t.prompts(today.promptsStarted)}
          </p>
        )}
        {view.paused !== 'no' && (
          <Button
            size="small"
            variant="primary"
            icon="play"
            onClick={() => void send({ type: 'saveSettings', settings: { paused: 'no' } })}
          >
            {t.resume}
          </Button>
        )}
      </div>
    </section>
  );
}

function sentences(
  { today, paused, beginning }: PopupView,
  language: Language,
): { title: string; lead?: string } {
  const t = popup[language];
  const visits = today.tools
    .filter((tool) => tool.visits > 0)
    .map((tool) => t.visited(tool.tool, tool.visits))
    .join(t.visitedMore);
  const marked = today.tools.map(({ tool }) => tool).join(t.visitedMore);
  if (paused !== 'no') {
    return { title: t.todayPaused, lead: paused === 'today' ? t.pausedToday : t.pausedAlways };
  }
  switch (today.state) {
    case 'kept':
      return { title: t.today(visits) };
    case 'selfReported':
      return { title: t.todayMarked(marked) };
    case 'off':
      return today.tools.length > 0
        ? { title: t.todayOffUsed(visits === '' ? marked : visits), lead: t.todayOffUsedLead }
        : { title: t.todayOff(offReason(today, language)), lead: t.todayOffLead };
    case 'open':
      return beginning
        ? { title: t.todayFirst, lead: t.todayFirstLead }
        : { title: t.todayOpen, lead: t.todayOpenLead };
  }
}

function offReason({ off }: TodayView, language: Language): string {
  const t = popup[language];
  switch (off?.kind) {
    case 'holiday':
      return off.name[language];
    case 'closure':
      return off.name ?? t.closure;
    case 'leave':
      return off.name ?? t.leave;
    case 'weekend':
    case undefined:
      return t.weekend;
  }
}

/** Today's shape, large: the same four as in the line, and two bars while paused. */
function TodayMark({
  state,
}: {
  readonly state: Extract<MarkState, 'open' | 'kept' | 'selfReported' | 'off'> | 'paused';
}) {
  return (
    <svg className={`popup-mark popup-mark-${state}`} viewBox="0 0 40 40" aria-hidden="true">
      {state === 'kept' && <circle className="popup-mark-fill" cx="20" cy="20" r="15" />}
      {state === 'open' && <circle className="popup-mark-ring" cx="20" cy="20" r="13.5" />}
      {state === 'selfReported' && (
        <>
          <circle className="popup-mark-ring popup-mark-thin" cx="20" cy="20" r="14" />
          <circle className="popup-mark-fill" cx="20" cy="20" r="8" />
        </>
      )}
      {state === 'off' && <path className="popup-mark-ring" d="M4 20h32M20 9v22" />}
      {state === 'paused' && <path className="popup-mark-ring" d="M14.5 10v20M25.5 10v20" />}
    </svg>
  );
}
