import { useState } from 'react';
import type { ChatKind } from '../../lib/contract/hub/chat-kind.ts';
import { HELP_LIMITS, type HowTo } from '../../lib/contract/hub/help.ts';
import { findHowTos } from '../../lib/domain/find-how-to.ts';
import { chatNames } from '../../lib/i18n/chat-names.ts';
import { help } from '../../lib/i18n/help.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChooseOne } from '../ui/choices.tsx';
import { Select, TextArea } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { HowToList } from './how-to-list.tsx';
import './help.css';

/** A question as the person sends it. */
export interface Asked {
  readonly text: string;
  readonly workflowId?: string | undefined;
  readonly named: boolean;
  /** Chats that stood before the press as places it goes to as well. */
  readonly toChat?: readonly ChatKind[] | undefined;
}

/** A question to write; how-tos that are close to its words stand before the press that sends it. */
export function AskForm({
  howTos,
  workflows,
  language,
  chats = [],
  initialText = '',
  initialWorkflowId = '',
  onAsk,
}: {
  readonly howTos: readonly HowTo[];
  /** The department's, to say what the question is about. */
  readonly workflows: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
  /** Chats that the question goes to as well. */
  readonly chats?: readonly ChatKind[] | undefined;
  /** What stands there already. */
  readonly initialText?: string | undefined;
  readonly initialWorkflowId?: string | undefined;
  /** True when it was kept; the form is then empty again. */
  readonly onAsk: (asked: Asked) => Promise<boolean>;
}) {
  const t = help[language];
  const [text, setText] = useState(initialText);
  const [workflowId, setWorkflowId] = useState(initialWorkflowId);
  const [name, setName] = useState<'named' | 'nameless'>('named');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const about = workflowId === '' ? {} : { workflowId };
  const found = findHowTos(howTos, { text, ...about });
  const isMissing = text.trim() === '';
  const ask = async () => {
    setTried(true);
    if (isMissing || busy) return;
    setBusy(true);
    const toChat = chats.length === 0 ? {} : { toChat: chats };
    const isKept = await onAsk({ text: text.trim(), ...about, named: name === 'named', ...toChat });
    setBusy(false);
    if (!isKept) return;
    setText('');
    setWorkflowId('');
    setTried(false);
  };
  return (
    <Card title={t.askTitle}>
      <form
        className="help-ask"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextArea
          label={t.question}
          hint={t.questionHint}
          placeholder={t.questionPlaceholder}
          rows={4}
          maxLength={HELP_LIMITS.question}
          value={text}
          error={tried && isMissing ? t.questionMissing : undefined}
          onChange={setText}
        />
        {workflows.length > 0 && (
          <Select
            label={t.workflow}
            need={t.optional}
            value={workflowId}
            options={[
              { value: '', label: t.noWorkflow },
              ...workflows.map(({ id, name: label }) => ({ value: id, label })),
            ]}
            onChange={setWorkflowId}
          />
        )}
        <ChooseOne<'named' | 'nameless'>
          legend={t.nameLegend}
          hint={name === 'named' ? t.namedHint : t.namelessHint}
          value={name}
          onChange={setName}
          options={[
            { value: 'named', label: t.named },
            { value: 'nameless', label: t.nameless },
          ]}
        />
        <div aria-live="polite">
          {found.length > 0 && (
            <div className="help-found">
              <h3>{t.found}</h3>
              <p className="help-soft">{t.foundLead}</p>
              <HowToList howTos={found} />
            </div>
          )}
        </div>
        {chats.length > 0 && (
          <Notice>
            {t.toChat(
              chats.map((chat) => chatNames[language][chat]).join(language === 'ja' ? '、' : ', '),
              name === 'named',
            )}
          </Notice>
        )}
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t.send}
          </Button>
        </div>
      </form>
    </Card>
  );
}
