import type { DepartmentInvites } from '../../lib/contract/commands.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { joining as strings } from '../../lib/i18n/joining.ts';
import { team } from '../../lib/i18n/team.ts';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { CopyLine } from './copy-line.tsx';
import './team.css';

/** The first invites of a company that was just set up, department by department; said this once. */
export function FirstInvites({
  invites,
  language,
  onCopy,
}: {
  readonly invites: readonly DepartmentInvites[];
  readonly language: Language;
  readonly onCopy: (text: string) => void;
}) {
  const t = strings[language];
  return (
    <Card title={t.firstInvites}>
      <p>
        <DrawnText>{t.firstInvitesLead}</DrawnText>
      </p>
      <ul className="team-first-invites">
        {invites.map(({ department, member, champion }) => (
          <li key={member}>
            <h3>{department}</h3>
            <CopyLine
              label={t.inviteForMembers}
              text={member}
              copyLabel={team[language].copy}
              onCopy={onCopy}
            />
            <CopyLine
              label={t.inviteForChampion}
              text={champion}
              copyLabel={team[language].copy}
              onCopy={onCopy}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
