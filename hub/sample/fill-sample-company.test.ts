import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  AttachmentReply,
  GoalReply,
  ProgrammeReply,
} from '../../lib/contract/hub/programme.ts';
import type { MeetingsReply } from '../../lib/contract/hub/meetings.ts';
import type { DayKey, WeekKey } from '../../lib/domain/day.ts';
import type { PulseReply } from '../../lib/contract/hub/pulse.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { openHub, type Hub } from '../hub.ts';
import { foundOrganisation } from '../services/found-organisation.ts';
import { requireOrganisation } from '../services/manage-organisation.ts';
import { programmeOf } from '../services/programme.ts';
import { fillSampleCompany } from './fill-sample-company.ts';
import { SampleFolderError, writeSampleNote } from './sample-folder.ts';

const MORNING = '2026-12-01T10:00:00+09:00';
const TODAY = '2026-12-01' as DayKey;
const LAST_WEEK = '2026-W48' as WeekKey;

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'banso-sample-'));
  cleanUps.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function hubIn(dataDir: string, clock = MORNING): Promise<Hub> {
  const result = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', CLOCK: clock });
  if (!result.ok) throw new Error(result.problems.join(' '));
  const hub = await openHub(result.config);
  cleanUps.push(() => hub.close());
  return hub;
}

function kept(days: readonly { readonly state: string }[] = []): number {
  return days.filter(({ state }) => state === 'kept').length;
}

describe('filling the sample company', () => {
  it('shows one department growing, one in two camps, one asleep, one under the floor', async () => {
    const hub = await hubIn(folder());
    const { organisationId } = await fillSampleCompany(hub);

    const lines = await hub.figures.lines(organisationId, TODAY);
    const [growing, split, asleep, underTheFloor] = lines;
    expect(growing?.line.current).toBeGreaterThanOrEqual(10);
    expect(kept(growing?.line.days.slice(-28))).toBeGreaterThan(
      kept(growing?.line.days.slice(0, 28)) + 3,
    );
    expect(asleep?.line).toMatchObject({ current: 0, weeks: { current: 0 } });
    expect(lines.map(({ hiddenBecause }) => hiddenBecause)).toEqual([
      undefined,
      undefined,
      undefined,
      'fewerThanFloor',
      'complementary',
    ]);

    const summary = (departmentId = '') =>
      hub.figures.summary({ organisationId, departmentId, week: LAST_WEEK });
    expect((await summary(split?.id))?.review.gap).toMatchObject({ state: 'split', flagged: true });
    expect((await summary(split?.id))?.action.code).toBe('pairUp');
    expect((await summary(underTheFloor?.id))?.numbersOf.group).toBe('other');
  });

  it('has a goal, shared work that took root, and three programmes', async () => {
    const hub = await hubIn(folder());
    const { ownerToken } = await fillSampleCompany(hub);
    const ask = async <T>(path: string): Promise<T> => {
      const headers = { authorization: `Bearer ${ownerToken}` };
      return (await createApp(hub).request(path, { headers })).json() as Promise<T>;
    };
    const { goal } = await ask<GoalReply>('/v1/goal');
    expect(goal).toMatchObject({ share: 0.6, purpose: 'hands' });
    expect(goal?.departmentIds).toHaveLength(3);
    const [growing = '', split = '', asleep = ''] = goal?.departmentIds ?? [];
    const programme = await ask<ProgrammeReply>(`/v1/departments/${growing}/programme`);
    expect(programme).toMatchObject({
      missing: [],
      champion: { name: '高橋 美咲' },
      programme: { phase: 'passed', week: 17, stalled: { reasons: [] } },
    });
    const board = await ask<AttachmentReply>(`/v1/departments/${growing}/attachment`);
    expect(board.cards.map(({ state }) => state)).toContain('settled');
    expect(board.cards[0]?.agreed).toBeDefined();
    const still = await ask<AttachmentReply>(`/v1/departments/${asleep}/attachment`);
    expect(still.coverage?.count).toBe(0);
    const stalled = await ask<ProgrammeReply>(`/v1/departments/${asleep}/programme`);
    expect(stalled.programme?.stalled.reasons).toMatchObject([{ reason: 'noMeeting' }]);
    expect(await ask<ProgrammeReply>(`/v1/departments/${split}/programme`)).toMatchObject({
      missing: [],
      programme: { phase: 'running', week: 9, stalled: { reasons: [] } },
    });
  });

  it('has met on the days of its plans, with minutes, what was done and what is carried, and the next one planned', async () => {
    const hub = await hubIn(folder());
    const { ownerToken } = await fillSampleCompany(hub);
    const ask = async <T>(path: string): Promise<T> => {
      const headers = { authorization: `Bearer ${ownerToken}` };
      return (await createApp(hub).request(path, { headers })).json() as Promise<T>;
    };
    const { goal } = await ask<GoalReply>('/v1/goal');
    const meetings = [];
    for (const id of goal?.departmentIds ?? []) {
      const { next, held, actions } = await ask<MeetingsReply>(`/v1/departments/${id}/meetings`);
      expect(held.every(({ notes }) => notes !== '')).toBe(true);
      expect(next).toEqual({ day: '2026-12-03', agendaOn: '2026-12-01' });
      const done = actions.filter(({ doneAt }) => doneAt !== undefined).length;
      meetings.push([held.length, actions.length - done, done]);
      const { programme } = await ask<ProgrammeReply>(`/v1/departments/${id}/programme`);
      const marked = programme?.weeks.filter(({ meeting }) => meeting === 'held');
      expect(marked).toHaveLength(held.length);
    }
    // Held, carried on, done of late: one that passed, one under way, one that stopped meeting.
    expect(meetings).toEqual([
      [7, 2, 2],
      [3, 1, 2],
      [2, 1, 0],
    ]);
  });

  it.each(['2026-03-11', '2026-06-10', '2026-08-20', '2027-01-05'])(
    'has one that passed, one under way and one that stands still on %s too',
    async (day) => {
      const hub = await hubIn(folder(), `${day}T10:00:00+09:00`);
      const { organisationId } = await fillSampleCompany(hub);
      const organisation = await requireOrganisation(hub, organisationId);
      const departments = await hub.organisations.departments(organisationId);
      const phases = [];
      for (const department of departments.slice(0, 3)) {
        const { programme } = await programmeOf(hub, organisation, department);
        phases.push([programme?.phase, programme?.stalled.reasons[0]?.reason]);
      }
      expect(phases).toEqual([
        ['passed', undefined],
        ['running', undefined],
        ['running', 'noMeeting'],
      ]);
    },
  );

  it('has what people said, told of departments in which five answered', async () => {
    const hub = await hubIn(folder());
    const { ownerToken, championDepartmentId } = await fillSampleCompany(hub);
    const headers = { authorization: `Bearer ${ownerToken}` };
    const path = `/v1/departments/${championDepartmentId}/pulse`;
    const pulse = (await (await createApp(hub).request(path, { headers })).json()) as PulseReply;
    expect(pulse).toMatchObject({ now: { shown: true }, before: { shown: true } });
  });

  it('lets the owner and the champion in', async () => {
    const hub = await hubIn(folder());
    const note = await fillSampleCompany(hub, { language: 'en' });
    const me = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await createApp(hub).request('/v1/me', { headers })).json();
    };
    expect(await me(note.ownerToken)).toMatchObject({ role: 'owner' });
    expect(await me(note.championToken)).toMatchObject({
      role: 'champion',
      displayName: 'Misaki Takahashi',
      championOf: [{ id: note.championDepartmentId }],
    });
  });

  it('is brought up to date when it is opened again, and keeps its tokens', async () => {
    const dataDir = folder();
    const first = await hubIn(dataDir);
    const note = await fillSampleCompany(first);
    const later = await hubIn(dataDir, '2026-12-09T10:00:00+09:00');
    expect(await fillSampleCompany(later)).toEqual(note);
    const lines = await later.figures.lines(note.organisationId, '2026-12-08' as DayKey);
    expect(lines[0]?.line.days.at(-1)).toEqual({ day: '2026-12-08', state: 'kept' });
  });

  it('keeps the tokens readable by this user alone', async () => {
    const dataDir = folder();
    await fillSampleCompany(await hubIn(dataDir));
    expect(statSync(join(dataDir, 'sample.json')).mode & 0o077).toBe(0);
  });

  it('goes nowhere near an organisation of its own', async () => {
    const dataDir = folder();
    const hub = await hubIn(dataDir);
    await hub.setupCodes.offer('code');
    const real = await foundOrganisation(
      { ...hub, publicUrl: 'http://localhost' },
      {
        setupCode: 'code',
        organisation: { name: '本物', timeZone: 'Asia/Tokyo', locale: 'ja', country: 'JP' },
        departments: [{ name: '営業' }],
        owner: { displayName: '責任者', email: 'owner@example.co.jp' },
      },
    );
    await expect(fillSampleCompany(hub)).rejects.toThrow(SampleFolderError);
    // Nor with a sample's note beside it.
    const sample = await fillSampleCompany(await hubIn(folder()));
    writeSampleNote(dataDir, sample);
    await expect(fillSampleCompany(hub)).rejects.toThrow(SampleFolderError);
    expect(await hub.organisations.ids()).toEqual([real.organisationId]);
  });

  it('says that a sample was not filled to the end', async () => {
    const dataDir = folder();
    const hub = await hubIn(dataDir);
    writeSampleNote(dataDir, { ...(await fillSampleCompany(hub)), complete: false });
    await expect(fillSampleCompany(hub)).rejects.toThrow('--reset');
  });
});
