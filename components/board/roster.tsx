import { useState } from 'react';
import type {
  DepartmentDto,
  MemberChange,
  RosterEntry,
} from '../../lib/contract/hub/organisation.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { roles } from '../../lib/i18n/team.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Figure } from '../ui/figure.tsx';
import { Tag } from '../ui/tag.tsx';
import type { DeviceDeeds } from './member-devices.tsx';
import { MemberForm } from './member-form.tsx';
import { findMembers, roleHolders } from './roster-view.ts';
import './board.css';

/** How many names are drawn at first, and with every press for more. */
const STEP = 50;

/** What the page shows. No day and no number of a person is in it, because none is told (METRICS.md P). */
export interface RosterView {
  readonly departments: readonly DepartmentDto[];
  readonly members: readonly RosterEntry[];
  /** Who looks. */
  readonly memberId: string;
  /** Member that waits for the hub. */
  readonly busy: string | undefined;
}

/** What can be done there; true when the hub did it. */
export interface RosterDeeds {
  readonly onChange: (member: RosterEntry, change: MemberChange) => Promise<boolean>;
  readonly onRemove: (member: RosterEntry, rows: 'now' | 'later') => Promise<boolean>;
  readonly devicesOf: (member: RosterEntry) => DeviceDeeds;
}

interface RosterProps {
  readonly view: RosterView;
  readonly language: Language;
  readonly deeds: RosterDeeds;
}

/** Who is here: how many joined and how many may still, who has a role, and everyone by name and department. */
export function Roster(props: RosterProps) {
  const { view, language } = props;
  const t = boardCompany[language];
  const joined = view.departments.reduce((sum, { members }) => sum + (members ?? 0), 0);
  const places = view.departments.reduce((sum, { placesLeft }) => sum + (placesLeft ?? 0), 0);
  const holders = roleHolders(view.members);
  const hasChampion = view.members.some(({ championOf }) => championOf.length > 0);
  return (
    <>
      <div className="board-counts">
        <Figure word={t.joined} value={joined} unit={t.people(joined)} />
        <Figure
          word={t.notJoined}
          value={places}
          unit={t.people(places)}
          beside={t.notJoinedHint}
        />
      </div>
      <p className="board-soft">{t.rosterPromise}</p>
      <Card title={t.holders}>
        <People {...props} people={holders} />
        {!hasChampion && <p className="board-soft">{t.championsNone}</p>}
      </Card>
      <Card title={t.everyone}>
        {view.members.length <= 1 ? (
          <EmptyState
            title={t.onlyYou}
            action={<ButtonLink href="#/people">{t.onlyYouAction}</ButtonLink>}
          >
            {t.onlyYouLead}
          </EmptyState>
        ) : (
          <Everyone {...props} />
        )}
      </Card>
    </>
  );
}

function Everyone(props: RosterProps) {
  const { view, language } = props;
  const t = boardCompany[language];
  const [text, setText] = useState('');
  const [departmentId, setDepartment] = useState('');
  const [most, setMost] = useState(STEP);
  const found = findMembers(view.members, { text, departmentId });
  return (
    <div className="board-stack">
      <div className="board-form">
        <TextField
          label={t.search}
          type="search"
          autoComplete="off"
          value={text}
          onChange={setText}
        />
        <Select<string>
          label={t.ofDepartment}
          value={departmentId}
          options={[
            { value: '', label: t.allDepartments },
            ...view.departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setDepartment}
        />
      </div>
      <output className="board-soft">{t.found(found.length, view.members.length)}</output>
      {found.length === 0 ? (
        <EmptyState title={t.foundNone}>{t.foundNoneLead}</EmptyState>
      ) : (
        <People {...props} people={found.slice(0, most)} />
      )}
      {found.length > most && (
        <div className="board-bar">
          <Button onClick={() => setMost(most + STEP)}>
            {t.more(Math.min(STEP, found.length - most))}
          </Button>
        </div>
      )}
    </div>
  );
}

function People({
  people,
  view,
  language,
  deeds,
}: RosterProps & { readonly people: readonly RosterEntry[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <ul className="board-rows">
      {people.map((member) => (
        <Person
          key={member.id}
          {...{ member, view, language, deeds }}
          isOpen={member.id === open}
          onOpen={(isOpen) => setOpen(isOpen ? member.id : undefined)}
        />
      ))}
    </ul>
  );
}

function Person({
  member,
  view,
  language,
  deeds,
  isOpen,
  onOpen,
}: Omit<RosterProps, 'people'> & {
  readonly member: RosterEntry;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}) {
  const t = boardCompany[language];
  const { displayName, role, departmentId, championOf } = member;
  const names = view.departments
    .filter(({ id }) => championOf.includes(id))
    .map(({ name }) => name);
  const department = view.departments.find(({ id }) => id === departmentId);
  const isYou = member.id === view.memberId;
  const close = async (done: Promise<boolean>) => {
    if (await done) onOpen(false);
  };
  return (
    <li>
      <div>
        <p className="board-row-name">
          {displayName} {role !== 'member' && <Tag>{roles[language][role].name}</Tag>}{' '}
          {isYou && <Tag>{t.you}</Tag>}
        </p>
        {role !== 'advisor' && <p className="board-soft">{department?.name}</p>}
        {names.length > 0 && (
          <p className="board-soft">{t.champions(names.join(language === 'ja' ? '、' : ', '))}</p>
        )}
      </div>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-label={isOpen ? undefined : t.changeNamed(displayName)}
        onClick={() => onOpen(!isOpen)}
      >
        {isOpen ? t.cancel : t.change}
      </Button>
      {isOpen && (
        <div className="board-row-open">
          <MemberForm
            {...{ member, isYou, language }}
            departments={view.departments}
            busy={view.busy === member.id}
            devices={deeds.devicesOf(member)}
            onChange={(change) => void close(deeds.onChange(member, change))}
            onRemove={(rows) => void close(deeds.onRemove(member, rows))}
          />
        </div>
      )}
    </li>
  );
}
