import { useCallback, useState } from 'react';
import { Invites, type InvitesView } from '../../../components/board/invites.tsx';
import { board } from '../../../lib/i18n/board.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 人と招待. */
export function PeoplePage(context: BoardContext) {
  const { hub, organisation, department, role, language, nowMs, copy, change } = context;
  const t = board[language];
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => hub.invites(id), [hub, id]));
  const [made, setMade] = useState<InvitesView['made']>();
  const [busy, setBusy] = useState(false);
  if (asked.state === 'loading') return <output>{t.loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return (
    <Invites
      view={{
        organisation: organisation.name,
        department: department.name,
        members: department.members,
        invites: asked.value.invites,
        made,
        nowMs,
      }}
      roles={role === 'owner' ? ['member', 'champion', 'advisor'] : ['member']}
      language={language}
      busy={busy}
      onMake={(wanted) => {
        setBusy(true);
        void change(hub.makeInvite(id, wanted), t.inviteMadeSaid).then((reply) => {
          setBusy(false);
          if (reply === undefined) return;
          setMade({ link: reply.link, role: wanted.role });
          again();
        });
      }}
      onRevoke={(invite) =>
        void change(hub.revokeInvite(id, invite.id), t.inviteRevoked).then(again)
      }
      onCopy={copy}
    />
  );
}
