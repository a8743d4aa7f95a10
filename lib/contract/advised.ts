import { z } from 'zod';
import { dayKeySchema, idSchema } from './day.ts';
import { organisationSchema } from './hub/people.ts';
import { kind, type StoredItem } from './stored-items.ts';

// None of these is one of `ITEM_KINDS`, as the membership is none (`team.ts`): an export must not carry them to another browser.

/** A company that the person advises and does not belong to, beside the one they may belong to. */
const advisedSchema = z.strictObject({
  /** Where its hub is reached, without a slash at the end. */
  hubUrl: z.string().min(8).max(500),
  memberId: idSchema,
  organisation: organisationSchema,
  joinedOn: dayKeySchema,
});
export type Advised = z.infer<typeof advisedSchema>;

const advisedTokenSchema = z.strictObject({ token: z.string().min(1).max(500) });

/** One company's item. `id` is this browser's own choice: what hubs call themselves cannot make two of them one. */
export const advisedItem = (id: string): StoredItem<Advised | undefined> => ({
  key: `advised/${id}`,
  kind: kind<Advised | undefined>('advised', advisedSchema, undefined),
});

/** What opens that company's hub, apart from it. Never shown, exported or set aside. */
export const advisedTokenItem = (
  id: string,
): StoredItem<{ readonly token: string } | undefined> => ({
  key: `advisedToken/${id}`,
  kind: kind<z.infer<typeof advisedTokenSchema> | undefined>(
    'advisedToken',
    advisedTokenSchema,
    undefined,
  ),
});

/** The id in an `advisedItem`'s key; undefined for every other key, tokens' included. */
export function advisedIdOfKey(key: string): string | undefined {
  return /^advised\/([\w-]{1,100})$/.exec(key)?.[1];
}

/** Whether a key is an advised company's token's. */
export function isAdvisedTokenKey(key: string): boolean {
  return key.startsWith('advisedToken/');
}
