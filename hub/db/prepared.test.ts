import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { prepareQuery } from './prepared.ts';

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
});
