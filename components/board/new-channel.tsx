import { useState } from 'react';
import {
  channelSettingsSchema,
  type ChannelKind,
  type NewChannel,
} from '../../lib/contract/hub/channels.ts';
import { board, channelFields, channelKinds } from '../../lib/i18n/board.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';

type FieldName = keyof (typeof channelFields)['ja'];

/** What each kind asks for, in the order in which its vendor shows it. */
const FIELDS: Readonly<Record<ChannelKind, readonly FieldName[]>> = {
  mail: ['address'],
  slack: ['url'],
  teams: ['url'],
  googleChat: ['url'],
  chatwork: ['roomId', 'token'],
  lineWorks: ['botId', 'channelId', 'clientId', 'clientSecret', 'serviceAccount', 'privateKey'],
  webhook: ['url'],
};
const KINDS = Object.keys(FIELDS) as ChannelKind[];
const SECRET: readonly FieldName[] = ['token', 'clientSecret', 'url'];

/** A form for one more destination; what is secret is written once and never shown again. */
export function NewChannelForm({
  language,
  busy,
  onAdd,
}: {
  readonly language: Language;
  readonly busy: boolean;
  /** True when it was added; the form then empties. */
  readonly onAdd: (channel: NewChannel) => Promise<boolean>;
}) {
  const t = board[language];
  const [kind, setKind] = useState<ChannelKind>('mail');
  const [label, setLabel] = useState('');
  const [speaks, setSpeaks] = useState<Language>(language);
  const [values, setValues] = useState<Partial<Record<FieldName, string>>>({});
  const [isWrong, setWrong] = useState(false);
  const submit = async () => {
    const settings = channelSettingsSchema.safeParse({
      kind,
      ...Object.fromEntries(FIELDS[kind].map((field) => [field, (values[field] ?? '').trim()])),
    });
    setWrong(!settings.success);
    if (!settings.success) return;
    const name = label.trim() === '' ? channelKinds[language][kind] : label.trim();
    if (await onAdd({ label: name, language: speaks, settings: settings.data })) {
      setValues({});
      setLabel('');
    }
  };
  return (
    <form
      className="board-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select<ChannelKind>
        label={t.channelKind}
        value={kind}
        options={KINDS.map((value) => ({ value, label: channelKinds[language][value] }))}
        onChange={setKind}
      />
      {FIELDS[kind].map((field) => {
        const common = {
          label: channelFields[language][field],
          hint: SECRET.includes(field) || field === 'privateKey' ? t.secretHint : undefined,
          required: true,
          autoComplete: 'off',
          value: values[field] ?? '',
          onChange: (value: string) => setValues({ ...values, [field]: value }),
        };
        return field === 'privateKey' ? (
          <TextArea key={field} {...common} rows={4} />
        ) : (
          <TextField
            key={field}
            {...common}
            type={field === 'address' ? 'email' : field === 'url' ? 'url' : 'text'}
          />
        );
      })}
      <TextField
        label={t.channelLabel}
        need={t.optional}
        maxLength={80}
        value={label}
        onChange={setLabel}
      />
      <Select<Language>
        label={t.channelLanguage}
        value={speaks}
        options={[
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ]}
        onChange={setSpeaks}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t.channelAdd}
      </Button>
      <div aria-live="polite" className="board-wide">
        {isWrong && <Notice tone="attention">{t.channelWrong}</Notice>}
      </div>
    </form>
  );
}
