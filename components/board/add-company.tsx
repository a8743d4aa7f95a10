import { useState } from 'react';
import { companies } from '../../lib/i18n/companies.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import './board.css';

/** Adds a company by its advisor's invite. What is never sent stands beside the press. */
export function AddCompany({
  language,
  busy,
  onAdd,
}: {
  readonly language: Language;
  readonly busy: boolean;
  /** Called in the press itself, so that the browser may ask for the permission. */
  readonly onAdd: (invite: string, displayName: string) => void;
}) {
  const t = companies[language];
  const [invite, setInvite] = useState('');
  const [name, setName] = useState('');
  return (
    <Card title={t.add}>
      <form
        className="board-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && invite.trim() !== '') onAdd(invite.trim(), name.trim());
        }}
      >
        <TextField
          label={t.invite}
          hint={t.inviteHint}
          required
          value={invite}
          onChange={setInvite}
        />
        <TextField
          label={t.name}
          need={t.optional}
          maxLength={80}
          value={name}
          onChange={setName}
        />
        <p className="board-soft">{t.promise}</p>
        <div className="board-presses">
          <Button type="submit" variant="primary" busy={busy}>
            {t.join}
          </Button>
        </div>
      </form>
    </Card>
  );
}
