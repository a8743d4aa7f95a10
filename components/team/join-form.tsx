import { useState } from 'react';
import { parseInvite } from '../../lib/app/invite-link.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { joining as strings } from '../../lib/i18n/joining.ts';
import { team } from '../../lib/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import {
  EMPTY_FOUNDING,
  FoundingFields,
  foundingOf,
  type FoundingInput,
} from './founding-fields.tsx';
import './team.css';

/** What joining takes. */
export interface JoinRequestInput {
  /** As pasted. */
  readonly invite: string;
  readonly displayName?: string | undefined;
  readonly email?: string | undefined;
}

/** Pasting an invite; what is sent afterwards stands beside it before anything is pressed. */
export function JoinForm({
  language,
  policyInvite,
  onJoin,
  onFound,
}: {
  readonly language: Language;
  /** Filled in by the company's IT. */
  readonly policyInvite?: string | undefined;
  /** Called in the press itself, so that the browser may ask for the permission. Settles when it is done either way. */
  readonly onJoin: (input: JoinRequestInput) => Promise<void>;
  /** As `onJoin`, for the link of a new hub. */
  readonly onFound: (link: string, input: FoundingInput) => Promise<void>;
}) {
  const t = strings[language];
  const [typed, setInvite] = useState<string>();
  const [displayName, setName] = useState('');
  const [email, setEmail] = useState('');
  const [draft, setDraft] = useState(EMPTY_FOUNDING);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const invite = typed ?? policyInvite ?? '';
  const parsed = parseInvite(invite);
  const kind = parsed.ok ? parsed.place.kind : 'invite';
  const isDevice = kind === 'device';
  const host = parsed.ok ? new URL(parsed.place.hubUrl).host : undefined;
  const fault = parsed.ok || (invite === '' && !tried) ? undefined : parsed;
  const wait = (done: Promise<void>) => {
    setBusy(true);
    void done.finally(() => setBusy(false));
  };
  const submit = () => {
    setTried(true);
    if (!parsed.ok) return;
    if (kind === 'setup') {
      const founding = foundingOf(draft);
      if (founding !== undefined) wait(onFound(invite, founding));
      return;
    }
    const name = displayName.trim();
    const mail = email.trim();
    wait(
      onJoin({
        invite,
        ...(name === '' || isDevice ? {} : { displayName: name }),
        ...(mail === '' || isDevice ? {} : { email: mail }),
      }),
    );
  };
  return (
    <Card title={t.joinHeading}>
      <form
        className="team-join"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="team-join-fields">
          <TextField
            label={t.inviteLabel}
            hint={t.inviteHint}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={invite}
            onChange={setInvite}
            error={fault && (fault.reason === 'notSafe' ? t.notSafe : t.notALink)}
          />
          {policyInvite !== undefined && typed === undefined && <Notice>{t.fromPolicy}</Notice>}
          {kind === 'invite' && (
            <>
              <TextField
                label={t.nameLabel}
                need={team[language].optional}
                hint={t.nameHint}
                maxLength={80}
                autoComplete="name"
                value={displayName}
                onChange={setName}
              />
              <TextField
                label={t.emailLabel}
                need={team[language].optional}
                hint={t.emailHint}
                type="email"
                maxLength={254}
                autoComplete="email"
                value={email}
                onChange={setEmail}
              />
            </>
          )}
          {kind === 'setup' && (
            <FoundingFields draft={draft} language={language} onChange={setDraft} />
          )}
          <div className="team-join-press">
            <Button type="submit" variant="primary" busy={busy}>
              {kind === 'setup' ? t.foundDo : host === undefined ? t.joinPlain : t.join(host)}
            </Button>
            <p className="team-soft">{t.joinAsk}</p>
          </div>
        </div>
        <WhatIsSent language={language} />
      </form>
    </Card>
  );
}

/** What leaves the browser once one has joined, what never does, and the promise. */
function WhatIsSent({ language }: { readonly language: Language }) {
  const t = strings[language];
  return (
    <div className="team-sends">
      <h3>{t.sendsHeading}</h3>
      <ul>
        {t.sends.map((text) => (
          <li key={text}>
            <Icon name="check" />
            {text}
          </li>
        ))}
      </ul>
      <h3>{t.sendsNotHeading}</h3>
      <ul>
        {t.sendsNot.map((text) => (
          <li key={text}>
            <Icon name="close" />
            {text}
          </li>
        ))}
      </ul>
      <p>{t.promise}</p>
    </div>
  );
}
