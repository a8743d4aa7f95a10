import { useState } from 'react';
import { dayHere } from '../../lib/app/day-here.ts';
import type {
  AttachmentCard as Card,
  AttachmentReply,
  WorkflowAgreement,
} from '../../lib/contract/hub/programme.ts';
import { parseDay, type DayKey } from '../../lib/domain/day.ts';
import { amountOf, attachment, proposers } from '../../lib/i18n/attachment.ts';
import { board } from '../../lib/i18n/board.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { TextField } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';

/** One workflow on the board of attachment: who proposed it, what was agreed, the next step, what it saves. */
export function AttachmentCard({
  card,
  level,
  today,
  spreads,
  busy,
  language,
  onAgree,
  onSpread,
}: {
  readonly card: Card;
  /** Of its heading: 3 below a stage's. */
  readonly level: 2 | 3;
  readonly today: DayKey;
  readonly spreads: AttachmentReply['spreads'];
  readonly busy: boolean;
  readonly language: Language;
  /** Absent for those who only read. */
  readonly onAgree: ((agreement: WorkflowAgreement) => void) | undefined;
  readonly onSpread: (departmentId: string) => void;
}) {
  const t = attachment[language];
  const Heading = `h${level}` as const;
  return (
    <article className="programme-card">
      <Heading>{card.name}</Heading>
      <Tags card={card} language={language} />
      <Agreed card={card} today={today} language={language} />
      <p className="board-soft">
        <DrawnText>
          {t.proposed(
            proposers[language][card.proposedBy],
            shortDay(dayHere(card.proposedAt), language),
          )}
        </DrawnText>
      </p>
      <p className="board-soft">
        {card.savedMinutes === undefined
          ? t.minutes(card.minutes)
          : t.saved(amountOf(card.savedMinutes, language))}
      </p>
      {spreads.length > 0 && (
        <div className="programme-spread">
          <p className="board-soft">{t.spreadLead}</p>
          {spreads.map(({ departmentId, departmentName }) => (
            <Button
              key={departmentId}
              size="small"
              icon="arrow"
              busy={busy}
              aria-label={t.spreadNamed(card.name, departmentName)}
              onClick={() => onSpread(departmentId)}
            >
              {t.spread(departmentName)}
            </Button>
          ))}
        </div>
      )}
      {onAgree !== undefined && <AgreementForm {...{ card, busy, language, onAgree }} />}
    </article>
  );
}

function Tags({ card, language }: { readonly card: Card; readonly language: Language }) {
  const t = attachment[language];
  const { waiting, fellBack, fellSince, carriesGoal, spreadFrom } = card;
  if (!waiting && !fellBack && !carriesGoal && spreadFrom === undefined) return null;
  return (
    <p className="programme-tags">
      {fellBack && (
        <Tag tone="due">
          {fellSince === undefined ? t.fellBack : t.fellSince(shortDay(fellSince, language))}
        </Tag>
      )}
      {waiting && <Tag tone="due">{t.waiting}</Tag>}
      {carriesGoal && <Tag>{t.carriesGoal}</Tag>}
      {spreadFrom !== undefined && <Tag>{t.spreadFrom(spreadFrom)}</Tag>}
    </p>
  );
}

function Agreed({
  card: { agreed, nextStep, nextOn },
  today,
  language,
}: {
  readonly card: Card;
  readonly today: DayKey;
  readonly language: Language;
}) {
  const t = attachment[language];
  if (agreed === undefined && nextStep === undefined && nextOn === undefined) return null;
  return (
    <dl className="programme-agreed">
      {agreed !== undefined && (
        <div>
          <dt>{t.agreed}</dt>
          <dd>{agreed}</dd>
        </div>
      )}
      {(nextStep !== undefined || nextOn !== undefined) && (
        <div>
          <dt>{t.nextStep}</dt>
          <dd>{nextStep}</dd>
          {nextOn !== undefined && (
            <dd className={nextOn < today ? 'programme-overdue' : 'board-soft'}>
              <DrawnText>
                {nextOn < today
                  ? t.overdue(shortDay(nextOn, language))
                  : `${t.nextOn} ${shortDay(nextOn, language)}`}
              </DrawnText>
            </dd>
          )}
        </div>
      )}
    </dl>
  );
}

function AgreementForm({
  card,
  busy,
  language,
  onAgree,
}: {
  readonly card: Card;
  readonly busy: boolean;
  readonly language: Language;
  readonly onAgree: (agreement: WorkflowAgreement) => void;
}) {
  const t = attachment[language];
  const [agreed, setAgreed] = useState(card.agreed ?? '');
  const [nextStep, setNextStep] = useState(card.nextStep ?? '');
  const [nextOn, setNextOn] = useState<string>(card.nextOn ?? '');
  const need = board[language].optional;
  return (
    <details className="board-more">
      <summary aria-label={t.editNamed(card.name)}>{t.edit}</summary>
      <form
        className="board-stack"
        onSubmit={(event) => {
          event.preventDefault();
          const on = parseDay(nextOn);
          if (busy) return;
          onAgree({
            ...(agreed.trim() === '' ? {} : { agreed: agreed.trim() }),
            ...(nextStep.trim() === '' ? {} : { nextStep: nextStep.trim() }),
            ...(on === undefined ? {} : { nextOn: on }),
          });
        }}
      >
        <TextField
          label={t.agreed}
          need={need}
          maxLength={200}
          value={agreed}
          onChange={setAgreed}
        />
        <TextField
          label={t.nextStep}
          need={need}
          maxLength={200}
          value={nextStep}
          onChange={setNextStep}
        />
        <TextField label={t.nextOn} need={need} type="date" value={nextOn} onChange={setNextOn} />
        <Button type="submit" size="small" busy={busy}>
          {t.save}
        </Button>
      </form>
    </details>
  );
}
