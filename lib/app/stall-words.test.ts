import { describe, expect, test } from 'vitest';
import type { DayKey } from '../domain/day.ts';
import type { StallReason } from '../domain/programme-stall.ts';
import { stallReason } from './stall-words.ts';

/** Three weeks after the last meeting: the day the rule came true, and in nobody's calendar. */
const SINCE = '2026-04-27' as DayKey;
const HELD = ['2026-03-24', '2026-04-06'].map((day) => ({ day: day as DayKey }));

describe('why a programme stands still, in words', () => {
  test.each<[StallReason, typeof HELD, string, string]>([
    [
      'noMeeting',
      HELD,
      '21\u00a0日以上、定例がありません（最後の定例：4月6日(月)）',
      'No meeting for 21 days or more (the last meeting was on Mon 6 Apr)',
    ],
    [
      'noMeeting',
      [],
      '21\u00a0日以上、定例がありません（はじめの定例はこれからです）',
      'No meeting for 21 days or more (the first is still to come)',
    ],
    ['noGoal', HELD, '目標がありません', 'There is no goal'],
    [
      'noOpenAction',
      HELD,
      '取り組み中の「決めたこと」がありません（4月27日(月) から）',
      'Nothing is agreed to be done (stalled since Mon 27 Apr)',
    ],
    [
      'slowHelp',
      HELD,
      '質問への回答に、勤務時間で 16\u00a0時間より長くかかっています（4月27日(月) から）',
      'Answers to questions take over 16 working hours (stalled since Mon 27 Apr)',
    ],
  ])('%s after %j', (reason, held, ja, en) => {
    const stall = { reason, since: SINCE };
    expect(stallReason(stall, held, 'ja')).toBe(ja);
    expect(stallReason(stall, held, 'en')).toBe(en);
  });
});
