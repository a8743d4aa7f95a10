import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** What others than owners find at the company's page: why it is not theirs, and what is. */
export function OwnersOnly({
  isChampion,
  language,
}: {
  readonly isChampion: boolean;
  readonly language: Language;
}) {
  const t = boardCompany[language];
  return (
    <EmptyState
      title={t.ownersOnly}
      level={2}
      action={
        isChampion ? <ButtonLink href="#/calendar">{t.ownersOnlyAction}</ButtonLink> : undefined
      }
    >
      {t.ownersOnlyLead} {isChampion && t.ownersOnlyChampion}
    </EmptyState>
  );
}
