import type { DayKey } from '../../lib/domain/day.ts';
import type { Settings } from '../../lib/contract/settings.ts';
import type { TeamView } from '../../lib/app/team-view.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { team as teamStrings } from '../../lib/i18n/team.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Tag } from '../ui/tag.tsx';
import { DeleteEverything } from './delete-everything.tsx';
import type { HeldGroup } from './held-groups.ts';
import { SentPayloads } from './sent-payloads.tsx';
import './trust.css';

/** Nothing is sent; what is kept, field by field; stop, take along, delete. */
export function Trust({
  groups,
  settings,
  today,
  language,
  team,
  onPause,
  onExport,
  onCopy,
  onDelete,
}: {
  readonly groups: readonly HeldGroup[];
  readonly settings: Settings;
  readonly today: DayKey;
  readonly language: Language;
  /** Where things are sent; absent when nothing is. */
  readonly team?: TeamView | undefined;
  readonly onPause: (paused: Settings['paused']) => void;
  readonly onExport: () => void;
  readonly onCopy: (text: string) => void;
  readonly onDelete: () => Promise<void>;
}) {
  const t = strings[language];
  const s = teamStrings[language];
  const isPaused = settings.paused === 'always' || settings.paused === today;
  return (
    <>
      <div className="trust-plain">
        <section className="trust-nothing" aria-labelledby="trust-nothing">
          <h2 className="trust-big" id="trust-nothing">
            {team === undefined ? t.soloHeading : s.sentHeading(team.team.organisation.name)}
          </h2>
          <p>{team === undefined ? t.soloLead : s.sentLead(new URL(team.team.hubUrl).host)}</p>
        </section>
        <section className="trust-never" aria-labelledby="trust-never">
          <h2 id="trust-never">{t.neverHeading}</h2>
          <ul>
            {[t.never1, t.never2, t.never3].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      </div>
      {team !== undefined && <SentPayloads payloads={team.payloads} language={language} />}
      <Card title={t.heldHeading}>
        <p className="trust-lead">{t.heldLead}</p>
        <div className="trust-groups">
          {groups.map((group) => (
            <Held key={group.id} group={group} language={language} onCopy={onCopy} />
          ))}
        </div>
      </Card>
      <Card title={t.controlHeading}>
        <div className="trust-controls">
          <div className="trust-pause">
            <p aria-live="polite">
              <Tag tone={isPaused ? 'plain' : 'due'}>{isPaused ? t.pausedNow : t.recordingNow}</Tag>
            </p>
            <div className="trust-press">
              {isPaused ? (
                <Button icon="play" onClick={() => onPause('no')}>
                  {t.resume}
                </Button>
              ) : (
                <>
                  <Button icon="pause" onClick={() => onPause(today)}>
                    {t.pauseToday}
                  </Button>
                  <Button icon="pause" onClick={() => onPause('always')}>
                    {t.pauseAlways}
                  </Button>
                </>
              )}
              <Button icon="copy" onClick={onExport}>
                {t.export}
              </Button>
            </div>
          </div>
          <DeleteEverything language={language} onDelete={onDelete} />
        </div>
      </Card>
    </>
  );
}

function Held({
  group,
  language,
  onCopy,
}: {
  readonly group: HeldGroup;
  readonly language: Language;
  readonly onCopy: (text: string) => void;
}) {
  const t = strings[language];
  return (
    <details className="trust-group" open={group.id === 'days'}>
      <summary className="trust-group-head">
        <h3>{group.title}</h3>
        <span className="trust-count">{group.count === 0 ? t.none : t.entries(group.count)}</span>
      </summary>
      {group.example !== undefined && <p className="trust-note">{t.example(group.example)}</p>}
      {group.fields.length > 0 && (
        <dl className="trust-fields">
          {group.fields.map(({ name, code, value, purpose }) => (
            <div key={`${name} ${code}`} className="trust-field">
              <dt>
                {name} <code className="trust-code">{code}</code>
              </dt>
              <dd className="trust-value">{value}</dd>
              <dd className="trust-purpose">{purpose}</dd>
            </div>
          ))}
        </dl>
      )}
      {group.count > 0 && <RawJson {...{ group, language, onCopy }} />}
    </details>
  );
}

/** Written only when opened: five years of days are a long text. */
function RawJson({
  group,
  language,
  onCopy,
}: {
  readonly group: HeldGroup;
  readonly language: Language;
  readonly onCopy: (text: string) => void;
}) {
  const t = strings[language];
  return (
    <details
      className="trust-raw"
      onToggle={(event) => {
        const place = event.currentTarget.querySelector('textarea');
        if (place !== null && event.currentTarget.open) {
          place.value = JSON.stringify(group.raw, null, 2);
        }
      }}
    >
      <summary>{t.showRaw}</summary>
      <textarea className="ui-input trust-json" readOnly aria-label={t.rawLabel(group.title)} />
      <Button size="small" icon="copy" onClick={() => onCopy(JSON.stringify(group.raw, null, 2))}>
        {t.rawCopy}
      </Button>
    </details>
  );
}
