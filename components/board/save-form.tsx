import type { ReactNode } from 'react';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useUnsavedWarning } from '../ui/use-unsaved-warning.ts';

/**
 * Fields that are sent together, by one press. While something is unsaved it says so, and closing the window asks first.
 * After a press that finds something wrong, focus goes to the first field that needs the person.
 */
export function SaveForm({
  unsaved,
  busy,
  language,
  onSave,
  children,
}: {
  readonly unsaved: boolean;
  readonly busy: boolean;
  readonly language: Language;
  /** False when a field is wrong and nothing was sent. */
  readonly onSave: () => boolean;
  readonly children: ReactNode;
}) {
  const t = boardCompany[language];
  useUnsavedWarning(unsaved);
  return (
    <form
      className="board-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        if (busy || onSave()) return;
        requestAnimationFrame(() =>
          form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
        );
      }}
    >
      {children}
      <div className="board-bar">
        <Button type="submit" busy={busy} disabled={!unsaved}>
          {t.save}
        </Button>
        <output className="board-soft">{unsaved && t.unsaved}</output>
      </div>
    </form>
  );
}
