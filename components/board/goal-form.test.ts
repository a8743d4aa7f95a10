import { describe, expect, it } from 'vitest';
import { checkGoals, goalForm, goalsDiffer, type GoalForm } from './goal-form.ts';

const EMPTY: GoalForm = { weeklyActive: '', habitual: '', promptsPerMember: '' };

describe('goals as they are typed', () => {
  it('shows shares in percent and no goal as an empty field', () => {
    expect(goalForm({})).toEqual(EMPTY);
    expect(goalForm({ weeklyActive: 0.7, habitual: 0.004, promptsPerMember: 10 })).toEqual({
      weeklyActive: '70',
      habitual: '1',
      promptsPerMember: '10',
    });
  });

  it.each([
    ['70', 0.7],
    [' 70% ', 0.7],
    ['７０％', 0.7],
    ['100', 1],
    ['1', 0.01],
    ['', undefined],
    ['  ', undefined],
  ])('reads %j as a share', (weeklyActive, share) => {
    expect(checkGoals({ ...EMPTY, weeklyActive }, { weeklyActive: 0.5 })).toEqual({
      ok: true,
      goals: share === undefined ? {} : { weeklyActive: share },
    });
  });

  it.each(['0', '101', '-5', '7.5', 'e1', '1e1', '七十', '0x10'])('refuses %j', (habitual) => {
    expect(checkGoals({ ...EMPTY, habitual }, {})).toEqual({ ok: false, wrong: ['habitual'] });
  });

  it('takes up to a thousand prompts, and names everything that is wrong', () => {
    expect(checkGoals({ ...EMPTY, promptsPerMember: '1000' }, {})).toEqual({
      ok: true,
      goals: { promptsPerMember: 1000 },
    });
    expect(checkGoals({ weeklyActive: 'x', habitual: '50', promptsPerMember: '1001' }, {})).toEqual(
      { ok: false, wrong: ['weeklyActive', 'promptsPerMember'] },
    );
  });

  it('leaves alone what was not touched, and tells whether anything was', () => {
    const before = { weeklyActive: 1 / 3, promptsPerMember: 10 };
    const form = goalForm(before);
    expect(goalsDiffer(form, before)).toBe(false);
    const changed = { ...form, promptsPerMember: '12' };
    expect(goalsDiffer(changed, before)).toBe(true);
    expect(checkGoals(changed, before)).toEqual({
      ok: true,
      goals: { weeklyActive: 1 / 3, promptsPerMember: 12 },
    });
  });
});
