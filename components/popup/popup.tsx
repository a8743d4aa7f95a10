import { useState, type ReactNode } from 'react';
import type { TeamView } from '../../lib/app/team-view.ts';
import type { Command, CommandReply } from '../../lib/contract/commands.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import { errors } from '../../lib/i18n/errors.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { popup } from '../../lib/i18n/popup.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ToolAccessNotice, type ToolAccess } from '../ui/tool-access.tsx';
import { Foot } from './foot.tsx';
import { HelpLine, type PopupHelp } from './help-line.tsx';
import { MyLine } from './my-line.tsx';
import { NewsCard, type PopupNews } from './news-card.tsx';
import { NextWorkList } from './next-work.tsx';
import { NudgeCard } from './nudge-card.tsx';
import { OurLines } from './our-lines.tsx';
import type { PopupView } from './popup-view.ts';
import { QuestionCard } from './question-card.tsx';
import { Today } from './today.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import './popup.css';

/** Asks the background for a change; the popup says what came of it. */
export type Send = (command: Command, done?: string) => Promise<boolean>;

/** Pages of the product the popup leads to, as addresses. */
export interface PopupLinks {
  readonly dashboard: string;
  readonly workflows: string;
  /** Where a prompt for a workflow is written. */
  readonly newPrompt: (workflowId: string) => string;
  /** A prompt's own page. */
  readonly prompt: (promptId: string) => string;
  readonly settings: string;
  /** Where unreadable records are shown. */
  readonly data: string;
  /** The company's page. */
  readonly team: string;
  /** Where a question is asked and its answer read. */
  readonly help: string;
  /** Where questions are answered. */
  readonly boardHelp: string;
}

interface PopupProps {
  readonly view: PopupView;
  readonly language: Language;
  readonly links: PopupLinks;
  readonly access: ToolAccess;
  /** Absent when the person uses the product alone. */
  readonly team?: TeamView | undefined;
  /** Questions of the person and for them; absent without a company. */
  readonly help?: PopupHelp | undefined;
  /** A note to show now; it waits while a nudge stands. */
  readonly news?: PopupNews | undefined;
  /** Draws what else is asked, one thing at most; it waits while a nudge stands. */
  readonly checkIn?: ((send: Send) => ReactNode) | undefined;
  /** Sends a command to the background. Must not reject. */
  readonly onCommand: (command: Command) => Promise<CommandReply>;
}

/** The toolbar popup (UX.md): where am I, what next. Nothing is kept here but what the last press came to. */
export function Popup({
  view,
  language,
  links,
  access,
  team,
  help,
  news,
  checkIn,
  onCommand,
}: PopupProps) {
  const t = popup[language];
  const [said, setSaid] = useState<{ tone: 'done' | 'attention'; text: string }>();
  // One thing at a time.
  const isAsked = view.nudge !== undefined || news !== undefined || checkIn !== undefined;
  const send: Send = async (command, done) => {
    const reply = await onCommand(command);
    if (!reply.ok) setSaid({ tone: 'attention', text: errors[language][reply.code] });
    else setSaid(done === undefined ? undefined : { tone: 'done', text: done });
    return reply.ok;
  };
  return (
    <div className="popup">
      <header className="popup-head">
        <h1>
          <Wordmark />
        </h1>
        <p>{shortDay(view.today.day, language)}</p>
      </header>
      <div className="popup-said" aria-live="polite">
        {said !== undefined && <Notice tone={said.tone}>{said.text}</Notice>}
      </div>
      <ToolAccessNotice {...access} language={language} />
      {view.noRoom && (
        <Notice
          tone="attention"
          title={errors[language].noRoom}
          action={
            <ButtonLink size="small" href={links.data} target="_blank">
              {errors[language].noRoomOpen}
            </ButtonLink>
          }
        >
          {errors[language].noRoomLead}
        </Notice>
      )}
      {view.quarantined > 0 && (
        <Notice
          tone="attention"
          title={t.quarantined(view.quarantined)}
          action={
            <ButtonLink size="small" href={links.data} target="_blank">
              {t.quarantinedOpen}
            </ButtonLink>
          }
        >
          {t.quarantinedLead}
        </Notice>
      )}
      <Today {...{ view, language, send }} />
      {view.nudge !== undefined && <NudgeCard nudge={view.nudge} {...{ language, send }} />}
      {help !== undefined && (
        <HelpLine help={help} language={language} href={links.help} boardHref={links.boardHelp} />
      )}
      <MyLine {...{ view, language }} />
      {team !== undefined && (
        <OurLines team={team} today={view.today.day} language={language} href={links.team} />
      )}
      {view.nudge === undefined && checkIn?.(send)}
      {news !== undefined && view.nudge === undefined && (
        <NewsCard
          {...{ news, language, send }}
          href={links.team}
          onSeen={(id) => void onCommand({ type: 'seeNote', id, done: false })}
        />
      )}
      {view.question !== undefined && !isAsked && (
        <QuestionCard
          {...{ question: view.question, language, send }}
          href={links.prompt(view.question.prompt.id)}
        />
      )}
      <NextWorkList {...{ view, language, links, send }} />
      <Foot {...{ view, language, links, send }} canRaiseHand={help !== undefined} />
    </div>
  );
}

/** What the popup is when the records could not be read: what happened, and one thing to do. */
export function PopupFailed({
  language,
  onReload,
}: {
  readonly language: Language;
  readonly onReload: () => void;
}): ReactNode {
  const t = errors[language];
  return (
    <div className="popup">
      <header className="popup-head">
        <h1>
          <Wordmark />
        </h1>
      </header>
      <Notice
        tone="attention"
        live
        action={
          <Button size="small" onClick={onReload}>
            {t.reload}
          </Button>
        }
      >
        {t.loadFailed}
      </Notice>
    </div>
  );
}
