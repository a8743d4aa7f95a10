import { useCallback, useState } from 'react';
import { AttachmentBoard } from '../../../components/board/attachment-board.tsx';
import type { HubAnswer } from '../../../lib/app/hub-port.ts';
import { attachment } from '../../../lib/i18n/attachment.ts';
import { board } from '../../../lib/i18n/board.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 装着: the department's workflows in their four stages, and the one to push this week. */
export function AttachmentPage({ hub, department, role, language, change, copy }: BoardContext) {
  const t = attachment[language];
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => hub.attachment(id), [hub, id]));
  const [busy, setBusy] = useState<string>();
  const carryOut = async <T,>(about: string, answer: Promise<HubAnswer<T>>, done: string) => {
    setBusy(about);
    await change(answer, done);
    setBusy(undefined);
    again();
  };
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  const reply = asked.value;
  return (
    <AttachmentBoard
      view={{ reply, canDecide: role !== 'advisor', busy }}
      language={language}
      deeds={{
        onAgree: (workflowId, agreement) =>
          void carryOut(workflowId, hub.agreeOnWorkflow(workflowId, agreement), t.savedSaid),
        onSpread: (workflowId, departmentId) => {
          const name = reply.spreads.find((each) => each.departmentId === departmentId);
          void carryOut(
            workflowId,
            hub.spreadWorkflow(workflowId, departmentId),
            t.spreadSaid(name?.departmentName ?? ''),
          );
        },
        onCopy: copy,
      }}
    />
  );
}
