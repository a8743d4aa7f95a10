import { useState } from 'react';
import type { Language } from '../../lib/i18n/language.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

/** Deletes everything after the person typed the word for it, in either language. */
export function DeleteEverything({
  language,
  onDelete,
}: {
  readonly language: Language;
  readonly onDelete: () => Promise<void>;
}) {
  const t = strings[language];
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const isSure = typed.trim().toLowerCase() === t.deleteWord;
  const leave = (): void => {
    setOpen(false);
    setTyped('');
  };
  return (
    <section className="trust-delete" aria-labelledby="trust-delete">
      <h3 id="trust-delete">{t.deleteHeading}</h3>
      <p className="trust-note">{t.deleteLead}</p>
      {open ? (
        <form
          className="trust-delete-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSure || busy) return;
            setBusy(true);
            void onDelete().finally(() => {
              setBusy(false);
              leave();
            });
          }}
        >
          <TextField
            label={t.deleteConfirm(t.deleteWord)}
            value={typed}
            autoComplete="off"
            onChange={setTyped}
          />
          <div className="trust-press">
            <Button type="submit" variant="danger" icon="trash" disabled={!isSure} busy={busy}>
              {t.deleteFinal}
            </Button>
            <Button variant="plain" onClick={leave}>
              {t.deleteCancel}
            </Button>
          </div>
        </form>
      ) : (
        <Button variant="danger" icon="trash" onClick={() => setOpen(true)}>
          {t.deleteStart}
        </Button>
      )}
    </section>
  );
}
