import { useState } from 'react';
import type {
  DepartmentChangeRequest,
  DepartmentDto,
  OrganisationReply,
  RosterEntry,
} from '../../lib/contract/hub/organisation.ts';
import { displayNameSchema } from '../../lib/contract/hub/people.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { CloseDepartment } from './close-department.tsx';
import { GoalFields, goalsInWords } from './goal-fields.tsx';
import { checkGoals, goalForm, goalsDiffer, type GoalName } from './goal-form.ts';
import { championsOf } from './roster-view.ts';
import { SaveForm } from './save-form.tsx';
import './board.css';

/** What the page shows. */
export interface DepartmentsView {
  readonly organisation: OrganisationReply;
  readonly departments: readonly DepartmentDto[];
  readonly members: readonly RosterEntry[];
  /** Department that waits for the hub, or `new`. */
  readonly busy: string | undefined;
}

/** What can be done there; true when the hub did it. */
export interface DepartmentsDeeds {
  readonly onAdd: (name: string) => Promise<boolean>;
  readonly onChange: (
    department: DepartmentDto,
    change: DepartmentChangeRequest,
  ) => Promise<boolean>;
  readonly onClose: (department: DepartmentDto) => Promise<boolean>;
}

/** Departments with how many are in each and who pushes it forward; made, renamed, given goals and closed here. */
export function Departments({
  view,
  language,
  deeds,
}: {
  readonly view: DepartmentsView;
  readonly language: Language;
  readonly deeds: DepartmentsDeeds;
}) {
  const t = boardCompany[language];
  const [open, setOpen] = useState<string>();
  return (
    <>
      <Card title={t.departmentCount(view.departments.length)}>
        <ul className="board-rows">
          {view.departments.map((department) => (
            <Department
              key={department.id}
              {...{ department, view, language }}
              isOpen={department.id === open}
              onOpen={(isOpen) => setOpen(isOpen ? department.id : undefined)}
              onChange={async (change) => {
                if (await deeds.onChange(department, change)) setOpen(undefined);
              }}
              onClose={() => deeds.onClose(department)}
            />
          ))}
        </ul>
      </Card>
      <Card title={t.departmentNew}>
        <NewDepartment {...{ view, language }} onAdd={deeds.onAdd} />
      </Card>
    </>
  );
}

function Department({
  department,
  view,
  language,
  isOpen,
  onOpen,
  onChange,
  onClose,
}: {
  readonly department: DepartmentDto;
  readonly view: DepartmentsView;
  readonly language: Language;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: (change: DepartmentChangeRequest) => Promise<void>;
  readonly onClose: () => Promise<boolean>;
}) {
  const t = boardCompany[language];
  const { id, name, members, placesLeft } = department;
  const champions = championsOf(view.members, id).map(({ displayName }) => displayName);
  const goals = goalsInWords(department.goals, language);
  const counts = [
    members === undefined ? undefined : t.departmentPeople(members),
    placesLeft === undefined || placesLeft === 0 ? undefined : t.departmentPlaces(placesLeft),
  ].filter((words) => words !== undefined);
  return (
    <li>
      <div>
        <h3 className="board-row-name">{name}</h3>
        <p className="board-soft">{counts.join(' · ')}</p>
        <p className="board-soft">
          {champions.length === 0
            ? t.departmentNoChampion
            : t.departmentChampions(
                champions.join(language === 'ja' ? '、' : ', '),
                champions.length,
              )}
        </p>
        {goals !== '' && <p className="board-soft">{t.departmentGoalsOwn(goals)}</p>}
      </div>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-label={isOpen ? undefined : t.departmentChangeNamed(name)}
        onClick={() => onOpen(!isOpen)}
      >
        {isOpen ? t.cancel : t.change}
      </Button>
      {isOpen && (
        <div className="board-row-open">
          <DepartmentForm {...{ department, view, language, onChange }} />
          {/* Somebody belongs to the only one, always. */}
          {view.departments.length > 1 && (
            <CloseDepartment {...{ department, language, onClose }} busy={view.busy === id} />
          )}
        </div>
      )}
    </li>
  );
}

function DepartmentForm({
  department,
  view,
  language,
  onChange,
}: {
  readonly department: DepartmentDto;
  readonly view: DepartmentsView;
  readonly language: Language;
  readonly onChange: (change: DepartmentChangeRequest) => Promise<void>;
}) {
  const t = boardCompany[language];
  const [name, setName] = useState(department.name);
  const [goals, setGoals] = useState(() => goalForm(department.goals));
  const [wrong, setWrong] = useState<readonly (GoalName | 'name')[]>([]);
  const others = view.departments.filter(({ id }) => id !== department.id);
  const nameError = nameErrorOf(name, others, language);
  const hasGoals = goalsDiffer(goals, department.goals);
  return (
    <SaveForm
      unsaved={hasGoals || name !== department.name}
      busy={view.busy === department.id}
      language={language}
      onSave={() => {
        const checked = checkGoals(goals, department.goals);
        const found = [
          ...(nameError === undefined ? [] : (['name'] as const)),
          ...(checked.ok ? [] : checked.wrong),
        ];
        setWrong(found);
        if (found.length > 0 || !checked.ok) return false;
        void onChange({
          ...(name === department.name ? {} : { name: name.trim() }),
          ...(hasGoals ? { goals: checked.goals } : {}),
        });
        return true;
      }}
    >
      <TextField
        label={t.departmentName}
        autoComplete="off"
        maxLength={80}
        value={name}
        error={wrong.includes('name') ? nameError : undefined}
        onChange={setName}
      />
      <div>
        <h4 className="board-heading">{t.departmentGoals}</h4>
        <p className="board-soft">{t.departmentGoalsLead}</p>
        <GoalFields
          form={goals}
          wrong={wrong.filter((one) => one !== 'name')}
          company={view.organisation.goals}
          language={language}
          onChange={setGoals}
        />
      </div>
    </SaveForm>
  );
}

function NewDepartment({
  view,
  language,
  onAdd,
}: {
  readonly view: DepartmentsView;
  readonly language: Language;
  readonly onAdd: (name: string) => Promise<boolean>;
}) {
  const t = boardCompany[language];
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const error = nameErrorOf(name, view.departments, language);
  const isBusy = view.busy === 'new';
  const add = async () => {
    setTried(error !== undefined);
    if (error !== undefined || isBusy) return;
    if (await onAdd(name.trim())) setName('');
  };
  return (
    <form
      className="board-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={t.departmentName}
        autoComplete="off"
        maxLength={80}
        value={name}
        error={tried ? error : undefined}
        onChange={setName}
      />
      <Button type="submit" icon="plus" busy={isBusy}>
        {t.departmentNew}
      </Button>
    </form>
  );
}

/** Why a name cannot be a department's: none, or one that another has, which nobody could tell apart. */
function nameErrorOf(
  name: string,
  others: readonly DepartmentDto[],
  language: Language,
): string | undefined {
  const t = boardCompany[language];
  if (!displayNameSchema.safeParse(name).success) return t.nameWrong;
  const isTaken = others.some((other) => other.name === name.trim());
  return isTaken ? t.departmentNameTaken : undefined;
}
