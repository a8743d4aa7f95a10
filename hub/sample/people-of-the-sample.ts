import type { Role } from '../../lib/contract/hub/people.ts';
import type { Temper } from './tempers.ts';

/** A text in both languages; the sample company is told in one of them. */
export interface Both {
  readonly ja: string;
  readonly en: string;
}

/** Somebody of the sample company before a day was drawn. */
export interface Cast {
  readonly name: Both;
  /** Also the local part of the address. */
  readonly id: string;
  readonly role: Exclude<Role, 'advisor'>;
  readonly temper: Temper;
  /** Week of the programme in which the person joined, 0 is the first. */
  readonly joinsInWeek: number;
}

/** A department of the sample company: what it is a picture of stands in its `key`. */
export interface CastDepartment {
  readonly key: 'growing' | 'split' | 'asleep' | 'underTheFloor' | 'ordinary';
  readonly name: Both;
  /** Starter packs whose workflows its people run. */
  readonly workflows: readonly string[];
  readonly people: readonly Cast[];
}

/** The company's name. */
export const COMPANY_NAME: Both = { ja: '株式会社みなと製作所', en: 'Minato Works Ltd' };

function person(
  [ja, en]: readonly [string, string],
  temper: Temper,
  { role = 'member', joinsInWeek = 0 }: Partial<Pick<Cast, 'role' | 'joinsInWeek'>> = {},
): Cast {
  const id = en.toLowerCase().replace(' ', '.');
  return { name: { ja, en }, id, role, temper, joinsInWeek };
}

const champion = { role: 'champion' } as const;

/** Forty invented people in five departments. Every name is made of common ones; nobody is meant. */
export const DEPARTMENTS: readonly CastDepartment[] = [
  {
    key: 'growing',
    name: { ja: '営業部', en: 'Sales' },
    workflows: [
      'sales/quote-reply',
      'sales/meeting-notes',
      'sales/proposal-follow-up',
      'sales/weekly-report',
    ],
    people: [
      person(['高橋 美咲', 'Misaki Takahashi'], 'devoted', champion),
      person(['佐藤 健一', 'Kenichi Sato'], 'devoted'),
      person(['鈴木 由佳', 'Yuka Suzuki'], { risesFrom: 2 }),
      person(['田中 亮', 'Ryo Tanaka'], { risesFrom: 3 }),
      person(['渡辺 千尋', 'Chihiro Watanabe'], { risesFrom: 4 }),
      person(['伊藤 直樹', 'Naoki Ito'], { risesFrom: 5 }),
      person(['山本 彩', 'Aya Yamamoto'], { risesFrom: 7 }),
      person(['中島 大輔', 'Daisuke Nakajima'], { risesFrom: 14 }),
      person(['加藤 翔太', 'Shota Kato'], { risesFrom: 8 }, { joinsInWeek: 5 }),
      person(['吉田 莉子', 'Riko Yoshida'], { risesFrom: 15 }, { joinsInWeek: 9 }),
    ],
  },
  {
    key: 'split',
    name: { ja: 'お客様サポート部', en: 'Customer support' },
    workflows: [
      'customer-support/complaint-first-reply',
      'customer-support/inquiry-reply',
      'customer-support/faq-making',
    ],
    people: [
      person(['山田 香織', 'Kaori Yamada'], 'devoted', champion),
      person(['佐々木 拓也', 'Takuya Sasaki'], 'devoted'),
      person(['松本 奈々', 'Nana Matsumoto'], 'devoted'),
      person(['井上 修', 'Osamu Inoue'], 'devoted'),
      person(['木村 真由美', 'Mayumi Kimura'], { risesFrom: 9, triesBefore: 0.25 }),
      person(['林 和子', 'Kazuko Hayashi'], 'triedOnce'),
      person(['清水 浩', 'Hiroshi Shimizu'], 'triedOnce'),
      person(['小林 恵', 'Megumi Kobayashi'], 'triedOnce'),
      person(['山口 典子', 'Noriko Yamaguchi'], 'never'),
      person(['森 幸雄', 'Yukio Mori'], 'never'),
      person(['池田 智子', 'Tomoko Ikeda'], 'never'),
      person(['岡田 信夫', 'Nobuo Okada'], 'never'),
      person(['村上 隆之', 'Takayuki Murakami'], 'never'),
    ],
  },
  {
    key: 'asleep',
    name: { ja: '製造部', en: 'Production' },
    workflows: ['general-affairs/procedure', 'purchasing/delivery-check'],
    people: [
      person(['橋本 剛', 'Tsuyoshi Hashimoto'], 'fallsAsleep', champion),
      person(['阿部 勝', 'Masaru Abe'], 'fallsAsleep'),
      person(['石川 英二', 'Eiji Ishikawa'], 'fallsAsleep'),
      person(['前田 明美', 'Akemi Maeda'], 'fallsAsleep'),
      person(['藤田 誠', 'Makoto Fujita'], 'fallsAsleep'),
      person(['後藤 久美子', 'Kumiko Goto'], 'fallsAsleep'),
      person(['長谷川 進', 'Susumu Hasegawa'], 'never'),
    ],
  },
  {
    key: 'underTheFloor',
    name: { ja: '経理部', en: 'Accounting' },
    workflows: [
      'accounting/month-on-month',
      'accounting/expense-return',
      'accounting/payment-reminder',
    ],
    people: [
      person(['近藤 真理', 'Mari Kondo'], 'devoted', champion),
      person(['坂本 徹', 'Toru Sakamoto'], 'steady'),
      person(['遠藤 あゆみ', 'Ayumi Endo'], 'steady'),
      person(['青木 純', 'Jun Aoki'], 'nowAndThen'),
    ],
  },
  {
    key: 'ordinary',
    name: { ja: '総務人事部', en: 'General affairs and HR' },
    workflows: [
      'general-affairs/internal-notice',
      'general-affairs/meeting-minutes',
      'hr/job-posting',
    ],
    people: [
      person(['中村 和彦', 'Kazuhiko Nakamura'], 'nowAndThen', { role: 'owner' }),
      person(['藤井 佳代', 'Kayo Fujii'], 'devoted', champion),
      person(['西村 聡', 'Satoshi Nishimura'], 'steady'),
      person(['福田 優子', 'Yuko Fukuda'], 'steady'),
      person(['三浦 悠斗', 'Yuto Miura'], 'steady', { joinsInWeek: 7 }),
      person(['太田 紀子', 'Noriko Ota'], 'nowAndThen'),
    ],
  },
];
