import type { ReactNode } from 'react';
import type { TeamView } from '../../lib/app/team-view.ts';
import { instantWords, shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { roles, team as strings, troubles } from '../../lib/i18n/team.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import './team.css';

/** Where one belongs, what the role sees and why, and how sending stands. */
export function Membership({
  view,
  language,
  board,
  busy,
  onSync,
}: {
  readonly view: TeamView;
  readonly language: Language;
  /** Address of the board, for those who have one. */
  readonly board: string | undefined;
  readonly busy: boolean;
  readonly onSync: () => void;
}) {
  const t = strings[language];
  const { team, sync } = view;
  const role = roles[language][team.role];
  return (
    <>
      <Card title={t.membership}>
        {sync.trouble?.kind === 'revoked' && (
          <Notice tone="attention" title={t.revoked}>
            {t.revokedLead}
          </Notice>
        )}
        <dl className="team-facts">
          <Fact word={t.organisation}>{team.organisation.name}</Fact>
          <Fact word={t.department}>{team.department.name}</Fact>
          <Fact word={t.role}>{role.name}</Fact>
          <Fact word={t.joinedOn}>{shortDay(team.joinedOn, language)}</Fact>
          <Fact word={t.hub}>{new URL(team.hubUrl).host}</Fact>
        </dl>
        <div className="team-sees">
          <h3>{t.roleSees}</h3>
          <p>{role.sees}</p>
        </div>
        <div className="team-sync" aria-live="polite">
          <p>
            {sync.succeededAt === undefined
              ? t.syncNever
              : t.syncAt(instantWords(sync.succeededAt, language))}
          </p>
          {sync.trouble !== undefined && sync.trouble.kind !== 'revoked' && (
            <p className="team-soft">
              {troubles[language][sync.trouble.kind]}{' '}
              {sync.trouble.field !== undefined && <code>{sync.trouble.field}</code>}{' '}
              {t.nothingLost}
            </p>
          )}
          <Button busy={busy} onClick={onSync}>
            {t.syncNow}
          </Button>
        </div>
      </Card>
      {board !== undefined && (
        <Card
          title={t.boardHeading}
          actions={
            <ButtonLink variant="primary" href={board}>
              {t.boardOpen}
            </ButtonLink>
          }
        >
          <p>{t.boardLead}</p>
        </Card>
      )}
    </>
  );
}

function Fact({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}
