import { useState } from 'react';
import type { ActionDto, NewAction } from '../../lib/contract/hub/meetings.ts';
import { parseDay } from '../../lib/domain/day.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { meetings } from '../../lib/i18n/meetings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';
import './board.css';
import './library.css';

/** What can be done with an action. */
export interface ActionDeeds {
  /** True when it was taken. */
  readonly onAdd: (action: NewAction) => Promise<boolean>;
  readonly onFinish: (action: ActionDto) => void;
  readonly onReopen: (action: ActionDto) => void;
  readonly onRemove: (action: ActionDto) => void;
}

interface Given {
  readonly language: Language;
  readonly deeds: ActionDeeds;
  readonly busy: string | undefined;
}

/** What was agreed, carried until it is ticked; and a line to add one. Advisors read along. */
export function MeetingActions({
  actions,
  canDecide,
  ...given
}: Given & { readonly actions: readonly ActionDto[]; readonly canDecide: boolean }) {
  const t = meetings[given.language];
  return (
    <Card title={t.action}>
      {actions.length === 0 ? (
        <p className="board-soft">{t.actionsNone}</p>
      ) : (
        <ul className="board-rows">
          {actions.map((action) => (
            <Action key={action.id} action={action} canDecide={canDecide} {...given} />
          ))}
        </ul>
      )}
      {canDecide && <NewActionForm {...given} />}
    </Card>
  );
}

function Action({
  action,
  canDecide,
  language,
  deeds,
  busy,
}: Given & { readonly action: ActionDto; readonly canDecide: boolean }) {
  const t = meetings[language];
  const { id, text, assignee, dueDay, doneAt } = action;
  const facts = [
    ...(assignee === undefined ? [] : [t.by(assignee)]),
    ...(dueDay === undefined ? [] : [t.due(shortDay(dueDay, language))]),
  ];
  const isDone = doneAt !== undefined;
  return (
    <li>
      <div>
        <p className="board-row-name">{text}</p>
        {facts.length > 0 && (
          <p className="board-soft">{facts.join(language === 'ja' ? '　' : ' · ')}</p>
        )}
        {isDone && (
          <p>
            <Tag>{t.doneHeading}</Tag>
          </p>
        )}
      </div>
      {canDecide && (
        <div className="board-presses">
          {isDone ? (
            <Button
              size="small"
              variant="plain"
              busy={busy === id}
              aria-label={t.reopenNamed(text)}
              onClick={() => deeds.onReopen(action)}
            >
              {t.reopen}
            </Button>
          ) : (
            <Button
              size="small"
              icon="check"
              busy={busy === id}
              aria-label={t.finishNamed(text)}
              onClick={() => deeds.onFinish(action)}
            >
              {t.finish}
            </Button>
          )}
          <Button
            size="small"
            variant="plain"
            aria-label={t.removeNamed(text)}
            onClick={() => deeds.onRemove(action)}
          >
            {t.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

function NewActionForm({ language, deeds, busy }: Given) {
  const t = meetings[language];
  const [text, setText] = useState('');
  const [assignee, setAssignee] = useState('');
  const [due, setDue] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = text.trim() === '';
  const add = async () => {
    setTried(true);
    if (isMissing || busy !== undefined) return;
    const dueDay = parseDay(due);
    const isTaken = await deeds.onAdd({
      text: text.trim(),
      ...(assignee.trim() === '' ? {} : { assignee: assignee.trim() }),
      ...(dueDay === undefined ? {} : { dueDay }),
    });
    if (!isTaken) return;
    setText('');
    setAssignee('');
    setDue('');
    setTried(false);
  };
  return (
    <form
      className="board-stack board-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={t.actionNew}
        placeholder={t.actionPlaceholder}
        maxLength={80}
        value={text}
        error={tried && isMissing ? t.actionMissing : undefined}
        onChange={setText}
      />
      <div className="board-pair">
        <TextField
          label={t.assignee}
          need={t.optional}
          maxLength={40}
          value={assignee}
          onChange={setAssignee}
        />
        <TextField label={t.dueDay} need={t.optional} type="date" value={due} onChange={setDue} />
      </div>
      <div className="board-presses">
        <Button type="submit" icon="plus" busy={busy === 'new'}>
          {t.add}
        </Button>
      </div>
    </form>
  );
}
