import { useState } from 'react';
import type { ShareRequest } from '../../lib/app/share-request.ts';
import type { SharedText } from '../../lib/contract/hub/sharing.ts';
import { rhythmWords } from '../../lib/i18n/day-words.ts';
import { dateDefault } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Switch } from '../ui/switch.tsx';

/** What the person decides about a prompt they share. */
export interface ShareChoice {
  readonly named: boolean;
  readonly withWorkflow: boolean;
}

/**
 * Exactly what would be sent, drawn from the request itself, with the two things to decide. Nothing is sent before the
 * button at the foot.
 */
export function SharePreview({
  open,
  language,
  department,
  start,
  workflow,
  requestFor,
  busy,
  onClose,
  onSend,
}: {
  readonly open: boolean;
  readonly language: Language;
  readonly department: string;
  readonly start: ShareChoice;
  /** The prompt's workflow; `proposed` when the department does not have it yet. */
  readonly workflow: { readonly name: string; readonly proposed: boolean } | undefined;
  readonly requestFor: (choice: ShareChoice) => ShareRequest | undefined;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: (choice: ShareChoice) => void;
}) {
  const t = sharing[language];
  const [choice, setChoice] = useState(start);
  const request = requestFor(choice);
  return (
    <Dialog
      open={open && request !== undefined}
      wide
      onClose={onClose}
      title={t.previewTitle}
      closeLabel={t.close}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={() => onSend(choice)}>
            {t.send}
          </Button>
        </>
      }
    >
      <p>{t.previewLead(department)}</p>
      {request !== undefined && <SentText text={request.body.text} language={language} />}
      {request !== undefined && <SentWorkflow {...{ request, workflow, language }} />}
      {workflow?.proposed === true && (
        <Switch
          label={t.withWorkflow(workflow.name)}
          hint={t.withWorkflowHint}
          checked={choice.withWorkflow}
          onChange={(withWorkflow) => setChoice({ ...choice, withWorkflow })}
        />
      )}
      <Switch
        label={t.named}
        hint={t.namedHint}
        checked={choice.named}
        onChange={(named) => setChoice({ ...choice, named })}
      />
      <p className="prompts-none">{t.previewNot}</p>
    </Dialog>
  );
}

/** A prompt's text as it is shared: title, body, and each blank with all that is said of it. */
export function SentText({
  text,
  language,
}: {
  readonly text: SharedText;
  readonly language: Language;
}) {
  const t = sharing[language];
  return (
    <div className="prompts-sent">
      <p className="prompts-sent-title">{text.title}</p>
      <div className="prompts-result">{text.body}</div>
      {text.variables.length > 0 && (
        <>
          <p className="prompts-none">{t.previewBlanks}</p>
          <ul className="prompts-sent-blanks">
            {text.variables.map((blank) => (
              <li key={blank.name}>
                <code className="prompts-code">{`{{${blank.name}}}`}</code>{' '}
                {[
                  blank.label,
                  blank.choices &&
                    t.previewChoices(blank.choices.join(language === 'ja' ? '、' : ', ')),
                  blank.default &&
                    t.previewDefault(
                      blank.type === 'date' ? dateDefault(blank.default, language) : blank.default,
                    ),
                  blank.example && t.previewExample(blank.example),
                ]
                  .filter(Boolean)
                  .join(language === 'ja' ? '　' : '; ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function SentWorkflow({
  request: { body },
  workflow,
  language,
}: {
  readonly request: ShareRequest;
  readonly workflow: { readonly name: string } | undefined;
  readonly language: Language;
}) {
  const t = sharing[language];
  if ('workflowId' in body && body.workflowId !== undefined && workflow !== undefined) {
    return <p>{t.previewServes(workflow.name)}</p>;
  }
  if (!('workflow' in body) || body.workflow === undefined) return undefined;
  const { name, rhythm, minutes, tool } = body.workflow;
  return (
    <p>
      {t.previewWorkflow}
      {language === 'ja' ? '：' : ': '}
      {[name, rhythmWords(rhythm, language), `${minutes} ${language === 'ja' ? '分' : 'min'}`, tool]
        .filter(Boolean)
        .join(language === 'ja' ? '、' : ', ')}
    </p>
  );
}
