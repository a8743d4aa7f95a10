import { useRef } from 'react';
import type { Language } from '../../lib/i18n/language.ts';
import { popup } from '../../lib/i18n/popup.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { NextWork, PopupView } from './popup-view.ts';
import type { PopupLinks, Send } from './popup.tsx';

interface Props {
  readonly view: PopupView;
  readonly language: Language;
  readonly links: PopupLinks;
  readonly send: Send;
}

/** Up to three pieces of work that are due, each a press away from its prompt in the composer. */
export function NextWorkList({ view, language, links, send }: Props) {
  const t = popup[language];
  const heading = useRef<HTMLHeadingElement>(null);
  const work = view.next.length > 0 ? view.next : view.anytime;
  return (
    <section className="popup-next" aria-labelledby="popup-next">
      <h2 id="popup-next" className="popup-heading" ref={heading} tabIndex={-1}>
        {view.next.length === 0 && work.length > 0 ? t.anytime : t.next}
      </h2>
      {work.length > 0 ? (
        <ul>
          {work.map((one, index) => (
            <Work
              key={one.workflow.id}
              {...{ work: one, language, links, send }}
              // What was ticked goes away; the focus goes to the list's head, not to nowhere.
              onTicked={() => heading.current?.focus()}
              first={
                index === 0 &&
                view.today.state === 'open' &&
                view.paused === 'no' &&
                view.nudge === undefined
              }
            />
          ))}
        </ul>
      ) : (
        <Nothing {...{ view, language, links, send }} />
      )}
    </section>
  );
}

function Work({
  work: { workflow, prompt, late },
  first,
  language,
  links,
  send,
  onTicked,
}: Omit<Props, 'view'> & {
  readonly work: NextWork;
  readonly first: boolean;
  readonly onTicked: () => void;
}) {
  const t = popup[language];
  const { id, name, minutes, tool } = workflow;
  const tick = async () => {
    if (await send({ type: 'tickWorkflow', id }, t.ticked(name))) onTicked();
  };
  return (
    <li className="popup-work">
      <button
        type="button"
        className="popup-tick"
        aria-label={t.done(name)}
        onClick={() => void tick()}
      >
        <Icon name="check" />
      </button>
      <div className="popup-work-words">
        <p className="popup-work-name">{name}</p>
        <p className="popup-soft">
          {t.minutes(minutes)}
          {late && <span className="popup-late">{t.late}</span>}
        </p>
        {prompt === undefined && (
          <ButtonLink size="small" variant="plain" href={links.newPrompt(id)} target="_blank">
            {t.write}
          </ButtonLink>
        )}
      </div>
      {prompt !== undefined && (
        <Button
          size="small"
          variant={first ? 'primary' : 'quiet'}
          aria-label={t.openNamed(name)}
          onClick={() =>
            void send({
              type: 'openWithPrompt',
              promptId: prompt.id,
              ...(tool === undefined ? {} : { tool }),
            })
          }
        >
          {t.open}
        </Button>
      )}
    </li>
  );
}

function Nothing({ view, language, links }: Props) {
  const t = popup[language];
  const { preferredTool } = view;
  if (view.registered === 0) {
    return (
      <div className="popup-nothing">
        <p className="popup-work-name">{t.nothingRegistered}</p>
        <p className="popup-soft">{t.nothingRegisteredLead}</p>
        <div className="popup-nothing-actions">
          <ButtonLink variant="primary" size="small" href={links.workflows} target="_blank">
            {t.register}
          </ButtonLink>
          <ButtonLink variant="plain" size="small" href={preferredTool.url} target="_blank">
            {t.openTool(preferredTool.name)}
          </ButtonLink>
        </div>
      </div>
    );
  }
  return (
    <p className="popup-free">
      <span>{view.doneToday ? t.allDone : t.noneDue}</span>
      <ButtonLink variant="plain" size="small" href={preferredTool.url} target="_blank">
        {t.openTool(preferredTool.name)}
      </ButtonLink>
    </p>
  );
}
