import type { DeliveryDto } from '../../lib/contract/hub/channels.ts';
import { board, failureReasons } from '../../lib/i18n/board.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { deliveryWords } from './delivery-words.ts';
import './board.css';

/** Where the latest summary, or the latest of any other mail, did not arrive and is not tried any more, and why; nothing while all is well. */
export function Undelivered({
  deliveries,
  language,
}: {
  /** Newest first. */
  readonly deliveries: readonly DeliveryDto[];
  readonly language: Language;
}) {
  const t = board[language];
  const latest = new Map(deliveries.toReversed().map(({ kind, week }) => [kind, week]));
  const failed = deliveries.filter(
    ({ kind, week, state, reason }) =>
      week === latest.get(kind) && state === 'failed' && reason !== 'overtaken',
  );
  if (failed.length === 0) return undefined;
  return (
    <div className="board-screen-only">
      <Notice
        tone="attention"
        title={t.undelivered}
        action={<ButtonLink href="#/destinations">{t.undeliveredAction}</ButtonLink>}
      >
        <ul className="board-undelivered">
          {failed.map(({ id, kind, week, channelLabel, reason }) => (
            <li key={id}>
              {t.undeliveredTo(
                kind === 'weekly'
                  ? channelLabel
                  : t.deliveryLine(deliveryWords({ kind, week }, language), channelLabel),
                failureReasons[language][reason ?? 'failed'],
              )}
            </li>
          ))}
        </ul>
        <p>{t.undeliveredLead}</p>
      </Notice>
    </div>
  );
}
