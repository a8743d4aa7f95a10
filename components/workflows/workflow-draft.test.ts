import { describe, expect, it } from 'vitest';
import type { Workflow } from '../../lib/domain/workflow.ts';
import { checkWorkflow, siteOrigin, workflowForm } from './workflow-draft.ts';

const good = { ...workflowForm(undefined, 'sales'), name: ' 見積もりの返信 ' };

describe('siteOrigin', () => {
  it.each([
    ['https://mail.example.com/inbox?secret=1#x', 'https://mail.example.com'],
    ['mail.example.com/inbox', 'https://mail.example.com'],
    ['http://intranet.example:8080/a', 'http://intranet.example:8080'],
    ['  https://user:pw@example.com  ', 'https://example.com'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['メール', undefined],
    ['', undefined],
  ])('keeps of %s only %s', (text, origin) => {
    expect(siteOrigin(text)).toBe(origin);
  });
});

describe('checkWorkflow', () => {
  it('takes what a person filled in, full-width digits included', () => {
    const checked = checkWorkflow({ ...good, minutes: '２０', site: 'mail.example.com/a' });
    expect(checked).toEqual({
      ok: true,
      draft: {
        name: '見積もりの返信',
        kind: 'sales',
        rhythm: { kind: 'weekdays', weekdays: [1] },
        site: 'https://mail.example.com',
        minutes: 20,
        source: { kind: 'own' },
      },
    });
  });

  it.each([
    [{ name: '  ' }, ['name']],
    [{ name: 'あ'.repeat(81) }, ['name']],
    [{ weekdays: [] }, ['weekdays']],
    [{ rhythm: 'monthlyDay' as const, day: '32' }, ['day']],
    [{ rhythm: 'monthlyDay' as const, day: '' }, ['day']],
    [{ rhythm: 'monthlyLastWorkday' as const, nth: '0' }, ['nth']],
    [{ minutes: '0' }, ['minutes']],
    [{ minutes: '1.5' }, ['minutes']],
    [{ site: 'not a site' }, ['site']],
    [{ name: '', minutes: 'x', site: '???' }, ['site', 'name', 'minutes']],
  ])('names the wrong fields of %o', (over, wrong) => {
    expect(checkWorkflow({ ...good, ...over })).toEqual({ ok: false, wrong });
  });

  it('reads back what it shows', () => {
    const workflow: Workflow = {
      id: 'w',
      name: '月次の締め',
      kind: 'accounting',
      rhythm: { kind: 'monthlyLastWorkday', nth: 2 },
      site: 'https://books.example.com',
      tool: 'claude',
      minutes: 45,
      source: { kind: 'pack', pack: 'accounting', item: 'close' },
      createdAt: 1,
      updatedAt: 2,
    };
    const { id: _id, createdAt: _created, updatedAt: _updated, ...draft } = workflow;
    expect(checkWorkflow(workflowForm(workflow))).toEqual({ ok: true, draft });
  });
});
