import type { ReactNode } from 'react';
import type { Offer } from '../../lib/contract/hub/check-in.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { OfferCard } from './offer-card.tsx';
import { PulseCard } from './pulse-card.tsx';
import type { Send } from './popup.tsx';

/** What to ask the person besides their work: one thing at most. */
export type ToAsk =
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'pulse'; readonly month: string };

/** Its card. Most days there is none, so the popup loads this after its first paint and only when there is something to ask. */
export function CheckInCard({
  ask,
  language,
  send,
}: {
  readonly ask: ToAsk;
  readonly language: Language;
  readonly send: Send;
}): ReactNode {
  return ask.kind === 'offer' ? (
    <OfferCard offer={ask.offer} {...{ language, send }} />
  ) : (
    <PulseCard month={ask.month} {...{ language, send }} />
  );
}
