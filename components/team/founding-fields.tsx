import type { SetupRequest } from '../../lib/contract/hub/people.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { joining as strings } from '../../lib/i18n/joining.ts';
import { TextArea, TextField } from '../ui/field.tsx';

/** What the person writes about a new company; departments are one a line. */
export interface FoundingDraft {
  readonly company: string;
  readonly departments: string;
  readonly displayName: string;
  readonly email: string;
}

/** Nothing written yet. */
export const EMPTY_FOUNDING: FoundingDraft = {
  company: '',
  departments: '',
  displayName: '',
  email: '',
};

/** What a new company's hub is told of it; its language, country and zone are the page's. */
export interface FoundingInput {
  readonly organisationName: string;
  readonly departments: SetupRequest['departments'];
  readonly owner: SetupRequest['owner'];
}

/** The draft as the hub takes it; undefined while something is missing. */
export function foundingOf(draft: FoundingDraft): FoundingInput | undefined {
  const [organisationName, displayName, email] = [
    draft.company.trim(),
    draft.displayName.trim(),
    draft.email.trim(),
  ];
  const departments = draft.departments
    .split('\n')
    .map((line) => line.trim().slice(0, 80))
    .filter((name) => name !== '')
    .map((name) => ({ name }));
  const isWhole = organisationName !== '' && displayName !== '' && email !== '';
  if (!isWhole || departments.length === 0) return undefined;
  return { organisationName, departments, owner: { displayName, email } };
}

/** Fields for setting a new company up. */
export function FoundingFields({
  draft,
  language,
  onChange,
}: {
  readonly draft: FoundingDraft;
  readonly language: Language;
  readonly onChange: (draft: FoundingDraft) => void;
}) {
  const t = strings[language];
  return (
    <>
      <TextField
        label={t.foundCompany}
        required
        maxLength={80}
        autoComplete="organization"
        value={draft.company}
        onChange={(company) => onChange({ ...draft, company })}
      />
      <TextArea
        label={t.foundDepartments}
        hint={t.foundDepartmentsHint}
        required
        rows={4}
        value={draft.departments}
        onChange={(departments) => onChange({ ...draft, departments })}
      />
      <TextField
        label={t.nameLabel}
        hint={t.foundNameHint}
        required
        maxLength={80}
        autoComplete="name"
        value={draft.displayName}
        onChange={(displayName) => onChange({ ...draft, displayName })}
      />
      <TextField
        label={t.emailLabel}
        hint={t.foundEmailHint}
        required
        type="email"
        maxLength={254}
        autoComplete="email"
        value={draft.email}
        onChange={(email) => onChange({ ...draft, email })}
      />
    </>
  );
}
