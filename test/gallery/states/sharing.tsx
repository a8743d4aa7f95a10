import type { ReactNode } from 'react';
import { HOLIDAYS } from '../../../content/holidays.ts';
import {
  DepartmentsPrompt,
  NewerVersion,
} from '../../../components/prompts/department-version.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { viewPopup } from '../../../components/popup/popup-view.ts';
import { PromptEditor } from '../../../components/prompts/prompt-editor.tsx';
import { PromptList, type ListedPrompt } from '../../../components/prompts/prompt-list.tsx';
import { ShareCard, type ShareView } from '../../../components/prompts/share-card.tsx';
import { ToolNotes } from '../../../components/team/tool-notes.tsx';
import { DepartmentWorkflows } from '../../../components/workflows/department-workflows.tsx';
import { shareRequest } from '../../../lib/app/share-request.ts';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import type { SharedPrompt } from '../../../lib/contract/hub/sharing.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { sharing } from '../../../lib/i18n/sharing.ts';
import { company } from '../company.ts';
import { person, TODAY, workflows } from '../person.ts';
import { ownPrompt, sharedText, sharedWorkflows, toolNote } from '../shared.ts';
import type { GalleryArea, GalleryState } from '../state.ts';

const nothing = () => undefined;
const later = async () => {};
const department = (language: Language) => company(language).team.department.name;

function mine(
  language: Language,
  change: Partial<NonNullable<SharedPrompt['mine']>>,
): SharedPrompt['mine'] {
  return { version: 1, state: 'submitted', named: false, text: sharedText(language), ...change };
}

function card(language: Language, view: Partial<ShareView> = {}): ReactNode {
  const [workflow] = workflows(language, ['quote']);
  return (
    <ShareCard
      view={{
        department: department(language),
        mine: undefined,
        improves: false,
        isChanged: false,
        use: undefined,
        workflow: { name: workflow?.name ?? '', proposed: true },
        ...view,
      }}
      language={language}
      requestFor={(choice) =>
        shareRequest({
          prompt: ownPrompt(language),
          workflow,
          shared: [],
          held: undefined,
          ...choice,
        })
      }
      busy={false}
      onShare={async () => true}
      onWithdraw={nothing}
    />
  );
}

const state = (name: string, view: (language: Language) => Partial<ShareView>): GalleryState => ({
  name,
  frame: 'sheet',
  draw: (language) => card(language, view(language)),
});

const WORDS = {
  ja: '取引先の名前が例に残っています。空欄にしてください。\nほかは、このままでとても使いやすいです。',
  en: 'A customer’s name is left in the example. Please make it a field.\nThe rest is very handy as it is.',
};

function editor(language: Language, above: ReactNode): ReactNode {
  return (
    <div className="shell-main">
      <PromptEditor
        language={language}
        today={TODAY}
        prompt={ownPrompt(language)}
        workflows={sharedWorkflows(language)}
        onSave={later}
        onCopy={nothing}
        cancelHref="#"
        above={above}
      >
        {card(language)}
      </PromptEditor>
    </div>
  );
}

function list(language: Language): ReactNode {
  const t = sharing[language];
  const name = department(language);
  const [workflow] = sharedWorkflows(language);
  const of = (id: string, parts: Partial<ListedPrompt> = {}): ListedPrompt => ({
    prompt: ownPrompt(language, { id }),
    workflowName: workflow?.name,
    ...parts,
  });
  const author = language === 'ja' ? '山田' : 'Yamada';
  return (
    <div className="shell-main">
      <PromptList
        items={[
          of('a', {
            prompt: ownPrompt(language, {
              id: 'a',
              source: { kind: 'department', department: name, version: 1, author },
            }),
            use: t.use(10, 50),
            isDepartments: true,
          }),
          of('b', { sharedAs: t.tag_submitted }),
          of('c', { sharedAs: t.tag_returned }),
          of('d', { sharedAs: t.tag_approved, use: t.use(5) }),
        ]}
        total={4}
        language={language}
        query=""
        onQuery={nothing}
        editHref={() => '#'}
        onDelete={nothing}
      />
    </div>
  );
}

/** Sharing with the department, from the person's side. */
export default {
  area: 'sharing',
  states: [
    state('card', () => ({})),
    {
      ...state('preview', () => ({})),
      press: '.prompts-share .ui-button',
    },
    state('card-submitted', (language) => ({ mine: mine(language, {}) })),
    state('card-returned', (language) => ({
      mine: mine(language, { state: 'returned', word: WORDS[language] }),
      isChanged: true,
    })),
    state('card-approved', (language) => ({
      mine: mine(language, { state: 'approved' }),
      use: { people: 10, runs: 50 },
      isChanged: true,
    })),
    state('card-retired', (language) => ({ mine: mine(language, { state: 'retired' }) })),
    state('card-improves', () => ({ improves: true })),
    { name: 'prompts', frame: 'sheet', draw: list },
    {
      name: 'prompt-of-department',
      frame: 'sheet',
      draw: (language) =>
        editor(
          language,
          <DepartmentsPrompt
            source={{
              kind: 'department',
              department: department(language),
              author: language === 'ja' ? '山田' : 'Yamada',
            }}
            language={language}
          />,
        ),
    },
    {
      name: 'prompt-newer',
      frame: 'sheet',
      draw: (language) =>
        editor(
          language,
          <NewerVersion
            prompt={ownPrompt(language)}
            text={{
              ...sharedText(language),
              body: sharedText(language).body.replace(/\n.*\n/, '\n…\n'),
            }}
            language={language}
            onTake={nothing}
          />,
        ),
      press: '.prompts-above summary',
    },
    {
      name: 'popup-news',
      frame: 'popup',
      draw: (language) => (
        <Popup
          view={viewPopup(person(language), createCalendar(person(language).calendar, HOLIDAYS))}
          language={language}
          links={{
            dashboard: '#',
            workflows: '#',
            newPrompt: () => '#',
            prompt: () => '#',
            settings: '#',
            data: '#',
            team: '#',
            help: '#',
            boardHelp: '#',
          }}
          team={company(language)}
          news={{ note: toolNote(language), canTry: true }}
          access={{ closedTools: [], onAllow: nothing }}
          onCommand={async () => ({ ok: true })}
        />
      ),
    },
    {
      name: 'notes',
      frame: 'sheet',
      draw: (language) => (
        <ToolNotes
          notes={[
            toolNote(language),
            toolNote(language, { id: 'n2', tool: 'claude', month: '2026-10', by: 'advisor' }),
          ]}
          canTry={({ id }) => id === 'n1'}
          language={language}
          onTry={nothing}
        />
      ),
    },
    {
      name: 'notes-none',
      frame: 'sheet',
      draw: (language) => (
        <ToolNotes notes={[]} canTry={() => false} language={language} onTry={nothing} />
      ),
    },
    {
      name: 'workflows',
      frame: 'sheet',
      draw: (language) => (
        <DepartmentWorkflows
          department={department(language)}
          items={sharedWorkflows(language).map((workflow, index) => ({
            workflow,
            promptCount: index === 1 ? 0 : 2,
          }))}
          language={language}
          onTakeOver={nothing}
        />
      ),
    },
  ],
} satisfies GalleryArea;
