import type { Offer } from '../../lib/contract/hub/check-in.ts';
import { checkIn } from '../../lib/i18n/check-in.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import type { Send } from './popup.tsx';

/** The champion's offer of ten minutes, to those it concerns. Only a yes leaves this browser, and it says so before. */
export function OfferCard({
  offer: { offeredOn, until },
  language,
  send,
}: {
  readonly offer: Offer;
  readonly language: Language;
  readonly send: Send;
}) {
  const t = checkIn[language];
  const answer = (said: 'yes' | 'notNow' | 'never') =>
    void send(
      { type: 'answerOffer', offeredOn, answer: said },
      said === 'yes' ? t.offerSaid : t.offerPut,
    );
  return (
    <section className="popup-question" aria-labelledby="popup-offer">
      <h2 id="popup-offer" className="popup-heading">
        {t.offer}
      </h2>
      <p>{t.offerLead}</p>
      <p className="popup-soft">
        {t.offerPrivate} {t.offerUntil(shortDay(until, language))}
      </p>
      <div className="popup-question-actions">
        <Button size="small" onClick={() => answer('yes')}>
          {t.offerYes}
        </Button>
        <Button size="small" variant="plain" onClick={() => answer('notNow')}>
          {t.offerNotNow}
        </Button>
        <Button size="small" variant="plain" onClick={() => answer('never')}>
          {t.offerNever}
        </Button>
      </div>
    </section>
  );
}
