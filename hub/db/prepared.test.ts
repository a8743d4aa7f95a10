import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { prepareQuery, prepareRows } from './prepared.ts';

onBothEngines('a prepared query', (open) => {
  it('answers for the values of each call, constants included', async () => {
    const { db } = (await open()).database;
    await db
      .insertInto('hub')
      .values([
        { name: 'a', value: '1' },
        { name: 'b', value: '2' },
        { name: 'c', value: '2' },
      ])
      .execute();
    const named = prepareQuery(db, ['name'], ({ name }) =>
      db.selectFrom('hub').select('value').where('value', '=', '2').where('name', '=', name),
    );
    expect(await named({ name: 'a' })).toEqual([]);
    expect(await named({ name: 'b' })).toEqual([{ value: '2' }]);
    expect(await Promise.all([named({ name: 'c' }), named({ name: "' OR 1=1 --" })])).toEqual([
      [{ value: '2' }],
      [],
    ]);
  });

  it('writes nothing of a transaction in which one of several statements fails', async () => {
    const { db } = (await open()).database;
    const write = prepareRows<{ name: string; value: string | null }>((to, rows) =>
      to.insertInto('hub').values(rows as { name: string; value: string }[]),
    );
    // The first statement fails, those after it are on their way by then.
    const rows = Array.from({ length: 345 }, (_, index) => ({
      name: `half ${index}`,
      value: index === 3 ? null : '1',
    }));
    await expect(db.transaction().execute((inside) => write(inside, rows))).rejects.toThrow(
      /null/i,
    );
    const stored = db.selectFrom('hub').selectAll().where('name', 'like', 'half %');
    expect(await stored.execute()).toEqual([]);
  });

  it('writes any number of rows and tells how many changed', async () => {
    const { db } = (await open()).database;
    const write = prepareRows<{ name: string; value: string }>((to, rows) =>
      to
        .insertInto('hub')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet((expression) => ({ value: expression.ref('excluded.value') }))
            .where((expression) =>
              expression(expression.ref('excluded.value'), '>', expression.ref('hub.value')),
            ),
        ),
    );
    const rows = Array.from({ length: 345 }, (_, index) => ({ name: `row ${index}`, value: '1' }));
    expect(await write(db, [])).toBe(0n);
    expect(await write(db, rows)).toBe(345n);
    const larger = rows.slice(0, 7).map(({ name }) => ({ name, value: '2' }));
    const changed = await db
      .transaction()
      .execute((inside) => write(inside, [...larger, ...rows.slice(7, 30)]));
    expect(changed).toBe(7n);
    const stored = await db.selectFrom('hub').selectAll().where('name', 'like', 'row %').execute();
    expect(stored).toHaveLength(345);
    expect(
      stored
        .filter(({ value }) => value === '2')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(larger.map(({ name }) => name).toSorted());
  });
});
