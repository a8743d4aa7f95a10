import { access } from '../../lib/i18n/access.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What a page knows of the tools whose pages the browser keeps us out of. */
export interface ToolAccess {
  /** Names of those tools; usually none. */
  readonly closedTools: readonly string[];
  /** Asks the browser for all of them; called in the handler of the press. */
  readonly onAllow: () => void;
}

/** Says that nothing happens on a tool's page, why, and how to change it; nothing while all are open. */
export function ToolAccessNotice({
  closedTools,
  onAllow,
  language,
}: ToolAccess & { readonly language: Language }) {
  if (closedTools.length === 0) return null;
  const t = access[language];
  return (
    <Notice
      tone="attention"
      title={t.title(new Intl.ListFormat(language).format(closedTools))}
      action={
        <Button size="small" onClick={onAllow}>
          {t.allow}
        </Button>
      }
    >
      {t.lead}
    </Notice>
  );
}
