import { useState } from 'react';
import { packName } from '../../../content/packs.ts';
import { routeHash } from '../../../components/dashboard/route.ts';
import { Trash } from '../../../components/dashboard/trash.tsx';
import { isChanged } from '../../../components/prompts/prompt-draft.ts';
import { PromptEditor } from '../../../components/prompts/prompt-editor.tsx';
import { PromptList, type ListedPrompt } from '../../../components/prompts/prompt-list.tsx';
import { PromptVersions } from '../../../components/prompts/prompt-versions.tsx';
import { shortcutWords } from '../../../components/settings/shortcut-words.ts';
import { ButtonLink } from '../../../components/ui/button.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import type { PersonState } from '../../../lib/app/person-state.ts';
import { textToShare } from '../../../lib/app/share-request.ts';
import type { PromptDraft } from '../../../lib/contract/workflow.ts';
import type { Prompt, PromptText } from '../../../lib/domain/workflow.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { prompts as strings } from '../../../lib/i18n/prompts.ts';
import { sharing } from '../../../lib/i18n/sharing.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { copyText, isMac } from '../device.ts';
import { isLiving, trashItems } from '../trash-items.ts';
import { PromptTransferContent } from './prompt-transfer-page.tsx';
import { DepartmentSection, ShareSection } from './share-section.tsx';

/** プロンプト: the list, or one prompt's editor. */
export function promptsPage(context: DashboardContext): Page {
  const { language, person, route } = context;
  const t = strings[language];
  if (route.id === undefined) {
    return {
      heading: t.title,
      lead: t.lead(shortcutWords(person.settings.shortcut, isMac())),
      actions: (
        <>
          <ButtonLink href={routeHash({ page: 'prompts', id: 'transfer' })}>
            {t.transfer}
          </ButtonLink>
          <ButtonLink
            variant="primary"
            icon="plus"
            href={routeHash({ page: 'prompts', id: 'new' })}
          >
            {t.add}
          </ButtonLink>
        </>
      ),
      content: <PromptsContent {...context} />,
    };
  }
  if (route.id === 'transfer') {
    const content = <PromptTransferContent {...context} />;
    return { heading: t.transfer, lead: t.transferLead, content };
  }
  if (route.id === 'new') return { heading: t.newTitle, content: <PromptContent {...context} /> };
  const prompt = person.prompts.find(({ id }) => id === route.id);
  if (prompt === undefined || !isLiving(prompt)) {
    return {
      heading: t.notFound,
      content: (
        <EmptyState
          title={t.notFound}
          level={2}
          action={<ButtonLink href={routeHash({ page: 'prompts' })}>{t.back}</ButtonLink>}
        >
          {t.notFoundLead}
        </EmptyState>
      ),
    };
  }
  return { heading: prompt.title, content: <PromptContent {...context} prompt={prompt} /> };
}

function PromptsContent({ language, person, send, say }: DashboardContext) {
  const t = strings[language];
  const [query, setQuery] = useState('');
  const living = person.prompts.filter(isLiving);
  const workflowNames = new Map([
    ...(person.shared?.workflows ?? []).map(({ id, name }) => [id, name] as const),
    ...person.workflows.filter(isLiving).map(({ id, name }) => [id, name] as const),
  ]);
  const items = living
    .map((prompt): ListedPrompt => {
      const { source, workflowId = '' } = prompt;
      return {
        prompt,
        workflowName: workflowNames.get(workflowId),
        packName: source.kind === 'pack' ? packName(source.pack)?.[language] : undefined,
        ...sharedFacts(prompt, person, language),
      };
    })
    .filter((item) => isFound(item, query))
    .toSorted((a, b) => b.prompt.updatedAt - a.prompt.updatedAt);
  const restore = async (id: string, title: string): Promise<void> => {
    const reply = await send({ type: 'restorePrompt', id });
    if (reply.ok) say({ text: t.restored(title) });
  };
  const remove = async ({ id, title }: Prompt): Promise<void> => {
    const reply = await send({ type: 'deletePrompt', id });
    if (!reply.ok) return;
    say({ text: t.deleted(title), action: { label: t.undo, run: () => void restore(id, title) } });
  };
  const trash = trashItems(person.prompts, ({ title }) => title, t.daysLeft);
  return (
    <>
      {living.length === 0 ? (
        <EmptyState
          title={t.empty}
          level={2}
          action={
            <ButtonLink variant="primary" href={routeHash({ page: 'prompts', id: 'new' })}>
              {t.add}
            </ButtonLink>
          }
        >
          {t.emptyLead}
        </EmptyState>
      ) : (
        <PromptList
          items={items}
          total={living.length}
          language={language}
          query={query}
          onQuery={setQuery}
          editHref={(id) => routeHash({ page: 'prompts', id })}
          onDelete={(prompt) => void remove(prompt)}
        />
      )}
      <Trash
        title={t.trash(trash.length)}
        lead={t.trashLead}
        items={trash}
        restoreLabel={t.restore}
        restoreNamed={t.restoreNamed}
        onRestore={(id) =>
          void restore(id, person.prompts.find((each) => each.id === id)?.title ?? '')
        }
      />
    </>
  );
}

/** What the list says of a prompt's standing with the department; nothing without a company. */
function sharedFacts(
  { id }: Prompt,
  { shared }: PersonState,
  language: Language,
): Pick<ListedPrompt, 'sharedAs' | 'use' | 'isDepartments'> {
  const t = sharing[language];
  const mine = shared?.prompts.find((each) => each.id === id)?.mine;
  const use = shared?.use.get(id);
  return {
    sharedAs: mine && t[`tag_${mine.state}`],
    use: use && t.use(use.people, use.runs),
    isDepartments: shared?.offered.has(id) === true,
  };
}

/** Every word of the query somewhere in title, workflow or text; width and case of letters make no difference. */
function isFound({ prompt, workflowName = '' }: ListedPrompt, query: string): boolean {
  const text = plain(`${prompt.title}\n${workflowName}\n${prompt.body}`);
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function PromptContent({
  prompt,
  ...context
}: DashboardContext & { readonly prompt?: Prompt | undefined }) {
  const { language, person, route, send, say, go } = context;
  const t = strings[language];
  const save = async (draft: PromptDraft): Promise<void> => {
    if (prompt !== undefined && !isChanged(prompt, draft)) {
      say({ text: t.unchanged });
      return;
    }
    const reply = await send({
      type: 'savePrompt',
      prompt: draft,
      ...(prompt === undefined ? {} : { id: prompt.id }),
    });
    if (!reply.ok) return;
    say({ text: prompt === undefined ? t.created(draft.title) : t.saved });
    if (prompt !== undefined) return;
    go(route.about === undefined ? { page: 'prompts' } : { page: 'workflows', id: route.about });
  };
  const replaceText = async (
    held: Prompt,
    text: PromptText,
    { source, done }: { readonly source: Prompt['source']; readonly done: string },
  ): Promise<void> => {
    const { workflowId } = held;
    const reply = await send({
      type: 'savePrompt',
      id: held.id,
      prompt: {
        ...textToShare(text),
        source,
        ...(workflowId === undefined ? {} : { workflowId }),
      },
    });
    if (reply.ok) say({ text: done });
  };
  const about = person.workflows.find(({ id }) => id === route.about);
  return (
    <PromptEditor
      // A saved text starts the editor afresh; another tab's change must not be written over unseen.
      key={prompt?.updatedAt}
      language={language}
      today={person.today}
      prompt={prompt}
      startWorkflow={about === undefined || !isLiving(about) ? undefined : about.id}
      workflows={workflowsFor(person, prompt)}
      above={
        prompt !== undefined && (
          <DepartmentSection
            {...{ prompt, language, person }}
            onTake={(text, source) =>
              void replaceText(prompt, text, { source, done: sharing[language].newerTaken })
            }
          />
        )
      }
      onSave={save}
      onCopy={(text) =>
        void copyText(text).then((ok) => say({ text: ok ? t.copied : t.copyFailed }))
      }
      cancelHref={routeHash({ page: 'prompts' })}
    >
      {prompt !== undefined && <ShareSection {...context} prompt={prompt} />}
      {prompt !== undefined && person.shared?.offered.has(prompt.id) !== true && (
        <PromptVersions
          prompt={prompt}
          language={language}
          onBringBack={(text) =>
            void replaceText(prompt, text, { source: prompt.source, done: t.broughtBack })
          }
        />
      )}
    </PromptEditor>
  );
}

/** The person's workflows, and the department's one that a prompt of theirs serves. */
function workflowsFor(
  { workflows, shared }: PersonState,
  prompt: Prompt | undefined,
): readonly { readonly id: string; readonly name: string }[] {
  const own = workflows.filter(isLiving);
  const theirs = shared?.workflows.find(
    ({ id }) => id === prompt?.workflowId && !own.some((each) => each.id === id),
  );
  return theirs === undefined ? own : [...own, theirs];
}
