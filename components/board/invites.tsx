import { useState } from 'react';
import type { Invite, NewInviteRequest } from '../../lib/contract/hub/people.ts';
import { board } from '../../lib/i18n/board.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { CopyLine } from '../team/copy-line.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Figure } from '../ui/figure.tsx';
import { QrCode } from './qr-code.tsx';
import './board.css';

type InviteRole = NewInviteRequest['role'];

/** What the people's page shows of one department. */
export interface InvitesView {
  readonly organisation: string;
  readonly department: string;
  /** How many belong to it; absent where the hub does not say. */
  readonly members: number | undefined;
  /** Newest first. */
  readonly invites: readonly Invite[];
  /** The one just made, shown this once. */
  readonly made: { readonly link: string; readonly role: InviteRole } | undefined;
  readonly nowMs: number;
}

/** Counts, an invite to make, its link and QR code, and those that are out. No names. */
export function Invites({
  view,
  roles,
  language,
  busy,
  onMake,
  onRevoke,
  onCopy,
}: {
  readonly view: InvitesView;
  /** Roles this person may invite. */
  readonly roles: readonly InviteRole[];
  readonly language: Language;
  readonly busy: boolean;
  readonly onMake: (invite: NewInviteRequest) => void;
  readonly onRevoke: (invite: Invite) => void;
  readonly onCopy: (text: string) => void;
}) {
  const t = board[language];
  const { made, invites, nowMs } = view;
  const left = invites
    .filter((invite) => stateOf(invite, nowMs) === 'open')
    .reduce((sum, { maxUses, uses }) => sum + maxUses - uses, 0);
  return (
    <>
      <div className="board-counts">
        {view.members !== undefined && (
          <Figure
            word={t.members}
            value={view.members}
            unit={t.membersUnit(view.members)}
            beside={t.membersHint}
          />
        )}
        <Figure word={t.invited} value={left} unit={t.membersUnit(left)} beside={t.invitedHint} />
      </div>
      <Card title={t.inviteHeading}>
        <p className="board-soft">{t.inviteLead}</p>
        <NewInvite {...{ roles, language, busy, onMake }} />
        <div aria-live="polite">
          {made !== undefined && (
            <div className="board-made">
              <QrCode text={made.link} label={t.inviteQr} />
              <div>
                <CopyLine
                  label={t.inviteLink(t[`role_${made.role}`])}
                  text={made.link}
                  copyLabel={t.inviteCopy}
                  onCopy={onCopy}
                />
                <Button
                  icon="mail"
                  onClick={() =>
                    onCopy(t.inviteText(view.organisation, view.department, made.link))
                  }
                >
                  {t.inviteMessage}
                </Button>
              </div>
            </div>
          )}
        </div>
      </Card>
      <Card title={t.invites}>
        {invites.length === 0 ? (
          <EmptyState title={t.invitesNone}>{t.invitesNoneLead}</EmptyState>
        ) : (
          <ul className="board-rows">
            {invites.map((invite) => (
              <InviteRow key={invite.id} {...{ invite, nowMs, language, onRevoke }} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function NewInvite({
  roles,
  language,
  busy,
  onMake,
}: {
  readonly roles: readonly InviteRole[];
  readonly language: Language;
  readonly busy: boolean;
  readonly onMake: (invite: NewInviteRequest) => void;
}) {
  const t = board[language];
  const [role, setRole] = useState<InviteRole>('member');
  const [uses, setUses] = useState('10');
  const [days, setDays] = useState('14');
  return (
    <form
      className="board-form"
      onSubmit={(event) => {
        event.preventDefault();
        onMake({ role, maxUses: Number(uses), expiresInDays: Number(days) });
      }}
    >
      {roles.length > 1 && (
        <Select
          label={t.inviteRole}
          value={role}
          options={roles.map((value) => ({ value, label: t[`role_${value}`] }))}
          onChange={setRole}
        />
      )}
      <TextField
        label={t.inviteUses}
        type="number"
        min={1}
        max={1000}
        required
        value={uses}
        onChange={setUses}
      />
      <TextField
        label={t.inviteDays}
        type="number"
        min={1}
        max={365}
        required
        value={days}
        onChange={setDays}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t.inviteMake}
      </Button>
    </form>
  );
}

function InviteRow({
  invite,
  nowMs,
  language,
  onRevoke,
}: {
  readonly invite: Invite;
  readonly nowMs: number;
  readonly language: Language;
  readonly onRevoke: (invite: Invite) => void;
}) {
  const t = board[language];
  const state = stateOf(invite, nowMs);
  const role = t[`role_${invite.role}`];
  return (
    <li>
      <div>
        <p className="board-row-name">{role}</p>
        <p className="board-soft">
          {state === 'open'
            ? t.inviteState_open(
                invite.maxUses - invite.uses,
                instantWords(invite.expiresAt, language),
              )
            : t[`inviteState_${state}`]}
          {' · '}
          {t.inviteUsed(invite.uses, invite.maxUses)}
        </p>
      </div>
      {state === 'open' && (
        <Button
          size="small"
          aria-label={t.inviteRevokeNamed(role)}
          onClick={() => onRevoke(invite)}
        >
          {t.inviteRevoke}
        </Button>
      )}
    </li>
  );
}

function stateOf(
  { revoked, expiresAt, uses, maxUses }: Invite,
  nowMs: number,
): 'open' | 'used' | 'expired' | 'revoked' {
  if (revoked) return 'revoked';
  if (uses >= maxUses) return 'used';
  return expiresAt <= nowMs ? 'expired' : 'open';
}
