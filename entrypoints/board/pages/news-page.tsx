import { useCallback, useState } from 'react';
import { ToolNews } from '../../../components/board/tool-news.tsx';
import { monthOf } from '../../../lib/domain/day.ts';
import { board } from '../../../lib/i18n/board.ts';
import { boardLibrary } from '../../../lib/i18n/board-library.ts';
import { TOOLS } from '../../../lib/sites/registry.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 新しいこと: one note a tool and month. */
export function NewsPage({ hub, department, language, today, change }: BoardContext) {
  const t = boardLibrary[language];
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => hub.library(id), [hub, id]));
  const [busy, setBusy] = useState<string>();
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  const { notes, prompts } = asked.value;
  return (
    <ToolNews
      view={{
        notes,
        prompts: prompts.filter(({ state }) => state === 'inUse'),
        tools: TOOLS,
        month: monthOf(today),
        busy,
      }}
      language={language}
      onPublish={async (note) => {
        setBusy('new');
        const published = await change(hub.publishNote({ ...note, departmentId: id }), t.published);
        setBusy(undefined);
        again();
        return published !== undefined;
      }}
      onWithdraw={(note) => {
        setBusy(note.id);
        void change(hub.actOnNote(note.id, { do: 'withdraw' }), t.withdrawn).then(() => {
          setBusy(undefined);
          again();
        });
      }}
    />
  );
}
