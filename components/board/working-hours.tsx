import { useState } from 'react';
import type { OrganisationReply } from '../../lib/contract/hub/organisation.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { SaveForm } from './save-form.tsx';
import { readWorkingHours, workingHoursForm } from './working-hours-form.ts';
import './board.css';

/** The hours in which the clock of questions runs (METRICS.md M12), with one break or none. */
export function WorkingHours({
  workingHours,
  language,
  busy,
  onSave,
}: {
  readonly workingHours: OrganisationReply['workingHours'];
  readonly language: Language;
  readonly busy: boolean;
  readonly onSave: (workingHours: OrganisationReply['workingHours']) => void;
}) {
  const t = boardCompany[language];
  const shown = workingHoursForm(workingHours);
  const [draft, setDraft] = useState<Partial<typeof shown>>({});
  const [tried, setTried] = useState(false);
  const form = { ...shown, ...draft };
  const read = readWorkingHours(form);
  const field = (name: keyof typeof shown, label: string, more: object = {}) => (
    <TextField
      {...{ label, ...more }}
      type="time"
      value={form[name]}
      onChange={(value) => setDraft({ ...draft, [name]: value })}
    />
  );
  return (
    <Card title={t.workingHours}>
      <SaveForm
        unsaved={Object.entries(shown).some(
          ([name, value]) => form[name as keyof typeof shown] !== value,
        )}
        {...{ busy, language }}
        onSave={() => {
          setTried(true);
          if (read === undefined) return false;
          onSave(read);
          return true;
        }}
      >
        <p className="board-soft">{t.workingHoursLead}</p>
        <div className="board-pair">
          {field('from', t.workingFrom, {
            error: tried && read === undefined ? t.workingHoursWrong : undefined,
          })}
          {field('to', t.workingTo)}
          {field('breakFrom', t.breakFrom, { need: t.optional })}
          {field('breakTo', t.breakTo, { need: t.optional })}
        </div>
      </SaveForm>
    </Card>
  );
}
