import { useCallback, useEffect, useState } from 'react';
import { PACK_NAMES } from '../../../content/packs.ts';
import {
  DepartmentPrompts,
  StalePrompts,
  type PromptsDeeds,
} from '../../../components/board/department-prompts.tsx';
import { DepartmentWork } from '../../../components/board/department-work.tsx';
import { NewWork } from '../../../components/board/new-work.tsx';
import { ReviewQueue } from '../../../components/board/review-queue.tsx';
import type { PackOutline } from '../../../lib/contract/pack.ts';
import { createPackFiles } from '../../../lib/platform/pack-files.ts';
import type { HubAnswer } from '../../../lib/app/hub-port.ts';
import type {
  DepartmentLibrary,
  PromptAct,
  SharedWorkflowDraft,
  WorkflowAct,
} from '../../../lib/contract/hub/sharing.ts';
import { board } from '../../../lib/i18n/board.ts';
import { boardLibrary } from '../../../lib/i18n/board-library.ts';
import { workflows as workflowWords } from '../../../lib/i18n/workflows.ts';
import { TOOLS } from '../../../lib/sites/registry.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 業務とプロンプト: the review queue, what should be looked at again, the department's workflows and prompts. */
export function LibraryPage(context: BoardContext) {
  const { hub, department, language } = context;
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => hub.library(id), [hub, id]));
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return <Library {...context} library={asked.value} again={again} />;
}

function Library({
  hub,
  department,
  role,
  language,
  change,
  library,
  again,
}: BoardContext & { readonly library: DepartmentLibrary; readonly again: () => void }) {
  const t = boardLibrary[language];
  const [busy, setBusy] = useState<string>();
  const canDecide = role !== 'advisor';
  /** Waits, says what came of it, and looks again whatever it was: somebody else may have been quicker. */
  const carryOut = async <T,>(
    about: string,
    answer: Promise<HubAnswer<T>>,
    done: string,
  ): Promise<boolean> => {
    setBusy(about);
    const result = await change(answer, done);
    setBusy(undefined);
    again();
    return result !== undefined;
  };
  const onPrompt = (id: string, act: PromptAct, done: string) =>
    void carryOut(id, hub.actOnPrompt(id, act), done);
  const onWorkflow = (id: string, act: WorkflowAct, done: string) =>
    void carryOut(id, hub.actOnWorkflow(id, act), done);
  const register = (about: string, draft: SharedWorkflowDraft) =>
    carryOut(
      about,
      hub.addWorkflow({ ...draft, departmentId: department.id }),
      t.registered(draft.name),
    );
  const { prompts, workflows } = library;
  const packs = usePackOutlines();
  const waiting = prompts
    .filter(({ open }) => open?.state === 'submitted')
    .toSorted((a, b) => (a.open?.submittedAt ?? 0) - (b.open?.submittedAt ?? 0));
  const along = new Set(waiting.map(({ workflowId }) => workflowId));
  const view = {
    prompts,
    workflows: workflows.filter(({ state }) => state === 'registered'),
    canDecide,
    busy,
  };
  const deeds: PromptsDeeds = {
    onKeep: ({ id }) => onPrompt(id, { do: 'keep' }, t.kept),
    onRetire: ({ id }) => onPrompt(id, { do: 'retire' }, t.retired),
    onReuse: ({ id, state }, version) =>
      onPrompt(id, { do: 'reuse', version }, state === 'retired' ? t.reused : t.broughtBack),
    onAttach: ({ id }, workflowId) => onPrompt(id, { do: 'attach', workflowId }, t.workflowSaved),
    async versionsOf({ id }) {
      const answer = await hub.promptVersions(department.id, id);
      return answer.ok ? answer.value.versions : undefined;
    },
  };
  return (
    <>
      <ReviewQueue
        view={{
          prompts: waiting,
          workflows: workflows.filter(({ id, state }) => state === 'proposed' && !along.has(id)),
          offers: library.offers,
          known: workflows,
          canDecide,
          busy,
        }}
        language={language}
        deeds={{
          onApprove: ({ id }, version) => onPrompt(id, { do: 'approve', version }, t.approved),
          onReturn: ({ id }, version, word) =>
            onPrompt(id, { do: 'return', version, word }, t.returned),
          onAccept: ({ id }, taken) =>
            onWorkflow(
              id,
              { do: 'accept', prompts: [...taken] },
              taken.length === 0 ? t.accepted : t.acceptedWith(taken.length),
            ),
          onDecline: ({ id }) => onWorkflow(id, { do: 'withdraw' }, t.declined),
        }}
      />
      <StalePrompts {...{ view, language, deeds }} />
      <DepartmentWork
        view={{ workflows, packs, canDecide, busy }}
        language={language}
        deeds={{
          onRegister: (pack, workflow) => {
            const { rhythm, tool, minutes } = workflow;
            void register(`${pack.id}/${workflow.id}`, {
              name: workflow.name[language],
              kind: pack.id,
              rhythm,
              ...(tool === undefined ? {} : { tool }),
              minutes,
              source: { pack: pack.id, item: workflow.id },
            });
          },
          onRetire: ({ id }) => onWorkflow(id, { do: 'retire' }, t.retired),
          onReuse: ({ id }) => onWorkflow(id, { do: 'accept' }, t.reused),
        }}
        byHand={
          <NewWork
            language={language}
            kinds={[
              ...PACK_NAMES.map(({ id, name }) => ({ id, name: name[language] })),
              { id: 'other', name: workflowWords[language].kindOther },
            ]}
            tools={TOOLS}
            busy={busy === 'new'}
            onRegister={(draft) => register('new', draft)}
          />
        }
      />
      <DepartmentPrompts {...{ view, language, deeds }} />
    </>
  );
}

const files = createPackFiles();

/** The packs to register work from; none until they are read. */
function usePackOutlines(): readonly PackOutline[] {
  const [packs, setPacks] = useState<readonly PackOutline[]>([]);
  useEffect(() => {
    let isShown = true;
    files.outlines().then(
      (outlines) => {
        if (isShown) setPacks(outlines);
      },
      // Without them work is registered by hand.
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, []);
  return packs;
}
