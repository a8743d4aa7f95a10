import { useState } from 'react';
import { DataTransfer, type ImportPreview } from '../../../components/settings/data-transfer.tsx';
import {
  previewImport,
  type ImportPreview as ImportOutcome,
} from '../../../lib/app/import-everything.ts';
import { importRefusals } from '../../../lib/i18n/import-refusals.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { settings as strings } from '../../../lib/i18n/settings.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { readHeld, saveExport } from '../held.ts';

/** データ: export and import. */
export function dataPage(context: DashboardContext): Page {
  const t = strings[context.language];
  return { heading: t.dataTitle, lead: t.dataLead, content: <DataContent {...context} /> };
}

function DataContent({ language, person, send, say }: DashboardContext) {
  const t = strings[language];
  const [chosen, setChosen] = useState<{ name: string; text: string; outcome: ImportOutcome }>();
  const [busy, setBusy] = useState(false);
  const look = async (name: string, text: string): Promise<void> => {
    const outcome = previewImport(text, await readHeld(), Date.now());
    setChosen({ name, text, outcome });
  };
  const merge = async (): Promise<void> => {
    if (chosen === undefined) return;
    setBusy(true);
    const reply = await send({ type: 'importFile', text: chosen.text });
    setBusy(false);
    if (!reply.ok) return;
    setChosen(undefined);
    say({ text: t.importDone });
  };
  return (
    <DataTransfer
      language={language}
      chosen={
        chosen === undefined
          ? undefined
          : { name: chosen.name, preview: previewInWords(chosen.outcome, language) }
      }
      busy={busy}
      onExport={() => void saveExport(person.today).then((name) => say({ text: t.exported(name) }))}
      onFile={(name, text) => void look(name, text)}
      onMerge={() => void merge()}
      onCancel={() => setChosen(undefined)}
    />
  );
}

function previewInWords(outcome: ImportOutcome, language: Language): ImportPreview {
  if (!outcome.ok) {
    const reasons = importRefusals[language];
    return {
      ok: false,
      refusals: outcome.refusals.map(({ line, field, reason }) => ({
        line,
        field,
        reason: reasons[reason],
      })),
    };
  }
  const t = strings[language];
  const counted = [
    { name: t.importDays, counts: outcome.days },
    { name: t.importWorkflows, counts: outcome.workflows },
    { name: t.importPrompts, counts: outcome.prompts },
  ].map(({ name, counts: { added, changed, same } }) => ({
    name,
    inFile: added + changed + same,
    added,
    changed,
  }));
  const fields = [
    { name: t.importSettings, changed: outcome.settings.length },
    { name: t.importCalendar, changed: outcome.calendar.length },
  ].map(({ name, changed }) => ({ name, inFile: undefined, added: undefined, changed }));
  return { ok: true, changesAnything: outcome.changesAnything, rows: [...counted, ...fields] };
}
