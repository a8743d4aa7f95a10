import type { CheckIn } from '../contract/check-in.ts';
import { type CheckInReply, checkInReplySchema } from '../contract/hub/check-in.ts';
import type { LinesReply } from '../contract/hub/lines.ts';
import { later } from '../domain/offer.ts';
import type { HubAnswer, HubClient } from './hub-port.ts';

const FETCH_EVERY_MS = 30 * 60_000;

/** Whether it is time to look, a clock that was set back included. */
export function isCheckInDue({ fetchedAt }: CheckIn, nowMs: number): boolean {
  return fetchedAt === undefined || Math.abs(nowMs - fetchedAt) >= FETCH_EVERY_MS;
}

/** Asks what this browser may have to ask. A hub of before (404) and strange answers tell nothing; what stops an attempt comes back. */
export async function fetchCheckIn(
  hub: HubClient,
): Promise<CheckInReply | (HubAnswer<unknown> & { readonly ok: false })> {
  const answer = await hub.ask({ method: 'GET', path: '/v1/check-in', answer: checkInReplySchema });
  if (answer.ok) return answer.value;
  const { kind } = answer.trouble;
  return kind === 'refused' || kind === 'garbage' ? {} : answer;
}

/** With what the hub told; what was answered here stays. */
export function afterTelling(
  { answered, passed, usedOn }: CheckIn,
  told: CheckInReply,
  fetchedAt: number,
): CheckIn {
  return {
    answered,
    ...(passed === undefined ? {} : { passed }),
    ...(usedOn === undefined ? {} : { usedOn }),
    ...told,
    fetchedAt,
  };
}

/** With the latest day of the person's own line, which has the days of all their devices. */
export function afterLine(state: CheckIn, { days }: LinesReply['mine']): CheckIn {
  const last = days.findLast(({ state: day }) => day === 'kept' || day === 'selfReported')?.day;
  const usedOn = later(state.usedOn, last);
  return usedOn === state.usedOn || usedOn === undefined ? state : { ...state, usedOn };
}
