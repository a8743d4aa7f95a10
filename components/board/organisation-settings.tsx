import { useState } from 'react';
import type { OrganisationChange, OrganisationReply } from '../../lib/contract/hub/organisation.ts';
import { displayNameSchema } from '../../lib/contract/hub/people.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Card } from '../ui/card.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { GoalsForm } from './goal-fields.tsx';
import { SaveForm } from './save-form.tsx';
import './board.css';

/** Hours and floors that the hub takes. */
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const FLOORS = ['5', '6', '7', '8', '9', '10'];

interface Section {
  readonly organisation: OrganisationReply;
  readonly language: Language;
  readonly busy: boolean;
  readonly onSave: (change: OrganisationChange) => void;
}

/** What an owner sets for the whole company, each part saved by its own press. `zones` are IANA names to choose from. */
export function OrganisationSettings({
  zones,
  ...section
}: Section & { readonly zones: readonly string[] }) {
  const { organisation, language, busy, onSave } = section;
  const t = boardCompany[language];
  return (
    <>
      <Basics {...section} zones={zones} />
      <Floor {...section} />
      <Card title={t.goals}>
        <p className="board-soft">{t.goalsLead}</p>
        <GoalsForm
          goals={organisation.goals}
          {...{ language, busy }}
          onSave={(goals) => onSave({ goals })}
        />
      </Card>
    </>
  );
}

type BasicParts = Pick<OrganisationReply, 'name' | 'timeZone' | 'locale' | 'summaryHour'>;

function Basics({
  organisation,
  zones,
  language,
  busy,
  onSave,
}: Section & { readonly zones: readonly string[] }) {
  const t = boardCompany[language];
  const { name, timeZone, locale, summaryHour } = organisation;
  const [draft, setDraft] = useState<Partial<BasicParts>>({});
  const [tried, setTried] = useState(false);
  const now = { name, timeZone, locale, summaryHour, ...draft };
  const isNamed = displayNameSchema.safeParse(now.name).success;
  const change = (part: Partial<BasicParts>) => setDraft({ ...draft, ...part });
  return (
    <Card title={t.basics}>
      <SaveForm
        unsaved={
          now.name !== name ||
          now.timeZone !== timeZone ||
          now.locale !== locale ||
          now.summaryHour !== summaryHour
        }
        {...{ busy, language }}
        onSave={() => {
          setTried(!isNamed);
          if (!isNamed) return false;
          const wanted = {
            ...draft,
            ...(draft.name === undefined ? {} : { name: now.name.trim() }),
          };
          setDraft(wanted);
          onSave(wanted);
          return true;
        }}
      >
        <TextField
          label={t.name}
          autoComplete="off"
          maxLength={80}
          value={now.name}
          error={tried && !isNamed ? t.nameWrong : undefined}
          onChange={(value) => change({ name: value })}
        />
        <div className="board-form">
          <Select<string>
            label={t.summaryHour}
            hint={t.summaryHourHint}
            value={String(now.summaryHour)}
            options={HOURS.map((value) => ({ value, label: t.hour(Number(value)) }))}
            onChange={(value) => change({ summaryHour: Number(value) })}
          />
          <Select<string>
            label={t.timeZone}
            hint={t.timeZoneHint}
            value={now.timeZone}
            options={[...new Set([timeZone, ...zones])].map((value) => ({ value, label: value }))}
            onChange={(value) => change({ timeZone: value })}
          />
          <Select<Language>
            label={t.locale}
            hint={t.localeHint}
            value={now.locale}
            options={[
              { value: 'ja', label: '日本語' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(value) => change({ locale: value })}
          />
        </div>
      </SaveForm>
    </Card>
  );
}

function Floor({ organisation, language, busy, onSave }: Section) {
  const t = boardCompany[language];
  const [floor, setFloor] = useState(organisation.floor);
  return (
    <Card title={t.floor}>
      <SaveForm
        unsaved={floor !== organisation.floor}
        {...{ busy, language }}
        onSave={() => {
          onSave({ floor });
          return true;
        }}
      >
        <Select<string>
          label={t.floorLabel}
          hint={t.floorHint}
          value={String(floor)}
          options={FLOORS.map((value) => ({ value, label: t.floorPeople(Number(value)) }))}
          onChange={(value) => setFloor(Number(value))}
        />
        <p className="board-soft">{t.floorSince}</p>
        {organisation.agreedToThree && <p className="board-soft">{t.agreedToThree}</p>}
      </SaveForm>
    </Card>
  );
}
