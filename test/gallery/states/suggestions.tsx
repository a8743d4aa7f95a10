import type { ReactNode } from 'react';
import { OutcomeNote } from '../../../components/suggestions/outcome-note.tsx';
import { Palette, type PaletteLibrary } from '../../../components/suggestions/palette.tsx';
import '../../../components/suggestions/palette.css';
import type { LibraryPrompt } from '../../../lib/contract/page-messages.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import { palette } from '../../../lib/i18n/palette.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import type { GalleryArea, GalleryState } from '../state.ts';

const nothing = (): void => {};

function prompts(language: Language): LibraryPrompt[] {
  const ja = language === 'ja';
  const common = { uses: 0, stageFit: 1, remembered: {}, variables: [] } as const;
  return [
    {
      ...common,
      id: 'reply',
      due: true,
      title: ja ? '見積依頼への一次返信' : 'First reply to a quote request',
      workflowName: ja ? '見積対応' : 'Quotes',
      source: { kind: 'own' },
      body: ja
        ? '{{会社名}}への返信を書いてください。\n\n依頼：\n{{依頼}}\n期日：{{期日}}\n調子：{{調子}}\n数量：{{数量}}'
        : 'Write a reply to {{company}}.\n\nRequest:\n{{request}}\nDue: {{due}}\nTone: {{tone}}\nQuantity: {{quantity}}',
      variables: [
        { name: ja ? '会社名' : 'company', type: 'text', required: true },
        {
          name: ja ? '依頼' : 'request',
          type: 'multiline',
          required: true,
          example: ja ? 'A4 用紙 30 箱、至急' : '30 boxes of A4 paper, urgent',
        },
        { name: ja ? '期日' : 'due', type: 'date', default: 'today+7' },
        {
          name: ja ? '調子' : 'tone',
          type: 'choice',
          choices: ja ? ['ていねい', '手短'] : ['polite', 'brief'],
        },
        { name: ja ? '数量' : 'quantity', type: 'number', default: '30' },
      ],
    },
    {
      ...common,
      id: 'minutes',
      due: false,
      title: ja
        ? '長い題名の議事録を、決まったことと宿題に分けて整える'
        : 'Turn long minutes into decisions and what everyone took home to do',
      workflowName: ja ? '会議の議事録' : 'Meeting minutes',
      source: { kind: 'own' },
      body: '',
    },
    {
      ...common,
      id: 'pack/sales/follow/mail',
      due: false,
      title: ja ? '返事のない提案へのフォロー' : 'Follow up a proposal',
      workflowName: ja ? '提案後のフォロー' : 'After a proposal',
      source: { kind: 'pack', pack: 'sales', item: 'mail' },
      body: '',
    },
  ];
}

function ready(language: Language, startAt?: LibraryPrompt): PaletteLibrary {
  const reasons = ['dueToday', 'usedLastWeek', 'starter'] as const;
  const all = prompts(language);
  return {
    state: 'ready',
    today: '2026-11-24' as DayKey,
    count: all.length,
    find: () => all.map((prompt, at) => ({ prompt, reason: reasons[at] ?? 'registered' })),
    whole: async (prompt) => prompt,
    startAt,
  };
}

/** As in a page, but where it is put. */
function inPlace(children: ReactNode): ReactNode {
  return (
    <div className="palette-place" style={{ position: 'static', blockSize: 480 }}>
      {children}
    </div>
  );
}

function withLibrary(
  name: string,
  libraryIn: (language: Language) => PaletteLibrary,
): GalleryState {
  return {
    name,
    frame: 'sheet',
    draw: (language) =>
      inPlace(
        <Palette
          library={libraryIn(language)}
          language={language}
          keys={{ insert: 'Ctrl+Enter' }}
          onInsert={nothing}
          onAsk={nothing}
          onClose={nothing}
        />,
      ),
  };
}

function withNote(
  name: string,
  isDone: boolean,
  messageIn: (language: Language) => string,
): GalleryState {
  return {
    name,
    frame: 'sheet',
    draw: (language) =>
      inPlace(
        <OutcomeNote
          message={messageIn(language)}
          isDone={isDone}
          language={language}
          actions={isDone ? [{ label: palette[language].adopt, onPress: nothing }] : undefined}
          onDismiss={nothing}
        />,
      ),
  };
}

const area: GalleryArea = {
  area: 'suggestions',
  states: [
    withLibrary('list', (language) => ready(language)),
    withLibrary('fields', (language) => ready(language, prompts(language)[0])),
    withLibrary('loading', () => ({ state: 'loading' })),
    withLibrary('unreachable', () => ({ state: 'unreachable' })),
    withLibrary('empty', () => ({
      state: 'ready',
      today: '2026-11-24' as DayKey,
      count: 0,
      find: () => [],
      whole: async (prompt) => prompt,
    })),
    withNote('inserted', true, (language) => palette[language].inserted('Ctrl+Z')),
    withNote('blanks-left', true, (language) => palette[language].insertedWithBlanks(2)),
    withNote('copied', false, (language) => palette[language].copied),
    withNote('left-partial', false, (language) => palette[language].leftPartial),
  ],
};

export default area;
