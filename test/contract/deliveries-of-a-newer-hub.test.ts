import { describe, expect, it } from 'vitest';
import { deliveryWords } from '../../components/board/delivery-words.ts';
import { deliveriesOfAnyHubSchema } from '../../lib/contract/hub/channels.ts';
import { noticeKindSchema } from '../../lib/contract/hub/notice.ts';

const SENT = {
  id: '2026-W47.mail',
  kind: 'weekly',
  week: '2026-W47',
  channelId: 'mail',
  channelLabel: '佐藤さんのメール',
  state: 'sent',
  attempts: 1,
  createdAt: 1,
};

function read(...deliveries: readonly object[]) {
  return deliveriesOfAnyHubSchema.safeParse({ deliveries }).data?.deliveries;
}

describe('deliveries that a newer hub lists', () => {
  it('are read with kinds and reasons that are not known here, and named in both languages', () => {
    const list = read(SENT, {
      ...SENT,
      kind: 'anniversary',
      week: '2027-01-08',
      state: 'failed',
      reason: 'mailboxFull',
    });
    expect(list).toEqual([
      SENT,
      { ...SENT, kind: 'notice', week: '2027-01-08', state: 'failed', reason: 'failed' },
    ]);
    const [, unknown] = list ?? [];
    expect(unknown && [deliveryWords(unknown, 'ja'), deliveryWords(unknown, 'en')]).toEqual([
      'お知らせ',
      'Notice',
    ]);
  });

  it('keep every kind that is known, and no reason where nothing failed', () => {
    for (const kind of ['weekly', 'sponsor', 'asked', ...noticeKindSchema.options]) {
      expect(read({ ...SENT, kind })).toEqual([{ ...SENT, kind }]);
    }
  });

  it('are refused as before where a delivery itself is none', () => {
    expect(read({ ...SENT, state: 'lost' })).toBeUndefined();
    expect(read({ ...SENT, attempts: -1 })).toBeUndefined();
  });
});
