import { describe, expect, it } from 'vitest';
import { packSchema } from '../contract/pack.ts';
import { promptDraftSchema, workflowDraftSchema } from '../contract/workflow.ts';
import { adopt, packPromptText } from './adopt-workflow.ts';

const pack = packSchema.parse({
  schema: 1,
  id: 'sales',
  version: 1,
  reviewedOn: '2026-11-23',
  name: { ja: '営業', en: 'Sales' },
  workflows: [
    {
      id: 'quote-reply',
      name: { ja: '見積もりへの返信', en: 'Quote reply' },
      about: { ja: '返信ができます。', en: 'A reply.' },
      rhythm: { kind: 'weekdays', weekdays: [1] },
      tool: 'claude',
      minutes: 20,
      prompts: [
        {
          id: 'reply',
          level: 'standard',
          title: { ja: '返信', en: 'Reply' },
          variables: [
            {
              name: { ja: '宛先', en: 'to' },
              label: { ja: '宛先', en: 'To' },
              type: 'choice',
              choices: { ja: ['上司', '同僚'], en: ['Manager', 'Colleague'] },
              default: { ja: '同僚', en: 'Colleague' },
              required: true,
            },
            {
              name: { ja: '用件', en: 'matter' },
              label: { ja: '用件', en: 'Matter' },
              type: 'text',
            },
          ],
          body: { ja: ['{{宛先}}へ', '', '{{用件}}'], en: ['To {{to}}', '', '{{matter}}'] },
        },
      ],
    },
  ],
});
const workflow = pack.workflows[0]!;

describe('adopting a workflow of a pack', () => {
  it('gives drafts in the language asked for, which can be stored', () => {
    const drafts = adopt(pack, workflow, 'ja');
    expect(drafts.workflow).toEqual({
      name: '見積もりへの返信',
      kind: 'sales',
      rhythm: { kind: 'weekdays', weekdays: [1] },
      tool: 'claude',
      minutes: 20,
      source: { kind: 'pack', pack: 'sales', item: 'quote-reply' },
    });
    expect(drafts.prompts).toEqual([
      {
        title: '返信',
        body: '{{宛先}}へ\n\n{{用件}}',
        variables: [
          {
            name: '宛先',
            label: '宛先',
            type: 'choice',
            choices: ['上司', '同僚'],
            default: '同僚',
            required: true,
          },
          { name: '用件', label: '用件', type: 'text' },
        ],
        source: { kind: 'pack', pack: 'sales', item: 'reply' },
      },
    ]);
    expect(workflowDraftSchema.parse(drafts.workflow)).toEqual(drafts.workflow);
    expect(drafts.prompts.map((draft) => promptDraftSchema.parse(draft))).toEqual(drafts.prompts);
  });

  it('names the blanks as the body of that language does', () => {
    const text = packPromptText(workflow.prompts[0]!, 'en');
    expect(text.body).toBe('To {{to}}\n\n{{matter}}');
    expect(text.variables.map(({ name, choices }) => [name, choices])).toEqual([
      ['to', ['Manager', 'Colleague']],
      ['matter', undefined],
    ]);
  });

  it('leaves out what the pack does not say', () => {
    const { tool: _, ...plain } = workflow;
    expect(adopt(pack, plain, 'ja').workflow).not.toHaveProperty('tool');
  });
});
