import { describe, expect, it } from 'vitest';
import { memberChangeSchema, type RosterEntry } from '../../lib/contract/hub/organisation.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import {
  championsOf,
  findMembers,
  memberChange,
  memberDraft,
  roleHolders,
  withRole,
  type MemberDraft,
} from './roster-view.ts';

function person(id: string, parts: Partial<RosterEntry> = {}): RosterEntry {
  return {
    id,
    displayName: id,
    role: 'member',
    departmentId: 'sales',
    championOf: [],
    joinedOn: '2026-08-03' as DayKey,
    ...parts,
  };
}

const champion = person('佐藤 桜', { role: 'champion', championOf: ['sales', 'office'] });
const owner = person('港 花子', { role: 'owner', championOf: ['office'], departmentId: 'office' });
const advisor = person('Advisor', { role: 'advisor' });
const member = person('山田 太郎');
const everybody = [advisor, champion, member, owner];

describe('the roster', () => {
  it('lists those with a role, owners first', () => {
    expect(roleHolders(everybody)).toEqual([owner, champion, advisor]);
    expect(roleHolders([])).toEqual([]);
  });

  it('knows the champions of a department, owners among them', () => {
    expect(championsOf(everybody, 'office')).toEqual([champion, owner]);
    expect(championsOf(everybody, 'sales')).toEqual([champion]);
    expect(championsOf(everybody, 'none')).toEqual([]);
  });

  it.each([
    ['', '', everybody],
    ['山田太郎', '', [member]],
    ['　山田　', '', [member]],
    ['ＡＤＶ', '', [advisor]],
    ['', 'office', [owner]],
    ['山田', 'office', []],
    ['だれか', '', []],
  ])('finds %j in %j', (text, departmentId, found) => {
    expect(findMembers(everybody, { text, departmentId })).toEqual(found);
  });
});

describe('a change of one person', () => {
  const draft = (of: RosterEntry, parts: Partial<MemberDraft> = {}): MemberDraft => {
    const start = memberDraft(of);
    if (start === undefined) throw new Error('an advisor has no draft');
    return { ...start, ...parts };
  };

  it('is not offered for an advisor', () => {
    expect(memberDraft(advisor)).toBeUndefined();
  });

  it.each([
    ['nothing', member, draft(member), {}],
    [
      'departments ticked in another order',
      champion,
      draft(champion, { championOf: ['office', 'sales'] }),
      {},
    ],
    [
      'a move',
      member,
      draft(member, { departmentId: 'office' }),
      { move: { departmentId: 'office' } },
    ],
    [
      'a new champion',
      member,
      withRole(draft(member), 'champion'),
      { role: 'champion', championOf: ['sales'] },
    ],
    [
      'one department less',
      champion,
      draft(champion, { championOf: ['office'] }),
      { role: 'champion', championOf: ['office'] },
    ],
    [
      'a role taken back',
      champion,
      withRole(draft(champion), 'member'),
      { role: 'member', championOf: [] },
    ],
    [
      'a champion who becomes owner',
      champion,
      withRole(draft(champion), 'owner'),
      { role: 'owner', championOf: ['sales', 'office'] },
    ],
  ] as const)('asks for %s and no more', (_what, before, wanted, change) => {
    expect(memberChange(before, wanted)).toEqual(change);
    expect(memberChangeSchema.safeParse(change).success).toBe(true);
  });

  it('waits while a champion has no department', () => {
    expect(memberChange(champion, draft(champion, { championOf: [] }))).toBeUndefined();
  });
});
