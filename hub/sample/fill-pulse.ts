import { monthBefore, type DayKey } from '../../lib/domain/day.ts';
import {
  PULSE_POINTS,
  pulseToldOn,
  type PulsePoints,
  type PulseQuestion,
} from '../../lib/domain/pulse.ts';
import type { Hub } from '../hub.ts';
import { chance } from './chance.ts';
import type { SampleCompany } from './sample-company.ts';
import type { Belonging } from './sample-rows.ts';

const ANSWERING = 0.75;
const MONTHS = 2;

/** What the sample's people said in the last two months that are told: most of them, rather content, and the later month a little more so. */
export async function fillPulse(
  hub: Pick<Hub, 'pulse'>,
  organisationId: string,
  company: SampleCompany,
  {
    everybody,
    today,
    seed,
  }: {
    readonly everybody: readonly Belonging[];
    readonly today: DayKey;
    readonly seed: number;
  },
): Promise<void> {
  let month = pulseToldOn(today);
  for (let ago = 0; ago < MONTHS; ago += 1, month = monthBefore(month)) {
    if (month < company.startedOn.slice(0, 7)) return;
    for (const { person, departmentId } of everybody) {
      if (chance(seed, 'answers', person.id, month) >= ANSWERING) continue;
      const points = (question: PulseQuestion): PulsePoints => {
        const mood = chance(seed, question, person.id) - 0.15 * ago;
        return PULSE_POINTS[Math.max(0, Math.min(4, Math.floor(mood * 4) + 1))] ?? 3;
      };
      const answers = {
        quality: points('quality'),
        effort: points('effort'),
        speed: points('speed'),
        productivity: points('productivity'),
      };
      // One after the other: they add to the same counters.
      // oxlint-disable-next-line no-await-in-loop
      await hub.pulse.answer(
        { organisationId, memberId: `sample-${person.id}` },
        { departmentId, month, answers },
      );
    }
  }
}
