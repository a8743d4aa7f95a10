import { useState } from 'react';
import type { OwnMail } from '../../lib/contract/hub/channels.ts';
import { meChangeSchema } from '../../lib/contract/hub/people.ts';
import { boardHelp } from '../../lib/i18n/board-help.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { SaveForm } from './save-form.tsx';
import './board.css';

/**
 * Whether a department's waiting questions come to the advisor by mail, the way to change it (also back from the link in a
 * mail), and the address they go to.
 */
export function AdvisorMail({
  mail,
  address,
  language,
  busy,
  onChange,
  onAddress,
}: {
  readonly mail: OwnMail;
  /** Undefined without one; it is the same for every department of the company. */
  readonly address: string | undefined;
  readonly language: Language;
  readonly busy: boolean;
  readonly onChange: (active: boolean) => void;
  readonly onAddress: (address: string) => void;
}) {
  const t = boardHelp[language];
  return (
    <Card title={t.mail}>
      <div className="board-stack">
        {mail.isReader ? (
          <>
            <p>{mail.active ? t.mailOn : t.mailOff}</p>
            <div className="board-presses">
              <Button busy={busy} onClick={() => onChange(!mail.active)}>
                {mail.active ? t.mailStop : t.mailStart}
              </Button>
            </div>
          </>
        ) : (
          <p className="board-soft">{t.mailNoAddress}</p>
        )}
        <AddressForm {...{ address, language, busy, onAddress }} />
      </div>
    </Card>
  );
}

/** A press with half an address says so and sends nothing. */
function AddressForm({
  address = '',
  language,
  busy,
  onAddress,
}: {
  readonly address: string | undefined;
  readonly language: Language;
  readonly busy: boolean;
  readonly onAddress: (address: string) => void;
}) {
  const t = boardHelp[language];
  const [typed, setTyped] = useState<string>();
  const [tried, setTried] = useState(false);
  const wanted = (typed ?? address).trim();
  const isGood = meChangeSchema.shape.email.safeParse(wanted).success;
  return (
    <SaveForm
      unsaved={wanted !== address}
      {...{ busy, language }}
      onSave={() => {
        setTried(true);
        if (isGood) onAddress(wanted);
        return isGood;
      }}
    >
      <TextField
        label={t.mailAddress}
        hint={t.mailAddressHint}
        type="email"
        maxLength={254}
        autoComplete="email"
        value={typed ?? address}
        error={tried && !isGood ? t.mailAddressWrong : undefined}
        onChange={setTyped}
      />
    </SaveForm>
  );
}
