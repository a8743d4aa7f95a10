import { useEffect, useRef, type ReactNode } from 'react';
import type { Command, CommandReply } from '../../lib/contract/commands.ts';
import type { PackOutline } from '../../lib/contract/pack.ts';
import type { Settings } from '../../lib/contract/settings.ts';
import type { Weekday } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { welcome } from '../../lib/i18n/welcome.ts';
import { Button } from '../ui/button.tsx';
import type { ToolAccess } from '../ui/tool-access.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { SetUp } from './set-up.tsx';
import { StepLine } from './step-line.tsx';
import { WhatItIs } from './what-it-is.tsx';
import { WhatItRecords } from './what-it-records.tsx';
import './welcome.css';

/** The three screens of the first run. */
export type WelcomeStep = 1 | 2 | 3;

/** What the first run shows and changes; every choice is a command at once, so that a closed tab loses nothing. */
export interface WelcomeProps {
  readonly step: WelcomeStep;
  readonly onStep: (step: WelcomeStep) => void;
  readonly language: Language;
  readonly settings: Settings;
  readonly weekdays: readonly Weekday[];
  readonly packs: readonly PackOutline[];
  /** Adopted workflows as `pack/workflow`. */
  readonly adopted: ReadonlySet<string>;
  readonly dashboard: string;
  readonly access: ToolAccess;
  readonly onWeekdays: (weekdays: readonly Weekday[]) => void;
  /** Sends a command to the background. Must not reject. */
  readonly onCommand: (command: Command) => Promise<CommandReply>;
  /** The person is through: notes it and opens the preferred tool. */
  readonly onStart: () => void;
}

/** First run (UX.md, Trust): what it is, what it records and never sees, setting up. */
export function Welcome(props: WelcomeProps) {
  const { step, onStep, language, onCommand } = props;
  const t = welcome[language];
  const languages = [
    { value: 'ja', label: '日本語' },
    { value: 'en', label: 'English' },
  ] as const;
  return (
    <div className="welcome">
      <header className="welcome-head">
        <Wordmark />
        <fieldset className="welcome-language">
          <legend className="ui-hidden">{t.language}</legend>
          {languages.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              lang={value}
              aria-pressed={value === language}
              onClick={() =>
                void onCommand({ type: 'saveSettings', settings: { language: value } })
              }
            >
              {label}
            </button>
          ))}
        </fieldset>
      </header>
      <StepLine step={step} label={t.step(step)} />
      <Screen key={step} step={step} {...titleOf(step, language)}>
        {step === 1 && <WhatItIs language={language} />}
        {step === 2 && <WhatItRecords language={language} />}
        {step === 3 && <SetUp {...props} />}
      </Screen>
      <div className="welcome-go">
        {step > 1 && (
          <Button variant="plain" icon="back" onClick={() => onStep((step - 1) as WelcomeStep)}>
            {t.back}
          </Button>
        )}
        {step < 3 && (
          <Button
            variant="primary"
            className="welcome-next"
            onClick={() => onStep((step + 1) as WelcomeStep)}
          >
            {t.next}
          </Button>
        )}
      </div>
    </div>
  );
}

function titleOf(step: WelcomeStep, language: Language): { title: string; lead: string } {
  const t = welcome[language];
  if (step === 1) return { title: t.isTitle, lead: t.isLead };
  if (step === 2) return { title: t.recordsTitle, lead: t.recordsLead };
  return { title: t.setTitle, lead: t.setLead };
}

/** A screen; turning to another one moves the focus to its title, so that a screen reader reads on from there. */
function Screen({
  step,
  title,
  lead,
  children,
}: {
  readonly step: WelcomeStep;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The first screen on opening: the page begins at its top by itself.
    if (step > 1) heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [step]);
  return (
    <div className="welcome-screen">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="welcome-lead">{lead}</p>
      {children}
    </div>
  );
}
