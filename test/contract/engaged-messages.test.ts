// @vitest-environment happy-dom
import { afterAll, afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { watchEngagement, type Engagement } from '../../entrypoints/launcher/engagement.ts';
import {
  pageMessageSchema,
  type EngagedMessage,
  type EngagedReply,
} from '../../lib/contract/page-messages.ts';

/** What the background answers; undefined is a worker stopped in the middle. */
let answer: (message: EngagedMessage) => EngagedReply | undefined;
let told: EngagedMessage[];
let runtime: { id: string | undefined; sendMessage(message: EngagedMessage): Promise<unknown> };
let hasFocus: boolean;
let engagement: Engagement;
let orphaned: Mock<() => void>;

const settled = { settled: true, nextFlushMs: 15_000 };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T00:00:00Z') });
  told = [];
  answer = () => settled;
  hasFocus = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
  runtime = {
    id: 'banso',
    async sendMessage(message) {
      told.push(message);
      return answer(message);
    },
  };
  vi.stubGlobal('chrome', { runtime });
  orphaned = vi.fn<() => void>();
  engagement = watchEngagement(orphaned);
});

afterEach(() => {
  engagement.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

afterAll(async () => {
  // What the last one still delivers ends first.
  await new Promise((done) => {
    setImmediate(done);
  });
  vi.unstubAllGlobals();
});

function input(isTrusted = true): void {
  const event = new Event('pointerdown');
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  window.dispatchEvent(event);
}

async function after(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Milliseconds told, without those told twice. */
function engagedMs(): number {
  const once = new Map(told.map((each) => [each.messageId, each.toMs - each.fromMs]));
  return [...once.values()].reduce((sum, each) => sum + each, 0);
}

function loseFocus(): void {
  hasFocus = false;
  window.dispatchEvent(new Event('blur'));
}

describe('what a page tells of engagement (METRICS.md M1)', () => {
  it('is understood by the background, message by message', async () => {
    input();
    engagement.promptStarted();
    await after(70_000);
    expect(told.length).toBeGreaterThan(4);
    for (const message of told) expect(pageMessageSchema.safeParse(message).success).toBe(true);
    expect(told.filter(({ promptsStarted }) => promptsStarted === 1)).toHaveLength(1);
  });

  it('one input is 60 s in stretches that touch, and then no timer is left', async () => {
    input();
    await after(200_000);
    expect(engagedMs()).toBe(60_000);
    const stretches = told.slice(1);
    expect(stretches.map(({ toMs }) => toMs).slice(0, -1)).toEqual(
      stretches.map(({ fromMs }) => fromMs).slice(1),
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with the focus, at once, and goes on with it while the last input is fresh', async () => {
    input();
    await after(4_000);
    loseFocus();
    await after(8_000);
    expect(engagedMs()).toBe(4_000);
    expect(vi.getTimerCount()).toBe(0);
    hasFocus = true;
    window.dispatchEvent(new Event('focus'));
    await after(100_000);
    expect(engagedMs()).toBe(4_000 + 48_000);
  });

  it('ends when the page is hidden', async () => {
    input();
    await after(4_000);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await after(60_000);
    expect(engagedMs()).toBe(4_000);
  });

  it('does not begin without focus, nor by an event that the page made up', async () => {
    input(false);
    hasFocus = false;
    input();
    await after(60_000);
    expect(told).toEqual([]);
  });

  it('is told when the page goes away', async () => {
    input();
    await after(4_000);
    window.dispatchEvent(new Event('pagehide'));
    expect(engagedMs()).toBe(4_000);
  });

  it('follows the background when it wants to hear earlier', async () => {
    answer = () => ({ settled: true, nextFlushMs: 2_000 });
    input();
    await after(2_100);
    expect(engagedMs()).toBe(2_000);
  });

  it('a clock that is set credits only what was sure: the time up to the last input', async () => {
    input();
    await after(3_000);
    input();
    await after(3_000);
    vi.setSystemTime(Date.now() + 3_600_000);
    await after(14_000);
    // The window comes back after a sleep: the last input may look fresh, but nobody knows whose it was.
    window.dispatchEvent(new Event('focus'));
    await after(60_000);
    expect(engagedMs()).toBe(3_000);
  });
});

describe('delivery', () => {
  it('tells again, the same message, until it is settled', async () => {
    let losses = 3;
    answer = () => (losses-- > 0 ? undefined : settled);
    input();
    await after(6_000);
    expect(told).toHaveLength(4);
    expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('without an answer it stops trying, and goes on with the next message', async () => {
    answer = () => undefined;
    input();
    await after(4_000);
    loseFocus();
    await after(60_000);
    const before = told.length;
    await after(600_000);
    expect(told).toHaveLength(before);
    expect(vi.getTimerCount()).toBe(0);
    answer = () => settled;
    engagement.promptStarted();
    await after(10);
    expect(new Set(told.slice(before).map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('says so once the extension is gone', async () => {
    input();
    await after(1_000);
    runtime.id = undefined;
    await after(20_000);
    expect(orphaned).toHaveBeenCalled();
  });
});
