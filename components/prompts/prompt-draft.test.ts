import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../lib/domain/workflow.ts';
import {
  blanksOf,
  checkPrompt,
  isChanged,
  promptForm,
  withBlank,
  withBody,
} from './prompt-draft.ts';

const good = withBody(
  { ...promptForm(undefined), title: '返信' },
  '{{会社名}} への返信を {{調子}} で',
);

describe('the prompt editor', () => {
  it('finds blanks as they are typed', () => {
    expect(blanksOf(good).map(({ name }) => name)).toEqual(['会社名', '調子']);
  });

  it('keeps a definition while its blank is away', () => {
    const set = withBlank(good, { name: '調子', type: 'choice', choices: ['ていねい', '手短'] });
    const away = withBody(set, '{{会社名}} への返信');
    expect(blanksOf(away).map(({ name }) => name)).toEqual(['会社名']);
    const back = withBody(away, '{{調子}} に');
    expect(blanksOf(back)).toEqual([
      { name: '調子', type: 'choice', choices: ['ていねい', '手短'] },
    ]);
  });

  it('makes a draft without empty parts', () => {
    const form = withBlank(good, {
      name: '調子',
      label: ' ',
      type: 'choice',
      choices: ['', ' 手短 ', '手短'],
      default: '',
      required: false,
    });
    const checked = checkPrompt(form);
    expect(checked.ok && checked.draft.variables[1]).toEqual({
      name: '調子',
      type: 'choice',
      choices: ['手短'],
    });
  });

  it.each([
    [{ title: ' ' }, ['title']],
    [{ title: 'あ'.repeat(81) }, ['title']],
    [{ body: '\n ' }, ['body']],
    [{ body: 'あ'.repeat(20_001) }, ['bodyLong']],
    [{ body: Array.from({ length: 31 }, (_, i) => `{{x${i}}}`).join('') }, ['variables']],
  ])('names what is wrong with %o', (over, faults) => {
    expect(checkPrompt({ ...good, ...over })).toEqual({ ok: false, faults });
  });

  it('asks a choice for its choices', () => {
    const form = withBlank(good, { name: '調子', type: 'choice', choices: [' '] });
    expect(checkPrompt(form)).toEqual({ ok: false, faults: ['choices'] });
  });

  it('tells a change from none', () => {
    const prompt: Prompt = {
      id: 'p',
      title: '返信',
      body: '{{会社名}}',
      variables: [{ name: '会社名', type: 'text', required: true }],
      source: { kind: 'own' },
      createdAt: 0,
      updatedAt: 0,
      versions: [],
    };
    const draftOf = (form = promptForm(prompt)) => {
      const checked = checkPrompt(form);
      if (!checked.ok) throw new Error(checked.faults.join());
      return checked.draft;
    };
    expect(isChanged(prompt, draftOf())).toBe(false);
    expect(isChanged(prompt, draftOf({ ...promptForm(prompt), workflowId: 'w' }))).toBe(true);
    const remembered = withBlank(promptForm(prompt), {
      name: '会社名',
      type: 'text',
      required: true,
      remember: true,
    });
    expect(isChanged(prompt, draftOf(remembered))).toBe(true);
  });
});
