import type { AttachmentReply, WorkflowAgreement } from '../../lib/contract/hub/programme.ts';
import { ATTACHMENT_STATES } from '../../lib/domain/attachment.ts';
import { attachment, attachmentStates, pushWords } from '../../lib/i18n/attachment.ts';
import { board } from '../../lib/i18n/board.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Definition } from '../ui/definition.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { AttachmentCard } from './attachment-card.tsx';
import './board.css';
import './programme.css';

/** What can be done on the board of attachment. */
export interface AttachmentDeeds {
  readonly onAgree: (id: string, agreement: WorkflowAgreement) => void;
  readonly onSpread: (id: string, departmentId: string) => void;
  readonly onCopy: (text: string) => void;
}

/** What it shows. */
export interface AttachmentView {
  readonly reply: AttachmentReply;
  /** Whether this person writes; advisors read along. */
  readonly canDecide: boolean;
  readonly busy: string | undefined;
}

/** A department's workflows in their four stages, the one to push this week first. */
export function AttachmentBoard({
  view,
  language,
  deeds,
}: {
  readonly view: AttachmentView;
  readonly language: Language;
  readonly deeds: AttachmentDeeds;
}) {
  const t = attachment[language];
  const { reply } = view;
  if (reply.cards.length === 0) {
    return (
      <EmptyState
        title={t.none}
        level={2}
        action={<ButtonLink href="#/library">{t.noneAction}</ButtonLink>}
      >
        {t.noneLead}
      </EmptyState>
    );
  }
  const isHidden = reply.hiddenBecause !== undefined;
  return (
    <>
      {isHidden ? (
        <Notice title={t.hidden}>{t.hiddenLead}</Notice>
      ) : (
        <Push {...{ reply, language }} onCopy={deeds.onCopy} />
      )}
      {reply.coverage !== undefined && (
        <div className="board-bar">
          <p className="board-soft">{t.lead}</p>
          <p className="programme-coverage">
            {t.coverage(reply.coverage.count, reply.coverage.of)}
          </p>
        </div>
      )}
      {isHidden ? (
        <Cards {...{ view, language, deeds }} cards={reply.cards} />
      ) : (
        <Columns {...{ view, language, deeds }} />
      )}
    </>
  );
}

function Push({
  reply,
  language,
  onCopy,
}: {
  readonly reply: AttachmentReply;
  readonly language: Language;
  readonly onCopy: (text: string) => void;
}) {
  const t = attachment[language];
  const words = pushWords(reply, language);
  return (
    <section className="board-action" aria-label={t.pushHeading}>
      <p className="board-soft">{t.pushHeading}</p>
      <h2 className="programme-todo">{words?.todo ?? t.pushNone}</h2>
      {words !== undefined && (
        <>
          <blockquote className="board-message">{words.message}</blockquote>
          <Button icon="copy" onClick={() => onCopy(words.message)}>
            {board[language].copyMessage}
          </Button>
        </>
      )}
    </section>
  );
}

interface Drawn {
  readonly view: AttachmentView;
  readonly language: Language;
  readonly deeds: AttachmentDeeds;
}

function Columns({ view, language, deeds }: Drawn) {
  const t = attachment[language];
  return (
    <div className="programme-columns">
      {ATTACHMENT_STATES.map((state) => {
        const cards = view.reply.cards.filter((card) => card.state === state);
        return (
          <section key={state} aria-label={attachmentStates[language][state].word}>
            <h2 className="programme-column-title">
              <Definition {...attachmentStates[language][state]} />
              <span className="board-soft">{t.count(cards.length)}</span>
            </h2>
            {cards.length === 0 ? (
              <p className="board-soft">{t.columnNone}</p>
            ) : (
              <Cards {...{ view, language, deeds, cards }} />
            )}
          </section>
        );
      })}
    </div>
  );
}

function Cards({ view, language, deeds, cards }: Drawn & Pick<AttachmentReply, 'cards'>) {
  const { reply, canDecide, busy } = view;
  return (
    <ul className="programme-cards">
      {cards.map((card) => (
        <li key={card.id}>
          <AttachmentCard
            card={card}
            level={reply.hiddenBecause === undefined ? 3 : 2}
            today={reply.today}
            spreads={canDecide ? reply.spreads.filter(({ id }) => id === card.id) : []}
            busy={busy === card.id}
            language={language}
            onAgree={canDecide ? (agreement) => deeds.onAgree(card.id, agreement) : undefined}
            onSpread={(departmentId) => deeds.onSpread(card.id, departmentId)}
          />
        </li>
      ))}
    </ul>
  );
}
