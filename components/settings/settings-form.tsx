import { useState } from 'react';
import type { Command } from '../../lib/contract/commands.ts';
import { settingsSchema, type Settings } from '../../lib/contract/settings.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Card } from '../ui/card.tsx';
import { ChooseOne } from '../ui/choices.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import { ShortcutField } from './shortcut-field.tsx';
import './settings.css';

/** Changed settings; `null` takes an optional one away. */
export type SettingsPatch = Extract<Command, { type: 'saveSettings' }>['settings'];

interface Named {
  readonly id: string;
  readonly name: string;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** All settings; each change is handed on at once and there is no save button. */
export function SettingsForm({
  settings,
  today,
  language,
  departments,
  tools,
  isMac,
  onChange,
}: {
  readonly settings: Settings;
  readonly today: DayKey;
  readonly language: Language;
  readonly departments: readonly Named[];
  readonly tools: readonly Named[];
  readonly isMac: boolean;
  readonly onChange: (part: SettingsPatch) => void;
}) {
  const t = strings[language];
  const options = (list: readonly Named[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const isPaused = settings.paused === 'always' || settings.paused === today;
  const isRowOff = settings.rowOff === 'always' || settings.rowOff === today;
  const { weeklySummary } = settings;
  return (
    <>
      <Card title={t.generalHeading}>
        <div className="settings-fields">
          <Select
            label={t.language}
            hint={t.languageHint}
            value={settings.language}
            options={[
              { value: 'auto', label: t.languageAuto },
              { value: 'ja', label: t.languageJa },
              { value: 'en', label: t.languageEn },
            ]}
            onChange={(value) => onChange({ language: value })}
          />
          <Select
            label={t.department}
            hint={t.departmentHint}
            value={settings.department ?? ''}
            options={[{ value: '', label: t.departmentNone }, ...options(departments)]}
            onChange={(value) => onChange({ department: value === '' ? null : value })}
          />
          <Select
            label={t.preferredTool}
            hint={t.preferredToolHint}
            value={settings.preferredTool}
            options={options(tools)}
            onChange={(preferredTool) => onChange({ preferredTool })}
          />
          <Select
            label={t.weeklyGoal}
            hint={t.weeklyGoalHint}
            value={String(settings.weeklyGoal)}
            options={[1, 2, 3, 4, 5, 6, 7].map((days) => ({
              value: String(days),
              label: t.weeklyGoalDays(days),
            }))}
            onChange={(value) => onChange({ weeklyGoal: Number(value) })}
          />
        </div>
      </Card>
      <Card title={t.chatHeading}>
        <div className="settings-rows">
          <ShortcutField
            shortcut={settings.shortcut}
            isMac={isMac}
            language={language}
            onChange={(shortcut) => onChange({ shortcut })}
          />
          <Switch
            label={t.row}
            hint={settings.rowOff === today ? t.rowFoldedToday : t.rowHint}
            checked={!isRowOff}
            onChange={(on) => onChange({ rowOff: on ? 'no' : 'always' })}
          />
        </div>
      </Card>
      <Card title={t.pauseHeading}>
        <ChooseOne
          legend={t.paused}
          hint={t.pausedHint}
          value={isPaused ? (settings.paused === 'always' ? 'always' : 'today') : 'no'}
          options={[
            { value: 'no', label: t.pausedNo },
            { value: 'today', label: t.pausedToday },
            { value: 'always', label: t.pausedAlways },
          ]}
          onChange={(value) => onChange({ paused: value === 'today' ? today : value })}
        />
      </Card>
      <Card title={t.summaryHeading}>
        <div className="settings-rows">
          <Switch
            label={t.summaryNotify}
            hint={t.summaryHint}
            checked={weeklySummary.notify}
            onChange={(notify) => onChange({ weeklySummary: { ...weeklySummary, notify } })}
          />
          <div className="settings-hour">
            <Select
              label={t.summaryHour}
              value={String(weeklySummary.hour)}
              options={HOURS.map((hour) => ({ value: String(hour), label: t.summaryHourOf(hour) }))}
              onChange={(value) =>
                onChange({ weeklySummary: { ...weeklySummary, hour: Number(value) } })
              }
            />
          </div>
          <ChampionEmail
            value={settings.championEmail}
            language={language}
            onChange={(championEmail) => onChange({ championEmail })}
          />
        </div>
      </Card>
    </>
  );
}

/** Saved when the field is left, because half an address is none. */
function ChampionEmail({
  value,
  language,
  onChange,
}: {
  readonly value: string | undefined;
  readonly language: Language;
  readonly onChange: (email: string | null) => void;
}) {
  const t = strings[language];
  const [typed, setTyped] = useState(value ?? '');
  const [left, setLeft] = useState(false);
  const email = typed.trim();
  const isGood = email === '' || settingsSchema.shape.championEmail.safeParse(email).success;
  return (
    <TextField
      label={t.championEmail}
      need={t.optional}
      hint={t.championEmailHint}
      type="email"
      placeholder={t.championEmailPlaceholder}
      value={typed}
      error={left && !isGood ? t.championEmailInvalid : undefined}
      onChange={setTyped}
      onBlur={() => {
        setLeft(true);
        if (isGood && email !== (value ?? '')) onChange(email === '' ? null : email);
      }}
    />
  );
}
