import { useState } from 'react';
import { MOST_MINUTES_CHARACTERS, type MeetingsReply } from '../../lib/contract/hub/meetings.ts';
import { parseDay, type DayKey } from '../../lib/domain/day.ts';
import { instantWords, longDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { meetings } from '../../lib/i18n/meetings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import './board.css';

/** Notes that a meeting was held, and what was said. A day that is noted already is written over. */
export function MeetingRecord({
  today,
  held,
  language,
  busy,
  onHold,
}: {
  readonly today: DayKey;
  readonly held: MeetingsReply['held'];
  readonly language: Language;
  readonly busy: boolean;
  readonly onHold: (day: DayKey, notes: string) => void;
}) {
  const t = meetings[language];
  const notesOf = (day: string) => held.find((each) => each.day === day)?.notes ?? '';
  const [day, setDay] = useState<string>(today);
  const [notes, setNotes] = useState(notesOf(today));
  return (
    <Card title={t.holdHeading}>
      <form
        className="board-stack"
        onSubmit={(event) => {
          event.preventDefault();
          const parsed = parseDay(day);
          if (parsed !== undefined && !busy) onHold(parsed, notes.trim());
        }}
      >
        <p className="board-soft">{t.holdLead}</p>
        <TextField
          label={t.day}
          type="date"
          max={today}
          required
          value={day}
          onChange={(next) => {
            setDay(next);
            // What was written of that day before, so that it is not lost by being written over.
            if (notes === notesOf(day)) setNotes(notesOf(next));
          }}
        />
        <TextArea
          label={t.notes}
          hint={t.notesHint}
          rows={5}
          maxLength={MOST_MINUTES_CHARACTERS}
          value={notes}
          onChange={setNotes}
        />
        <div className="board-presses">
          <Button type="submit" variant="primary" busy={busy}>
            {t.hold}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Meetings that were held, newest first; the latest one's minutes to be sent around, because what is carried on is today's. */
export function PastMeetings({
  held,
  language,
  canDecide,
  busy,
  onCopy,
  onSend,
}: {
  readonly held: MeetingsReply['held'];
  readonly language: Language;
  /** Sends minutes; advisors read along. */
  readonly canDecide: boolean;
  /** They are being sent. */
  readonly busy: boolean;
  readonly onCopy: (meeting: MeetingsReply['held'][number]) => void;
  readonly onSend: (meeting: MeetingsReply['held'][number]) => void;
}) {
  const t = meetings[language];
  return (
    <Card title={t.pastHeading}>
      {held.length === 0 ? (
        <p className="board-soft">{t.pastNone}</p>
      ) : (
        <ul className="board-rows">
          {held.map((meeting, index) => (
            <li key={meeting.day}>
              <div>
                <p className="board-row-name">{longDay(meeting.day, language)}</p>
                {/* Minutes that were sent hold what was agreed, with or without words beside it. */}
                {(meeting.notes !== '' || meeting.minutesSentAt === undefined) && (
                  <p className={meeting.notes === '' ? 'board-soft' : 'board-prose'}>
                    {meeting.notes || t.noNotes}
                  </p>
                )}
                {meeting.minutesSentAt !== undefined && (
                  <p className="board-soft">
                    {t.minutesSent(instantWords(meeting.minutesSentAt, language))}
                  </p>
                )}
              </div>
              {index === 0 && (
                <div className="board-presses">
                  <Button
                    size="small"
                    icon="copy"
                    aria-label={t.minutesCopyNamed(longDay(meeting.day, language))}
                    onClick={() => onCopy(meeting)}
                  >
                    {t.minutesCopy}
                  </Button>
                  {canDecide && meeting.minutesSentAt === undefined && (
                    <Button
                      size="small"
                      busy={busy}
                      aria-label={t.minutesSendNamed(longDay(meeting.day, language))}
                      onClick={() => onSend(meeting)}
                    >
                      {t.minutesSend}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
