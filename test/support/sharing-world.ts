import type {
  DepartmentLibrary,
  NewSharedPrompt,
  PromptAct,
  SharedPromptsReply,
} from '../../lib/contract/hub/sharing.ts';
import type { SharedText } from '../../lib/contract/hub/sharing.ts';
import { joinAll, setUp, type Answer, type HubWorld, type HubWorlds } from './hub-world.ts';

/** A text to share; `change` replaces parts. */
export function promptText(change: Partial<SharedText> = {}): SharedText {
  return {
    title: '見積依頼への返信',
    body: '{{取引先}}への返信を書いてください。',
    variables: [{ name: '取引先', type: 'text', required: true, remember: true }],
    ...change,
  };
}

/** A company in which people of 営業 share, and one of 経理 looks on. */
export interface SharingWorld {
  readonly world: HubWorld;
  readonly sales: string;
  readonly office: string;
  readonly tokens: Readonly<
    Record<'owner' | 'champion' | 'author' | 'colleague' | 'stranger' | 'advisor', string>
  >;
  readonly invites: { readonly member: string };
  submit(token: string, request?: Partial<NewSharedPrompt>): Promise<Answer>;
  act(token: string, id: string, act: PromptAct): Promise<number>;
  prompts(token: string, since?: string): Promise<SharedPromptsReply>;
  library(): Promise<DepartmentLibrary>;
}

/** The company on an empty database. */
export async function createSharingWorld(worlds: HubWorlds, clock?: string): Promise<SharingWorld> {
  const world = await worlds.fresh(clock);
  const setup = await setUp(world);
  const [sales, office] = setup.departments;
  if (!sales || !office) throw new Error('two departments');
  const [author, colleague] = await joinAll(world, sales.invites.member, 2);
  const [champion] = await joinAll(world, sales.invites.champion);
  const [stranger] = await joinAll(world, office.invites.member);
  const advising = await world.ask(`POST /v1/departments/${office.id}/invites`, {
    token: setup.memberToken,
    body: { role: 'advisor' },
  });
  const [advisor] = await joinAll(world, advising.json<{ link: string }>().link);
  const owner = setup.memberToken;
  for (const [token, displayName] of [
    [author?.memberToken, '山田'],
    [colleague?.memberToken, '鈴木'],
  ]) {
    await world.ask('PUT /v1/me', { token, body: { displayName } });
  }
  const tokenOf = (person: { memberToken: string } | undefined) => person?.memberToken ?? '';
  const tokens = {
    owner,
    champion: tokenOf(champion),
    author: tokenOf(author),
    colleague: tokenOf(colleague),
    stranger: tokenOf(stranger),
    advisor: tokenOf(advisor),
  };
  return {
    world,
    sales: sales.id,
    office: office.id,
    tokens,
    invites: { member: sales.invites.member },
    submit: (token, request = {}) =>
      world.ask('POST /v1/prompts', { token, body: { text: promptText(), ...request } }),
    act: async (token, id, body) =>
      (await world.ask(`PUT /v1/prompts/${id}`, { token, body })).status,
    async prompts(token, since) {
      const query = since === undefined ? '' : `?since=${since}`;
      return (await world.ask(`GET /v1/prompts${query}`, { token })).json<SharedPromptsReply>();
    },
    library: async () =>
      (
        await world.ask(`GET /v1/departments/${sales.id}/library`, { token: tokens.champion })
      ).json<DepartmentLibrary>(),
  };
}

/** A prompt of the author's in use; returns its id. */
export async function approvePrompt(
  { submit, act, tokens }: SharingWorld,
  id = 'reply',
): Promise<string> {
  await submit(tokens.author, { id });
  const status = await act(tokens.champion, id, { do: 'approve', version: 1 });
  if (status !== 200) throw new Error(`Approving was answered with ${status}.`);
  return id;
}
