import { useState } from 'react';
import type { RosterEntry } from '../../lib/contract/hub/organisation.ts';
import { goal as words } from '../../lib/i18n/goal.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChooseMany } from '../ui/choices.tsx';
import { Select } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';

const CHECKS = ['authority', 'time', 'ai', 'process', 'talk'] as const;

/** Who could be appointed, and whether it is time. */
export interface AppointmentView {
  readonly department: string;
  readonly people: readonly RosterEntry[];
  /** Name of the one who is. */
  readonly champion: string | undefined;
  /** What has to come first. */
  readonly first: 'goal' | 'workflow' | undefined;
  readonly busy: boolean;
}

/**
 * Appoints a department's champion once there is a goal and a workflow. The self-check (authority, time, three skills) is
 * for the two of them: it neither stops the appointment nor leaves the page.
 */
export function Appointment({
  view,
  language,
  onAppoint,
}: {
  readonly view: AppointmentView;
  readonly language: Language;
  readonly onAppoint: (memberId: string) => void;
}) {
  const t = words[language];
  const { people, champion, first, busy } = view;
  const [memberId, setMember] = useState('');
  const [checked, setChecked] = useState<readonly string[]>([]);
  return (
    <Card title={t.step3}>
      <div className="board-stack">
        <p className="board-soft">{t.appointLead(view.department)}</p>
        {champion !== undefined && <p>{t.appointed(champion)}</p>}
        {first !== undefined && (
          <Notice
            action={
              first === 'workflow' && (
                <ButtonLink href="#/library">{words[language].workflows}</ButtonLink>
              )
            }
          >
            {t[`appointFirst_${first}`]}
          </Notice>
        )}
        {first === undefined && (
          <>
            <ChooseMany<string>
              legend={t.checks}
              hint={t.checksHint}
              values={checked}
              options={CHECKS.map((check) => ({ value: check, label: t[`check_${check}`] }))}
              onChange={setChecked}
            />
            {checked.length > 0 && checked.length < CHECKS.length && (
              <p className="board-soft">{t.checksGap}</p>
            )}
            <div className="programme-start">
              <Select<string>
                label={t.person}
                value={memberId}
                options={[
                  { value: '', label: t.nobody },
                  ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
                ]}
                onChange={setMember}
              />
              <Button busy={busy} disabled={memberId === ''} onClick={() => onAppoint(memberId)}>
                {champion === undefined ? t.appoint : t.appointAgain}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
