import { useState } from 'react';
import {
  DepartmentsPrompt,
  NewerVersion,
} from '../../../components/prompts/department-version.tsx';
import { ShareCard } from '../../../components/prompts/share-card.tsx';
import type { ShareChoice } from '../../../components/prompts/share-preview.tsx';
import { sameJson } from '../../../lib/app/same-json.ts';
import { shareRequest, textToShare } from '../../../lib/app/share-request.ts';
import type { Prompt, PromptText } from '../../../lib/domain/workflow.ts';
import { sharing } from '../../../lib/i18n/sharing.ts';
import type { DashboardContext } from '../dashboard-context.ts';
import { isLiving } from '../trash-items.ts';

type Props = DashboardContext & { readonly prompt: Prompt };

/** Sharing an own prompt with the department; nothing without a company, or for a prompt that is the department's alone. */
export function ShareSection({ prompt, language, person, send, say }: Props) {
  const [busy, setBusy] = useState(false);
  const { shared } = person;
  if (shared === undefined || shared.offered.has(prompt.id)) return undefined;
  const t = sharing[language];
  const held = shared.prompts.find(({ id }) => id === prompt.id);
  const workflow = person.workflows.find((each) => isLiving(each) && each.id === prompt.workflowId);
  const isTheirs = shared.workflows.some(({ id }) => id === workflow?.id);
  const requestFor = (choice: ShareChoice) =>
    shareRequest({ prompt, workflow, shared: shared.workflows, held, ...choice });
  const carryOut = async (command: Parameters<typeof send>[0], done: string): Promise<boolean> => {
    setBusy(true);
    const reply = await send(command);
    setBusy(false);
    if (reply.ok) say({ text: done });
    return reply.ok;
  };
  return (
    <ShareCard
      view={{
        department: shared.department,
        mine: held?.mine,
        improves: held?.mine === undefined && held?.inUse !== undefined,
        isChanged: held?.mine !== undefined && !sameJson(held.mine.text, textToShare(prompt)),
        use: shared.use.get(prompt.id),
        workflow: workflow === undefined ? undefined : { name: workflow.name, proposed: !isTheirs },
      }}
      language={language}
      requestFor={requestFor}
      busy={busy}
      onShare={(choice) =>
        carryOut({ type: 'sharePrompt', promptId: prompt.id, ...choice }, t.sent)
      }
      onWithdraw={() => void carryOut({ type: 'withdrawPrompt', promptId: prompt.id }, t.withdrawn)}
    />
  );
}

/** What the department's side says above the editor: that it is theirs, or that they have a later version. */
export function DepartmentSection({
  prompt,
  language,
  person,
  onTake,
}: Pick<Props, 'prompt' | 'language' | 'person'> & {
  readonly onTake: (text: PromptText, source: Prompt['source']) => void;
}) {
  const { shared } = person;
  const { source } = prompt;
  if (shared === undefined) return undefined;
  if (shared.offered.has(prompt.id)) {
    return source.kind === 'department' ? (
      <DepartmentsPrompt source={source} language={language} />
    ) : undefined;
  }
  const held = shared.prompts.find(({ id }) => id === prompt.id);
  const newer = held?.inUse;
  if (newer === undefined || newer.version <= versionHere(prompt, held?.mine?.version)) {
    return undefined;
  }
  if (sameJson(newer.text, textToShare(prompt))) return undefined;
  const { version, author, text } = newer;
  return (
    <NewerVersion
      prompt={prompt}
      text={text}
      language={language}
      onTake={() =>
        onTake(text, {
          kind: 'department',
          department: shared.department,
          version,
          ...(author === undefined ? {} : { author }),
        })
      }
    />
  );
}

/** The department's version that a text here came from, or went there as. */
function versionHere({ source }: Prompt, sent = 0): number {
  return Math.max(sent, source.kind === 'department' ? (source.version ?? 0) : 0);
}
