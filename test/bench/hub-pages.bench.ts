import { setTimeout as pause } from 'node:timers/promises';
import { dayKeyAt } from '../../hub/local-day.ts';
import { addDays, weekOf } from '../../lib/domain/day.ts';
import { percentile, type Figure } from './support/figures.ts';
import { benchPlaces, fillPlace, load, type BenchPlace } from './support/hub/bench-hub.ts';
import { TIME_ZONE } from './support/hub/fill-organisation.ts';
import { askHub, fillBoard, type BoardNeeds } from './support/hub/ask-hub.ts';
import { runHub } from '../support/run-hub.ts';

const ROUNDS = 20;
const BOUND_MS = 300;
/** What a hub is given to read ahead of the first board. */
const WARM_MS = 10_000;
const SIZE = { members: 5000, departments: 50, days: 365, programmes: true };

type Page = readonly [path: `/${string}`, token: string | undefined];

/**
 * What the popup and the board ask for, in an organisation of 5,000 with a year of days behind it and a programme in every
 * department. Between two rounds days are delivered, so that nothing is answered from a memory that nobody disturbed.
 */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const place of await benchPlaces()) {
    try {
      figures.push(...(await measure(place)));
    } finally {
      await place.remove();
    }
  }
  return figures;
}

async function measure({ engine, settings }: BenchPlace): Promise<Figure[]> {
  const organisation = await fillPlace(settings, SIZE);
  const hub = await runHub(settings);
  const asked = askHub(hub.port);
  const ask = async ([path, token]: Page): Promise<number> => {
    const begun = performance.now();
    await asked.call(`GET ${path}`, { token });
    return performance.now() - begun;
  };
  const figure = (name: string, value: number, rounds: number, bound?: number): Figure => ({
    name: `5,000 members on ${engine}: ${name}`,
    unit: 'ms',
    value,
    rounds,
    ...(bound === undefined ? {} : { bound }),
  });
  try {
    const [owner = ''] = organisation.tokens;
    const [departmentId = ''] = organisation.departmentIds;
    const member = organisation.tokens[SIZE.departments + 1] ?? '';
    const memberId = organisation.memberIds[SIZE.departments + 1] ?? '';
    const first = pagesOf({ owner, member, memberId, departmentId, needs: undefined });
    const lines = await ask(first.lines);
    await pause(WARM_MS);
    const programme = await ask(first.programme);
    const month = await ask(first.month);
    const needs = await fillBoard(asked, { owner, departmentId });
    const pages = pagesOf({ owner, member, memberId, departmentId, needs }).all;
    const times = new Map<string, number[]>();
    const deliver = async (base: number): Promise<void> => {
      const { port } = hub;
      await load({ port, connections: 2, forMs: 100, tokens: organisation.tokens, base });
    };
    const note = async (name: string, page: Page): Promise<void> => {
      times.set(name, [...(times.get(name) ?? []), await ask(page)]);
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      await deliver(round * 20_000);
      for (const [name, page] of Object.entries(pages)) await note(name, page);
      // The page that reads most, as the first to see what came in.
      await deliver(round * 20_000 + 10_000);
      await note('month before any other page', first.month);
    }
    return [
      figure('first lines after a start', lines, 1),
      figure('first programme ten seconds later', programme, 1, BOUND_MS),
      figure('first month ten seconds later', month, 1, BOUND_MS),
      ...[...times].map(([name, values]) =>
        figure(`${name}, p95`, percentile(values, 0.95), ROUNDS, BOUND_MS),
      ),
    ];
  } finally {
    await hub.stop();
  }
}

/** Every page that the popup and the board read, to whoever reads it most. */
function pagesOf({
  owner,
  member,
  memberId,
  departmentId,
  needs,
}: {
  readonly owner: string;
  readonly member: string;
  readonly memberId: string;
  readonly departmentId: string;
  readonly needs: BoardNeeds | undefined;
}) {
  // Its members are where it is.
  const today = dayKeyAt(Date.now(), TIME_ZONE);
  const own = `/departments/${departmentId}` as const;
  const advisor = needs?.advisor;
  const lines: Page = [`/lines?today=${today}`, member];
  const programme: Page = [`${own}/programme`, owner];
  const month: Page = ['/sponsor-page', owner];
  const all: Record<string, Page> = {
    'lines of a member': lines,
    'summary of a department': [`${own}/summary?week=${weekOf(addDays(today, -7))}`, owner],
    departments: ['/departments', owner],
    people: ['/members', owner],
    'devices of a person': [`/members/${memberId}/devices`, owner],
    organisation: ['/organisation', owner],
    invites: [`${own}/invites`, owner],
    channels: [`${own}/channels`, owner],
    deliveries: [`${own}/deliveries`, owner],
    library: [`${own}/library`, owner],
    'versions of a prompt': [`${own}/prompts/${needs?.promptId ?? ''}/versions`, owner],
    programme,
    attachment: [`${own}/attachment`, owner],
    help: [`${own}/help`, owner],
    meetings: [`${own}/meetings`, owner],
    'feed of meetings': [needs?.feed ?? '/', undefined],
    gap: [`${own}/gap`, owner],
    pulse: [`${own}/pulse`, owner],
    goal: ['/goal', owner],
    month,
    'mail of the month': ['/sponsor-mail', owner],
    'programme to an advisor': [`${own}/programme`, advisor],
    'attachment to an advisor': [`${own}/attachment`, advisor],
    'help to an advisor': [`${own}/help`, advisor],
    'meetings to an advisor': [`${own}/meetings`, advisor],
    'month to an advisor': ['/sponsor-page', advisor],
    'check-in of a member': ['/check-in', member],
    'prompts of a member': ['/prompts', member],
    'workflows of a member': ['/workflows', member],
    'how-tos of a member': ['/howtos', member],
    'a year as CSV': [`/export.csv?from=${addDays(today, -365)}&to=${today}`, member],
  };
  return { lines, programme, month, all };
}
