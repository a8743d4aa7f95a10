import type { JoinReply, SetupReply } from '../../lib/contract/hub/people.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { EMPTY_ENTRY } from '../../lib/domain/ledger.ts';
import { startHub, type HubOptions, type HubProcess } from './hub-process.ts';

/** A hub on which a company of one department was founded. */
export interface FoundedHub {
  readonly hub: HubProcess;
  /** The owner's token. */
  readonly owner: string;
  readonly departmentId: string;
  /** The links by which one comes in. */
  readonly invites: SetupReply['departments'][number]['invites'];
  /** A link of one use by which the owner adds a browser of their own. */
  ownersLink(): Promise<string>;
}

/** Founds a company at an instant; its owner's address is `hanako@example.co.jp`. The caller closes the hub. */
export async function foundHub(
  clock: string,
  {
    company,
    department = '営業部',
    ...options
  }: HubOptions & { readonly company: string; readonly department?: string },
): Promise<FoundedHub> {
  const hub = await startHub(clock, options);
  const { memberToken, departments } = await hub.ask<SetupReply>({
    method: 'POST',
    path: '/v1/setup',
    body: {
      setupCode: hub.setupCode,
      organisation: { name: company, timeZone: 'Asia/Tokyo', locale: 'ja', country: 'JP' },
      departments: [{ name: department }],
      owner: { displayName: '港 花子', email: 'hanako@example.co.jp' },
    },
  });
  const [first] = departments;
  if (first === undefined) throw new Error('no department');
  return {
    hub,
    owner: memberToken,
    departmentId: first.id,
    invites: first.invites,
    async ownersLink() {
      const path = '/v1/me/device-codes';
      const { code } = await hub.ask<{ code: string }>({
        method: 'POST',
        path,
        token: memberToken,
      });
      return `${hub.url}/join#device:${code}`;
    },
  };
}

/** Brings people in by an invite, one after another, without browsers. */
export async function joinOverApi(
  { hub }: Pick<FoundedHub, 'hub'>,
  invite: string,
  count: number,
): Promise<JoinReply[]> {
  const joined: JoinReply[] = [];
  while (joined.length < count) {
    joined.push(await hub.ask({ method: 'POST', path: '/v1/join', body: { invite } }));
  }
  return joined;
}

/** Delivers a person's days of use, a visit to ChatGPT on each. */
export async function useOverApi(
  { hub }: Pick<FoundedHub, 'hub'>,
  token: string,
  days: readonly DayKey[],
): Promise<void> {
  const rows = days.map((day) => ({ day, tool: 'chatgpt', ...EMPTY_ENTRY, visits: 1 }));
  await hub.ask({
    method: 'PUT',
    path: '/v1/usage',
    token,
    body: { deviceId: 'd', days: rows },
  });
}
