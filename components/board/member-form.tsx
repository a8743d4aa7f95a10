import { useState } from 'react';
import type {
  DepartmentDto,
  MemberChange,
  RosterEntry,
} from '../../lib/contract/hub/organisation.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { roles } from '../../lib/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { ChooseMany, ChooseOne } from '../ui/choices.tsx';
import { Select } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { MemberDevices, type DeviceDeeds } from './member-devices.tsx';
import {
  GIVEN_ROLES,
  memberChange,
  memberDraft,
  withRole,
  type GivenRole,
  type MemberDraft,
} from './roster-view.ts';
import { SaveForm } from './save-form.tsx';

/** One person's role, departments to push forward, place and devices, and the way out of the company. */
export function MemberForm({
  member,
  isYou,
  departments,
  language,
  busy,
  devices,
  onChange,
  onRemove,
}: {
  readonly member: RosterEntry;
  /** Nobody takes away their own role or place: somebody has to stay who can give it back. */
  readonly isYou: boolean;
  readonly departments: readonly DepartmentDto[];
  readonly language: Language;
  readonly busy: boolean;
  readonly devices: DeviceDeeds;
  readonly onChange: (change: MemberChange) => void;
  readonly onRemove: (rows: 'now' | 'later') => void;
}) {
  const t = boardCompany[language];
  const start = memberDraft(member);
  return (
    <div className="board-stack">
      {start === undefined ? (
        <p className="board-soft">{t.roleAdvisor}</p>
      ) : (
        <Place {...{ member, start, isYou, departments, language, busy, onChange }} />
      )}
      {!isYou && <MemberDevices name={member.displayName} language={language} deeds={devices} />}
      {!isYou && <Removal name={member.displayName} {...{ language, busy, onRemove }} />}
    </div>
  );
}

function Place({
  member,
  start,
  isYou,
  departments,
  language,
  busy,
  onChange,
}: {
  readonly member: RosterEntry;
  readonly start: MemberDraft;
  readonly isYou: boolean;
  readonly departments: readonly DepartmentDto[];
  readonly language: Language;
  readonly busy: boolean;
  readonly onChange: (change: MemberChange) => void;
}) {
  const t = boardCompany[language];
  const [draft, setDraft] = useState(start);
  const change = memberChange(member, draft);
  const options = departments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SaveForm
      unsaved={change === undefined || Object.keys(change).length > 0}
      {...{ busy, language }}
      onSave={() => {
        if (change !== undefined) onChange(change);
        return change !== undefined;
      }}
    >
      {isYou ? (
        <p className="board-soft">{t.roleOwn}</p>
      ) : (
        <ChooseOne<GivenRole>
          legend={t.role}
          value={draft.role}
          options={GIVEN_ROLES.map((role) => ({ value: role, label: roles[language][role].name }))}
          onChange={(role) => setDraft(withRole(draft, role))}
        />
      )}
      {draft.role !== 'member' && (
        <ChooseMany<string>
          legend={t.championOf}
          values={draft.championOf}
          options={options}
          onChange={(championOf) => setDraft({ ...draft, championOf })}
        />
      )}
      <div aria-live="polite">
        {change === undefined && <Notice tone="attention">{t.championOfNone}</Notice>}
      </div>
      <Select<string>
        label={t.department}
        hint={t.departmentHint}
        value={draft.departmentId}
        options={options}
        onChange={(departmentId) => setDraft({ ...draft, departmentId })}
      />
    </SaveForm>
  );
}

function Removal({
  name,
  language,
  busy,
  onRemove,
}: {
  readonly name: string;
  readonly language: Language;
  readonly busy: boolean;
  readonly onRemove: (rows: 'now' | 'later') => void;
}) {
  const t = boardCompany[language];
  const [isAsking, setAsking] = useState(false);
  const [rows, setRows] = useState<'now' | 'later'>('later');
  return (
    <div className="board-removal">
      <Button
        size="small"
        variant="plain"
        aria-expanded={isAsking}
        onClick={() => setAsking(!isAsking)}
      >
        {t.remove}
      </Button>
      {isAsking && (
        <>
          <p>{t.removeLead}</p>
          <ChooseOne<'now' | 'later'>
            legend={t.removeRows}
            value={rows}
            options={[
              { value: 'later', label: t.removeLater },
              { value: 'now', label: t.removeNow },
            ]}
            onChange={setRows}
          />
          <Button variant="danger" busy={busy} onClick={() => onRemove(rows)}>
            {t.removeDo(name)}
          </Button>
        </>
      )}
    </div>
  );
}
