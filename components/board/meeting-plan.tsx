import { useState } from 'react';
import {
  meetingPlanSchema,
  type MeetingPlanDto,
  type MeetingsReply,
} from '../../lib/contract/hub/meetings.ts';
import { weekdayWord } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { meetings } from '../../lib/i18n/meetings.ts';
import { CopyLine } from '../team/copy-line.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select, TextField } from '../ui/field.tsx';
import './board.css';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** When the department meets. */
export function MeetingPlan({
  plan,
  language,
  busy,
  onSave,
}: {
  readonly plan: MeetingPlanDto;
  readonly language: Language;
  readonly busy: boolean;
  readonly onSave: (plan: MeetingPlanDto) => void;
}) {
  const t = meetings[language];
  const [weekday, setWeekday] = useState<(typeof WEEKDAYS)[number]>(`${plan.weekday}`);
  const [weeks, setWeeks] = useState(plan.weeks);
  const [time, setTime] = useState(timeWords(plan.startsAt));
  const [minutes, setMinutes] = useState(`${plan.minutes}`);
  const [tried, setTried] = useState(false);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const next = meetingPlanSchema.safeParse({
    weekday: Number(weekday),
    weeks,
    startsAt: hour * 60 + minute,
    minutes: Number(minutes),
  });
  return (
    <Card title={t.planHeading}>
      <form
        className="board-stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (next.success && !busy) onSave(next.data);
        }}
      >
        <p className="board-soft">{t.planLead}</p>
        <div className="board-pair">
          <Select
            label={t.weeks}
            value={weeks}
            options={(['firstAndThird', 'secondAndFourth'] as const).map((value) => ({
              value,
              label: t[value],
            }))}
            onChange={setWeeks}
          />
          <Select
            label={t.weekday}
            value={weekday}
            options={WEEKDAYS.map((value) => ({
              value,
              label: weekdayWord(Number(value) as MeetingPlanDto['weekday'], language),
            }))}
            onChange={setWeekday}
          />
          <TextField
            label={t.startsAt}
            type="time"
            value={time}
            error={tried && !next.success ? t.planInvalid : undefined}
            onChange={setTime}
          />
          <TextField
            label={t.length}
            type="number"
            min={10}
            max={240}
            value={minutes}
            onChange={setMinutes}
          />
        </div>
        <div className="board-presses">
          <Button type="submit" busy={busy}>
            {t.planSave}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** A link that brings the meetings into a calendar program. */
export function MeetingFeed({
  hasFeed,
  link,
  language,
  busy,
  onMake,
  onCopy,
}: Pick<MeetingsReply, 'hasFeed'> & {
  /** Once made, until the page is left. */
  readonly link: string | undefined;
  readonly language: Language;
  readonly busy: boolean;
  readonly onMake: () => void;
  readonly onCopy: (text: string) => void;
}) {
  const t = meetings[language];
  return (
    <Card title={t.feedHeading}>
      <div className="board-stack">
        <p className="board-soft">
          {t.feedLead}
          {hasFeed && link === undefined && ` ${t.feedAgain}`}
        </p>
        {link !== undefined && (
          <CopyLine label={t.feedLabel} text={link} copyLabel={t.feedCopy} onCopy={onCopy} />
        )}
        <div className="board-presses">
          <Button busy={busy} onClick={onMake}>
            {hasFeed ? t.feedMakeAgain : t.feedMake}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** Minutes from midnight as `10:00`. */
export function timeWords(minutes: number): string {
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
