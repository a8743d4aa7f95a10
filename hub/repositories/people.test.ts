import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { createPeople } from './people.ts';

const DAY = 20_600;

onBothEngines('people', (open) => {
  it('around departments are all who belonged to it in these days, with their stays elsewhere, and nobody else', async () => {
    const { database } = await open();
    const member = (id: string, role = 'member') => ({
      organisation_id: 'org',
      id,
      display_name: id,
      email: null,
      role,
      language: 'ja',
      created_at: 0,
    });
    const stay = (id: string, department: string, from: number, to: number | null = null) => ({
      organisation_id: 'org',
      member_id: id,
      department_id: department,
      from_day: from,
      to_day: to,
    });
    await database.db
      .insertInto('members')
      .values([
        ...['stays', 'moved', 'gone', 'other', 'later'].map((id) => member(id)),
        member('outside', 'advisor'),
      ])
      .execute();
    await database.db
      .insertInto('memberships')
      .values([
        stay('stays', 'sales', DAY - 50),
        stay('moved', 'sales', DAY - 50, DAY + 2),
        stay('moved', 'affairs', DAY + 3),
        stay('gone', 'sales', DAY - 50, DAY - 1),
        stay('other', 'affairs', DAY - 50),
        stay('later', 'sales', DAY + 20),
        stay('outside', 'sales', DAY - 50),
      ])
      .execute();
    const people = createPeople(database.db);
    const key = { organisationId: 'org', departmentIds: ['sales'] };
    const found = await people.membershipsAround(key, DAY, DAY + 10);
    expect(found.map(({ memberId, departmentId }) => `${memberId} ${departmentId}`)).toEqual([
      'moved sales',
      'moved affairs',
      'stays sales',
    ]);
    const everybody = await people.memberships('org', DAY, DAY + 10);
    expect(everybody.filter(({ memberId }) => memberId !== 'other')).toEqual(found);
    expect(
      await people.membershipsAround({ ...key, organisationId: 'else' }, DAY, DAY + 10),
    ).toEqual([]);
    const both = { ...key, departmentIds: ['sales', 'affairs'] };
    expect(await people.membershipsAround(both, DAY, DAY + 10)).toEqual(everybody);
    expect(await people.membershipsAround({ ...key, departmentIds: [] }, DAY, DAY + 10)).toEqual(
      [],
    );
  });
});
