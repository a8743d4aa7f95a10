import type { NudgeSettings } from '../../lib/contract/settings.ts';
import type { Workflow } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { MutedList } from './muted-list.tsx';
import './settings.css';

/** Whether and when work is reminded of, and what was muted. `isSilent`: reminders stopped by themselves. */
export function NudgeFields({
  nudges,
  isSilent,
  workflows,
  language,
  onChange,
  onAskAgain,
}: {
  readonly nudges: NudgeSettings;
  readonly isSilent: boolean;
  readonly workflows: readonly Workflow[];
  readonly language: Language;
  readonly onChange: (nudges: NudgeSettings) => void;
  readonly onAskAgain: () => void;
}) {
  const t = strings[language];
  const muted = workflows.filter(
    ({ id, deletedAt }) => deletedAt === undefined && nudges.mutedWorkflows.includes(id),
  );
  const hours = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      value: String(from + index),
      label: t.summaryHourOf(from + index),
    }));
  return (
    <Card title={t.nudgeHeading}>
      <div className="settings-rows">
        <Switch
          label={t.nudge}
          hint={t.nudgeHint}
          checked={nudges.on}
          onChange={(on) => onChange({ ...nudges, on })}
        />
        {nudges.on && isSilent && (
          <Notice
            action={
              <Button size="small" onClick={onAskAgain}>
                {t.nudgeAskAgain}
              </Button>
            }
          >
            {t.nudgeSilent}
          </Notice>
        )}
        {nudges.on && (
          <div className="settings-hours">
            <Select
              label={t.nudgeFrom}
              value={String(nudges.from)}
              options={hours(0, nudges.to - 1)}
              onChange={(value) => onChange({ ...nudges, from: Number(value) })}
            />
            <Select
              label={t.nudgeTo}
              value={String(nudges.to)}
              options={hours(nudges.from + 1, 24)}
              onChange={(value) => onChange({ ...nudges, to: Number(value) })}
            />
          </div>
        )}
        <MutedList
          title={t.nudgeMuted}
          items={muted}
          backLabel={t.nudgeUnmute}
          backNamed={t.nudgeUnmuteNamed}
          onBack={(back) =>
            onChange({
              ...nudges,
              mutedWorkflows: nudges.mutedWorkflows.filter((id) => id !== back),
            })
          }
        />
      </div>
    </Card>
  );
}
