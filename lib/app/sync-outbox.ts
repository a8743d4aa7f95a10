import { entryOf } from '../contract/envelope.ts';
import { checkInItem } from '../contract/check-in.ts';
import { helpItem } from '../contract/help-items.ts';
import { linesReplySchema } from '../contract/hub/lines.ts';
import { meSchema } from '../contract/hub/people.ts';
import { usageReplySchema, type UsageRequest } from '../contract/hub/usage.ts';
import {
  syncItem,
  teamItem,
  teamLinesItem,
  type HubTrouble,
  type SyncState,
  type Team,
} from '../contract/team.ts';
import { sharingItem } from '../contract/shared-items.ts';
import { addDays, daysBetween } from '../domain/day.ts';
import type { DeviceDeps } from './device.ts';
import { afterLine, afterTelling, fetchCheckIn, isCheckInDue } from './exchange-check-in.ts';
import { fetchShared, isFetchDue, removeBlanked } from './fetch-shared.ts';
import { awaitsHub, hasNewQuestion } from './help-questions.ts';
import type { HubAnswer, HubClient, OpenHub } from './hub-port.ts';
import { keepLines } from './kept-lines.ts';
import { leaveToSend, sameLeave } from './leave-to-send.ts';
import { hasNewVisitDay, nextBatch, unsentRows, type OutboxRow } from './outbox.ts';
import { readItem } from './read-item.ts';
import { acknowledgedEntries, forgottenEntries, payloadEntry, pruneSent } from './sent-days.ts';
import { afterFailure, afterSuccess, mayAttempt, nextAttemptAt } from './sync-plan.ts';
import { KEPT_DAYS, readTeam, RECENT_DAYS, type TeamHolding } from './team-storage.ts';
import { exchangeHelp } from './sync-help.ts';
import type { WriteQueue } from './write-queue.ts';

/** What sending needs. */
export interface TeamSyncDeps extends DeviceDeps {
  readonly queue: WriteQueue;
  readonly openHub: OpenHub;
  /** 0–1, so that a thousand devices part ways. */
  readonly random: () => number;
}

/** Sends what was counted, and fetches how the departments do. */
export interface TeamSync {
  /**
   * One attempt: who am I (once a day), days, leave, lines, questions and answers, and now and then what the department shares. Does nothing without a team, while the hub asked for a pause, or after the
   * token was revoked, unless the person `asked` for it. Two at once are one. Whatever the hub does is noted, not thrown; rejects
   * when storage cannot be read or written, and the next attempt sends again.
   */
  run(asked?: boolean): Promise<void>;
  /** The instant of the next attempt; undefined when there is to be none. */
  nextAt(): Promise<number | undefined>;
}

const ASK_WHO_EVERY_MS = 20 * 3_600_000;
/** A hub that was restored from an older backup cannot always say so: what it may have lost is sent again. */
const REPEAT_EVERY_DAYS = 7;
/** Rows a hub does not take are left out of one attempt, so that they hold up no others. */
const MAX_REFUSED_ROWS = 20;

type Failure = HubAnswer<unknown> & { readonly ok: false };

/**
 * Delivers at least once, over anything: a row counts as sent only when the hub acknowledged it and that is stored. A worker killed in
 * between sends the row again, which the hub's merge by maximum makes harmless (`lib/domain/ledger.ts`).
 */
export function createTeamSync(deps: TeamSyncDeps): TeamSync {
  const { store, clock, queue, random } = deps;
  let running: Promise<void> | undefined;

  /** Writes what came of a question in one write, unless the person left or joined elsewhere in the meantime. */
  function note(
    { team }: TeamHolding,
    entries: (sync: SyncState, team: Team) => Promise<readonly [string, unknown][]>,
  ): Promise<void> {
    return queue(async () => {
      const held = await readItem(store, teamItem, clock.now());
      if (held?.memberId !== team.memberId || held.hubUrl !== team.hubUrl) return;
      const sync = await readItem(store, syncItem, clock.now());
      await store.write(Object.fromEntries(await entries(sync, held)));
    });
  }

  /** Every step returns what stopped it, or nothing. */
  async function attempt(
    holding: TeamHolding,
    hub: HubClient,
    asked: boolean,
  ): Promise<Failure | undefined> {
    const isOther = await askWho(holding, hub);
    if (typeof isOther === 'object') return isOther;
    await forgetSometimes(holding, isOther);
    // Read again: days were counted meanwhile, and some may have been forgotten.
    const now = await queue(() => readTeam(deps, KEPT_DAYS));
    if (now === undefined) return undefined;
    const refused = await sendDays(now, hub);
    if (refused !== undefined && 'ok' in refused) return refused;
    return (
      (await fetchLines(now, hub, refused)) ??
      (await sendLeave(now, hub)) ??
      (await exchangeHelp(deps, hub, { asked, note: (entries) => note(now, entries) })) ??
      (await fetchDepartment(now, hub, asked)) ??
      (await askCheckIn(now, hub, asked))
    );
  }

  async function fetchDepartment(
    holding: TeamHolding,
    hub: HubClient,
    asked: boolean,
  ): Promise<Failure | undefined> {
    const nowMs = clock.now();
    const sharing = await queue(() => readItem(store, sharingItem, nowMs));
    if (!asked && !isFetchDue(sharing, nowMs)) return undefined;
    const fetched = await fetchShared(hub, { sharing, today: holding.today, nowMs });
    if ('ok' in fetched) return fetched;
    await note(holding, async () =>
      fetched.entries(await store.keys(), await readItem(store, sharingItem, nowMs)),
    );
    await queue(() => removeBlanked(store));
    return undefined;
  }

  async function askCheckIn(
    holding: TeamHolding,
    hub: HubClient,
    asked: boolean,
  ): Promise<Failure | undefined> {
    const held = await queue(() => readItem(store, checkInItem, clock.now()));
    if (!asked && !isCheckInDue(held, clock.now())) return undefined;
    const told = await fetchCheckIn(hub);
    if ('ok' in told) return told;
    await note(holding, async () => {
      const state = await readItem(store, checkInItem, clock.now());
      return [entryOf(checkInItem, afterTelling(state, told, clock.now()))];
    });
    return undefined;
  }

  /** Takes the hub's word on role, department and name. True when another database answers there than before. */
  async function askWho(holding: TeamHolding, hub: HubClient): Promise<boolean | Failure> {
    const agoMs = clock.now() - (holding.sync.askedAt ?? 0);
    if (agoMs >= 0 && agoMs < ASK_WHO_EVERY_MS) return false;
    const answer = await hub.ask({ method: 'GET', path: '/v1/me', answer: meSchema });
    if (!answer.ok) return answer;
    const { role, organisation, department, championOf, instance } = answer.value;
    const known = holding.team.instance;
    const isOther = known !== undefined && instance !== undefined && instance !== known;
    await note(holding, async (sync, team) => [
      entryOf(teamItem, { ...team, role, organisation, department, championOf, instance }),
      entryOf(syncItem, { ...sync, askedAt: clock.now(), leave: isOther ? undefined : sync.leave }),
      ...(isOther ? await forgottenEntries(store, holding.since, clock.now()) : []),
    ]);
    return isOther;
  }

  async function forgetSometimes(holding: TeamHolding, forgotten: boolean): Promise<void> {
    const { sync, today } = holding;
    const days = sync.repeatedOn === undefined ? 0 : daysBetween(sync.repeatedOn, today);
    if (sync.repeatedOn !== undefined && days >= 0 && days < REPEAT_EVERY_DAYS) return;
    const isDue = sync.repeatedOn !== undefined && !forgotten;
    await note(holding, async (now) => [
      entryOf(syncItem, { ...now, repeatedOn: today, leave: isDue ? undefined : now.leave }),
      ...(isDue ? await forgottenEntries(store, addDays(today, -RECENT_DAYS), clock.now()) : []),
    ]);
    await queue(() => pruneSent(store, addDays(today, -KEPT_DAYS)));
  }

  /** Rows the hub refused by name come back as trouble, after all others were delivered. */
  async function sendDays(
    holding: TeamHolding,
    hub: HubClient,
  ): Promise<Failure | HubTrouble | undefined> {
    const { deviceId } = holding;
    if (deviceId === undefined) return undefined;
    let rows = unsentRows(holding.ledger, holding.sent, holding.since);
    let most: number | undefined;
    let refusedRows = 0;
    let trouble: HubTrouble | undefined;
    while (rows.length > 0) {
      const batch = nextBatch(rows, most);
      const body: UsageRequest = { deviceId, days: batch };
      const request = { method: 'PUT', path: '/v1/usage', body } as const;
      // One delivery after the other: the next depends on what became of this one.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await hub.ask({ ...request, answer: usageReplySchema });
      if (answer.ok) {
        // oxlint-disable-next-line no-await-in-loop
        await note(holding, async (sync) => [
          ...(await acknowledgedEntries(store, batch, clock.now())),
          entryOf(syncItem, { ...sync, failures: 0, notBeforeMs: 0, attemptedAt: clock.now() }),
          await payloadEntry(store, 'usage', { ...request, at: clock.now() }),
        ]);
        rows = rows.slice(batch.length);
        continue;
      }
      const bad = refusedRow(answer.trouble, batch);
      if (bad !== undefined && refusedRows < MAX_REFUSED_ROWS) {
        refusedRows += 1;
        trouble = answer.trouble;
        rows = rows.filter((row) => row !== bad);
      } else if (answer.trouble.code === 'tooLarge' && batch.length > 1) {
        most = Math.floor(batch.length / 2);
      } else {
        return answer;
      }
    }
    return trouble;
  }

  async function sendLeave(holding: TeamHolding, hub: HubClient): Promise<Failure | undefined> {
    const leave = leaveToSend(holding.leave, holding.team.joinedOn);
    if (sameLeave(leave, holding.sync.leave)) return undefined;
    const request = { method: 'PUT', path: '/v1/me/leave', body: { leave } } as const;
    const answer = await hub.ask(request);
    if (!answer.ok) return answer;
    await note(holding, async (sync) => [
      entryOf(syncItem, { ...sync, leave }),
      await payloadEntry(store, 'leave', { ...request, at: clock.now() }),
    ]);
    return undefined;
  }

  async function fetchLines(
    holding: TeamHolding,
    hub: HubClient,
    trouble: HubTrouble | undefined,
  ): Promise<Failure | undefined> {
    const { today } = holding;
    const path = `/v1/lines?today=${today}`;
    const answer = await hub.ask({ method: 'GET', path, answer: linesReplySchema });
    if (!answer.ok) return answer;
    await note(holding, async (sync) => [
      entryOf(syncItem, afterSuccess(sync, clock.now(), trouble)),
      entryOf(teamLinesItem, keepLines(answer.value, today, clock.now())),
      entryOf(
        checkInItem,
        afterLine(await readItem(store, checkInItem, clock.now()), answer.value.mine),
      ),
    ]);
    return undefined;
  }

  async function runOnce(asked: boolean): Promise<void> {
    const holding = await queue(() => readTeam(deps, KEPT_DAYS));
    if (holding === undefined) return;
    if (!asked && !mayAttempt(holding.sync, clock.now())) return;
    const { hubUrl } = holding.team;
    const failure: Failure | undefined =
      holding.token === undefined
        ? { ok: false, trouble: { kind: 'revoked' } }
        : await attempt(holding, deps.openHub({ hubUrl, token: holding.token }), asked);
    if (failure === undefined) return;
    await note(holding, async (sync) => [
      entryOf(syncItem, afterFailure(sync, failure, { nowMs: clock.now(), random: random() })),
    ]);
  }

  return {
    run(asked = false) {
      running ??= runOnce(asked).finally(() => {
        running = undefined;
      });
      return running;
    },
    async nextAt() {
      const holding = await queue(() => readTeam(deps, RECENT_DAYS));
      if (holding === undefined) return undefined;
      const rows = unsentRows(holding.ledger, holding.sent, holding.since);
      const help = await queue(() => readItem(store, helpItem, clock.now()));
      const isNews = hasNewVisitDay(rows, holding.sent) || hasNewQuestion(help, holding.sync);
      // A champion hears of a question, and an asker of an answer, within the hour.
      const isWaiting = rows.length > 0 || awaitsHub(help) || holding.team.championOf.length > 0;
      return nextAttemptAt({
        nowMs: clock.now(),
        sync: holding.sync,
        waiting: isNews ? 'newVisitDay' : isWaiting ? 'rows' : 'nothing',
        random: random(),
      });
    },
  };
}

/** The row that a refusal names (`days.3.visits`); undefined when it names none. */
function refusedRow(trouble: HubTrouble, batch: readonly OutboxRow[]): OutboxRow | undefined {
  if (trouble.kind !== 'refused') return undefined;
  const index = /^days\.(\d+)(\.|$)/.exec(trouble.field ?? '')?.[1];
  return index === undefined ? undefined : batch[Number(index)];
}
