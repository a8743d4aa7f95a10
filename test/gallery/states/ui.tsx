import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../components/ui/button.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../../components/ui/choices.tsx';
import { Definition } from '../../../components/ui/definition.tsx';
import { Dialog } from '../../../components/ui/dialog.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Select, TextArea, TextField } from '../../../components/ui/field.tsx';
import { Figure } from '../../../components/ui/figure.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { Switch } from '../../../components/ui/switch.tsx';
import { Tag } from '../../../components/ui/tag.tsx';
import { Wordmark } from '../../../components/ui/wordmark.tsx';
import type { Language } from '../../../lib/i18n/language.ts';
import { words } from '../../../lib/i18n/words.ts';
import type { GalleryArea } from '../state.ts';

const nothing = () => undefined;
const say = (language: Language, ja: string, en: string) => (language === 'ja' ? ja : en);

function Row({ children }: { readonly children: ReactNode }) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem', alignItems: 'center' }}>
      {children}
    </div>
  );
}

function Buttons({ language }: { readonly language: Language }) {
  const save = say(language, '保存する', 'Save');
  return (
    <>
      <Wordmark />
      {(['primary', 'quiet', 'plain', 'danger'] as const).map((variant) => (
        <Row key={variant}>
          <Button variant={variant}>{save}</Button>
          <Button variant={variant} size="small">
            {save}
          </Button>
          <Button variant={variant} icon="plus">
            {save}
          </Button>
          <Button variant={variant} disabled>
            {save}
          </Button>
          <Button variant={variant} busy>
            {save}
          </Button>
          <Button variant={variant} icon="trash" aria-label={say(language, '削除する', 'Delete')} />
        </Row>
      ))}
      <Row>
        <ButtonLink href="#top" icon="open">
          {say(language, 'ダッシュボード', 'Dashboard')}
        </ButtonLink>
        <Tag>{say(language, '営業のひな形', 'Sales pack')}</Tag>
        <Tag tone="due">{say(language, '今日', 'Today')}</Tag>
      </Row>
    </>
  );
}

function Fields({ language }: { readonly language: Language }) {
  const [tool, setTool] = useState('chatgpt');
  const [days, setDays] = useState<readonly string[]>(['1', '3']);
  const names = say(language, '月火水木金', 'MTWTF');
  return (
    <>
      <TextField
        label={say(language, '業務の名前', 'Name of the work')}
        hint={say(language, '自分にわかる呼び方で大丈夫です。', 'Call it what you call it.')}
        placeholder={say(language, '見積もりの返信', 'Reply to a quote')}
        onChange={nothing}
        value=""
      />
      <TextField
        label={say(language, 'サイト', 'Site')}
        need={say(language, '任意', 'optional')}
        error={say(
          language,
          'https:// から始まるアドレスを入れてください。',
          'Please enter an address that begins with https://.',
        )}
        value="mail.example.com"
        onChange={nothing}
      />
      <TextArea
        label={say(language, '本文', 'Text')}
        value={say(language, '次の依頼に返信してください。\n{{依頼}}', 'Answer this:\n{{request}}')}
        onChange={nothing}
      />
      <Select
        label={say(language, 'ツール', 'Tool')}
        value={tool}
        onChange={setTool}
        options={[
          { value: 'chatgpt', label: 'ChatGPT' },
          { value: 'gemini', label: 'Gemini' },
        ]}
      />
      <Switch
        label={say(language, '週のまとめを知らせる', 'Tell me the week’s summary')}
        hint={say(language, '月曜の 9 時に届きます。', 'Monday at nine.')}
        checked
        onChange={nothing}
      />
      <Switch
        label={say(language, '入力欄の上に業務を並べる', 'Show work above the text box')}
        checked={false}
        onChange={nothing}
      />
      <ChooseOne
        legend={say(language, 'ふだん使うツール', 'Tool you use most')}
        value={tool}
        onChange={setTool}
        options={[
          { value: 'chatgpt', label: 'ChatGPT' },
          { value: 'gemini', label: 'Gemini' },
        ]}
      />
      <ChooseMany
        legend={say(language, '曜日', 'Weekdays')}
        values={days}
        onChange={setDays}
        options={[...names].map((label, index) => ({ value: String(index), label }))}
      />
    </>
  );
}

function Papers({ language }: { readonly language: Language }) {
  const w = words[language];
  return (
    <>
      <Notice>{say(language, '記録はこのブラウザの中だけです。', 'Records stay here.')}</Notice>
      <Notice tone="done">{say(language, '保存しました。', 'Saved.')}</Notice>
      <Notice
        tone="attention"
        title={say(language, '読めない記録が 1 件あります', 'One record could not be read')}
        action={<Button size="small">{say(language, '見てみる', 'Have a look')}</Button>}
      >
        {say(language, '消さずに、別に取ってあります。', 'It is set aside, not deleted.')}
      </Notice>
      <Card
        title={say(language, '今週', 'This week')}
        actions={<Button size="small">{say(language, '書き出す', 'Export')}</Button>}
      >
        <Row>
          <Figure
            word={<Definition {...w.line} />}
            value={12}
            unit={say(language, '日', 'days')}
            beside={say(language, '最長 31 日', 'longest 31')}
          />
          <Figure word={<Definition {...w.promptsStarted} />} value="1,204" />
        </Row>
      </Card>
      <Card>
        <EmptyState
          title={say(language, 'まだ業務がありません', 'No work yet')}
          action={
            <Button variant="primary">{say(language, '業務を登録する', 'Register one')}</Button>
          }
        >
          {say(
            language,
            'くり返す仕事をひとつ登録すると、その日に始められます。',
            'Register one piece of work you repeat and it will be ready on its day.',
          )}
        </EmptyState>
      </Card>
    </>
  );
}

/** The primitives everything else is made of. */
export default {
  area: 'ui',
  states: [
    { name: 'buttons', frame: 'sheet', draw: (language) => <Buttons language={language} /> },
    { name: 'fields', frame: 'sheet', draw: (language) => <Fields language={language} /> },
    { name: 'papers', frame: 'sheet', draw: (language) => <Papers language={language} /> },
    {
      name: 'dialog',
      frame: 'sheet',
      draw: (language) => (
        <Dialog
          open
          onClose={nothing}
          title={say(language, '業務を削除しますか', 'Delete this work?')}
          closeLabel={say(language, '閉じる', 'Close')}
          actions={
            <>
              <Button>{say(language, 'やめる', 'Cancel')}</Button>
              <Button variant="danger">{say(language, '削除する', 'Delete')}</Button>
            </>
          }
        >
          <p>
            {say(
              language,
              '30 日のあいだは、元に戻せます。これまでの記録は残ります。',
              'You can bring it back for 30 days. Its records stay.',
            )}
          </p>
        </Dialog>
      ),
    },
  ],
} satisfies GalleryArea;
