import { useState } from 'react';
import { packPromptText } from '../../lib/app/adopt-workflow.ts';
import type { Pack, PackWorkflow } from '../../lib/contract/pack.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { longDay, rhythmWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { workflows as strings } from '../../lib/i18n/workflows.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ChooseOne } from '../ui/choices.tsx';
import { Tag } from '../ui/tag.tsx';
import './workflows.css';

/** Whether a pack's workflow is the person's already; `id` is theirs. */
export type Adoption =
  | { readonly state: 'none' }
  | { readonly state: 'registered' | 'inTrash'; readonly id: string };

const LEVELS = {
  first: 'levelFirst',
  standard: 'levelStandard',
  further: 'levelFurther',
} as const;

/** Starter packs by department, in either language, with one press to register a workflow. */
export function PackBrowser({
  names,
  pack,
  language,
  chosen,
  adoptionOf,
  onChoose,
  workflowHref,
  onAdopt,
  onRestore,
}: {
  readonly names: readonly Pick<Pack, 'id' | 'name'>[];
  /** The chosen pack; undefined while it is being read. */
  readonly pack: Pack | undefined;
  readonly language: Language;
  /** Id of the chosen pack. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly adoptionOf: (pack: string, workflow: string) => Adoption;
  readonly workflowHref: (id: string) => string;
  readonly onAdopt: (pack: Pack, workflow: PackWorkflow) => void;
  readonly onRestore: (id: string, name: string) => void;
}) {
  const t = strings[language];
  const [shownLanguage, setShownLanguage] = useState<Language>(language);
  return (
    <div className="packs">
      <div className="packs-choices">
        <ChooseOne
          legend={t.packsDepartment}
          value={chosen}
          options={names.map(({ id, name }) => ({ value: id, label: name[language] }))}
          onChange={onChoose}
        />
        <ChooseOne
          legend={t.packLanguage}
          hint={t.packLanguageHint}
          value={shownLanguage}
          options={[
            { value: 'ja', label: <span lang="ja">日本語</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          onChange={setShownLanguage}
        />
      </div>
      <ul className="packs-list" lang={shownLanguage} aria-busy={pack === undefined}>
        {pack?.workflows.map((workflow) => {
          const name = workflow.name[shownLanguage];
          const adoption = adoptionOf(pack.id, workflow.id);
          return (
            <li key={workflow.id} className="packs-item">
              <h2 className="workflows-name">{name}</h2>
              <p>{workflow.about[shownLanguage]}</p>
              <p className="workflows-facts" lang={language}>
                <span>{rhythmWords(workflow.rhythm, language)}</span>
                <span>{t.minutes(workflow.minutes)}</span>
              </p>
              <details className="packs-prompts">
                <summary lang={language}>{t.showPrompts(workflow.prompts.length)}</summary>
                {workflow.prompts.map((prompt) => (
                  <div key={prompt.id} className="packs-prompt">
                    <h3 className="packs-prompt-title">
                      {prompt.title[shownLanguage]}{' '}
                      <span lang={language}>
                        <Tag>{t[LEVELS[prompt.level]]}</Tag>
                      </span>
                    </h3>
                    <pre className="packs-body">{packPromptText(prompt, shownLanguage).body}</pre>
                  </div>
                ))}
              </details>
              <div className="packs-act" lang={language}>
                {adoption.state === 'none' ? (
                  <Button
                    icon="plus"
                    aria-label={t.adoptNamed(name)}
                    onClick={() => onAdopt(pack, workflow)}
                  >
                    {t.adopt}
                  </Button>
                ) : (
                  <>
                    <Tag tone="due">{adoption.state === 'registered' ? t.adopted : t.inTrash}</Tag>
                    {adoption.state === 'inTrash' && (
                      <Button
                        size="small"
                        icon="undo"
                        aria-label={t.restoreNamed(name)}
                        onClick={() => onRestore(adoption.id, name)}
                      >
                        {t.restore}
                      </Button>
                    )}
                    {adoption.state === 'registered' && (
                      <ButtonLink variant="plain" size="small" href={workflowHref(adoption.id)}>
                        {t.adoptedOpen}
                      </ButtonLink>
                    )}
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {pack !== undefined && (
        <p className="packs-reviewed">
          {t.reviewedOn(longDay(pack.reviewedOn as DayKey, language))}
        </p>
      )}
    </div>
  );
}
