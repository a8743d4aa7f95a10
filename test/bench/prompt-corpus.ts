import type { Findable } from '../../lib/domain/finder.ts';

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORK = {
  ja: '見積 請求書 議事録 採用 面接 日報 経費精算 月次決算 棚卸 納期 クレーム 契約書 稟議 研修 安全点検 問い合わせ 提案書 受発注 勤怠 広告'.split(
    ' ',
  ),
  en: 'quote invoice minutes hiring interview report expenses closing stocktake delivery complaint contract approval training inspection inquiry proposal order attendance campaign'.split(
    ' ',
  ),
};
const ACT = {
  ja: '返信 要約 下書き 確認 比較 分析 一覧 説明 翻訳 点検 依頼 報告 整理 見直し 引き継ぎ'.split(
    ' ',
  ),
  en: 'reply summary draft check comparison analysis list note translation review request briefing cleanup revision handover'.split(
    ' ',
  ),
};
const WHO = {
  ja: '取引先 社内 上司 部長 新人 お客様 仕入先 経理 総務 現場 協力会社 営業所'.split(' '),
  en: 'client team manager director newcomer customer supplier accounting office site partner branch'.split(
    ' ',
  ),
};
const LINES = {
  ja: [
    'あなたは経験のある担当者です。次の材料だけを使って書いてください。',
    '相手に失礼のない、短くわかりやすい文にしてください。',
    '数字と日付はそのまま写し、わからないことは「確認します」と書いてください。',
    '見出しと箇条書きで、三つの案を出してください。',
    '最後に、送る前に確かめることを三つ挙げてください。',
  ],
  en: [
    'You are an experienced clerk. Use only the material below.',
    'Keep it short, polite and easy to read.',
    'Copy numbers and dates exactly; where something is unknown, say so.',
    'Give three options under headings, as bullet points.',
    'End with three things to check before it is sent.',
  ],
};

/** So many short prompts, half Japanese and half English, with every feature that ranking reads; the same for the same seed. */
export function promptCorpus(count: number, seed = 20_261_123): Findable[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, position): Findable => {
    const language = position % 2 === 0 ? 'ja' : 'en';
    const [who, work, act] = [pick(WHO[language]), pick(WORK[language]), pick(ACT[language])];
    const title =
      language === 'ja' ? `${who}への${work}の${act}` : `${act} of the ${work} for the ${who}`;
    const body = Array.from({ length: 3 }, () => pick(LINES[language]));
    return {
      candidate: {
        id: `prompt-${position}`,
        workflowId: `workflow-${position % 400}`,
        due: random() < 0.02,
        tool: pick(['chatgpt', 'gemini', 'claude', undefined]),
        registered: random() < 0.7,
        taste:
          random() < 0.4
            ? {
                uses: 1 + Math.floor(random() * 20),
                lastUsedAt: 1_790_000_000_000 - Math.floor(random() * 6_000_000_000),
                weight: random() * 4,
                passedOver: Math.floor(random() * 3),
                hours: [9, 9, 10],
              }
            : undefined,
      },
      text: {
        title: `${title} ${position}`,
        workflow: language === 'ja' ? `${work}業務` : `${work} work`,
        body: `${body.join('\n')}\n{{${language === 'ja' ? '材料' : 'material'}}}`,
      },
    };
  });
}

/** What people type, letter by letter: every prefix of a few of a title's words or characters. */
export function typedQueries(corpus: readonly Findable[], count: number, seed = 7): string[] {
  const random = seeded(seed);
  const queries: string[] = [];
  while (queries.length < count) {
    const title = corpus[Math.floor(random() * corpus.length)]?.text.title ?? '';
    const start = pickStart(title, random);
    const wanted = title.slice(start, start + 2 + Math.floor(random() * 8)).trim();
    for (let length = 1; length <= wanted.length; length++) queries.push(wanted.slice(0, length));
  }
  return queries.slice(0, count);
}

/** Nobody starts in the middle of an English word; in Japanese any character may begin one. */
function pickStart(title: string, random: () => number): number {
  const starts = [...title.matchAll(/\b[a-z0-9]|\P{ASCII}/gu)].map((match) => match.index);
  return starts[Math.floor(random() * starts.length)] ?? 0;
}
