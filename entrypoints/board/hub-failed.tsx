import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import type { HubTrouble } from '../../lib/contract/team.ts';
import { board } from '../../lib/i18n/board.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { troubles } from '../../lib/i18n/team.ts';

/** Why the hub did not answer, and the one thing to do. */
export function Failed({
  trouble,
  language,
  onRetry,
}: {
  readonly trouble: HubTrouble;
  readonly language: Language;
  readonly onRetry: () => void;
}) {
  return (
    <Notice
      tone="attention"
      live
      action={<Button onClick={onRetry}>{board[language].retry}</Button>}
    >
      {troubles[language][trouble.kind]}
    </Notice>
  );
}
