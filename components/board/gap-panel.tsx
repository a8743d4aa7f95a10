import { percent, shareWords } from '../../lib/app/department-summary-words.ts';
import type { GapReply } from '../../lib/contract/hub/gap.ts';
import { addDays, mondayOfWeek } from '../../lib/domain/day.ts';
import { GAP_STEPS, gapPanelState, type GapStep } from '../../lib/domain/gap-panel.ts';
import type { Figure, ReleasedReview } from '../../lib/domain/released.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import { gapPanel, gapStates, mayOfferWords } from '../../lib/i18n/gap.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Definition } from '../ui/definition.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import './board.css';

const PAGES: Readonly<Record<Exclude<GapStep, 'offer'>, string>> = {
  meeting: '#/meetings',
  library: '#/library',
  attachment: '#/attachment',
  invite: '#/people',
  lines: '#/week',
};

type Review = Pick<ReleasedReview, 'active28' | 'habitual' | 'topFifth'>;

/** How a department's use is spread (METRICS.md M10): a sentence, three shares with the four weeks before, one thing to do. */
export function GapPanel({
  reply,
  language,
  busy,
  onOffer,
}: {
  readonly reply: GapReply;
  readonly language: Language;
  readonly busy?: boolean | undefined;
  /** Absent for those who read along. */
  readonly onOffer?: (() => void) | undefined;
}) {
  const t = gapPanel[language];
  const { now, before } = reply;
  const state = gapPanelState(now);
  const words = gapStates[language][state];
  const isTold = now.gap.shown;
  return (
    <Card title={t.heading}>
      <div className="board-week">
        <div>
          <p>{words.says}</p>
          {isTold && <p className="board-soft">{spanOf(now, language)}</p>}
        </div>
        {isTold && (
          <div className="board-numbers">
            {(['topFifth', 'nonUsers', 'habitual'] as const).map((part) => (
              <div className="board-number" key={part}>
                <h3>
                  <Definition word={t[part]} meaning={t[`${part}Meaning`]} />
                </h3>
                <p className="board-number-value">{shareOf(now, part, language)}</p>
                <p className="board-soft">{t.before(shareOf(before, part, language))}</p>
              </div>
            ))}
          </div>
        )}
        <section className="board-action">
          <p className="board-soft">{t.next}</p>
          <h3>{words.title}</h3>
          <p>{words.why}</p>
          <Step {...{ reply, language, busy, onOffer }} step={GAP_STEPS[state]} act={words.act} />
        </section>
        <p className="board-soft">
          <Definition word={t.counts} meaning={t.countsText} />
        </p>
      </div>
    </Card>
  );
}

function Step({
  reply: { mayOffer, offer, nextOfferFrom },
  step,
  act,
  language,
  busy,
  onOffer,
}: {
  readonly reply: GapReply;
  readonly step: GapStep;
  readonly act: string;
  readonly language: Language;
  readonly busy?: boolean | undefined;
  readonly onOffer?: (() => void) | undefined;
}) {
  const t = gapPanel[language];
  if (step !== 'offer') return <ButtonLink href={PAGES[step]}>{act}</ButtonLink>;
  const day = mayOffer === 'stands' ? offer?.until : nextOfferFrom;
  const against = mayOfferWords[language][mayOffer](
    day === undefined ? '' : shortDay(day, language),
  );
  return (
    <>
      {mayOffer === 'yes' && onOffer !== undefined && (
        <p>
          <Button variant="primary" disabled={busy === true} onClick={onOffer}>
            {act}
          </Button>
        </p>
      )}
      {against !== '' && (
        <p>
          <DrawnText>{against}</DrawnText>
        </p>
      )}
      {mayOffer === 'stands' && <ButtonLink href="#/help">{t.questions}</ButtonLink>}
      <p className="board-soft">{t.private}</p>
    </>
  );
}

function spanOf({ from, to }: ReleasedReview, language: Language): string {
  return gapPanel[language].span(
    shortDay(mondayOfWeek(from), language),
    shortDay(addDays(mondayOfWeek(to), 6), language),
  );
}

/** A share as the floor tells it; the non-users are the rest of those who came. */
function shareOf(
  { active28, habitual, topFifth }: Review,
  part: 'topFifth' | 'nonUsers' | 'habitual',
  language: Language,
): string {
  const none = gapPanel[language].notShown;
  if (part === 'topFifth') {
    if (!topFifth.shown) return none;
    const { low, high } = topFifth;
    return low === high ? percent(low) : `${percent(low)}–${percent(high)}`;
  }
  const figure = part === 'habitual' ? habitual : restOf(active28);
  return figure.shown ? shareWords(figure, language) : none;
}

function restOf(figure: Figure): Figure {
  if (!figure.shown) return figure;
  const { low, high, of } = figure;
  return { ...figure, low: of - high, high: of - low };
}
