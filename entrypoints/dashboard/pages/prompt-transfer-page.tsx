import { useState } from 'react';
import { PromptTransfer, type ChosenFile } from '../../../components/prompts/prompt-transfer.tsx';
import { findDuplicates } from '../../../lib/app/prompt-files/find-duplicates.ts';
import type { FilePrompt, PromptFormat } from '../../../lib/app/prompt-files/prompt-file.ts';
import { readPrompts } from '../../../lib/app/prompt-files/read-prompts.ts';
import { writePrompts } from '../../../lib/app/prompt-files/write-prompts.ts';
import type { PromptDraft } from '../../../lib/contract/workflow.ts';
import { variablesFor } from '../../../lib/domain/template.ts';
import { prompts as strings } from '../../../lib/i18n/prompts.ts';
import type { DashboardContext } from '../dashboard-context.ts';
import { saveFile } from '../device.ts';
import { isLiving } from '../trash-items.ts';

const MEDIA: Readonly<Record<PromptFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  md: 'text/markdown;charset=utf-8',
};

/** プロンプト › 取り込みと書き出し. */
export function PromptTransferContent({ language, person, send, say }: DashboardContext) {
  const t = strings[language];
  const [chosen, setChosen] = useState<ChosenFile>();
  const [busy, setBusy] = useState(false);
  const living = person.prompts.filter(isLiving);
  // The department's are found as duplicates; only one's own leave in a file.
  const own = living.filter(({ id }) => person.shared?.offered.has(id) !== true);
  const workflows = person.workflows.filter(isLiving);

  const look = (name: string, text: string): void => {
    const read = readPrompts(name, text);
    if (!read.ok) {
      const { reason } = read;
      setChosen({
        name,
        trouble: reason === 'tooLarge' || reason === 'noPrompts' ? reason : 'unreadable',
      });
      return;
    }
    const standings = findDuplicates(read.prompts, living);
    const offered = read.prompts.map((prompt, index) => ({
      prompt,
      standing: standings[index] ?? ({ kind: 'new' } as const),
    }));
    setChosen({ name, offered, refused: read.refused.map(({ at }) => at) });
  };
  const draftOf = ({ title, body, group }: FilePrompt): PromptDraft => {
    const workflow = workflows.find(({ name }) => name === group);
    return {
      title,
      body,
      variables: variablesFor(body, []).map(({ name, type, required }) => ({
        name,
        type,
        required,
      })),
      source: { kind: 'own' },
      ...(workflow === undefined ? {} : { workflowId: workflow.id }),
    };
  };
  const add = async (taken: readonly FilePrompt[]): Promise<void> => {
    setBusy(true);
    const reply = await send({ type: 'addPrompts', prompts: taken.map(draftOf) });
    setBusy(false);
    if (!reply.ok) return;
    setChosen(undefined);
    say({ text: t.importAdded(taken.length) });
  };
  const save = (format: PromptFormat): void => {
    const names = new Map(workflows.map(({ id, name }) => [id, name]));
    const text = writePrompts(
      format,
      own.map(({ title, body, workflowId }) => ({
        title,
        body,
        group: names.get(workflowId ?? ''),
      })),
    );
    const name = `banso-prompts-${person.today}.${format}`;
    saveFile(name, text, MEDIA[format]);
    say({ text: t.exported(name) });
  };
  return (
    <PromptTransfer
      language={language}
      chosen={chosen}
      busy={busy}
      own={own.length}
      onFile={look}
      onAdd={(taken) => void add(taken)}
      onCancel={() => setChosen(undefined)}
      onExport={save}
    />
  );
}
