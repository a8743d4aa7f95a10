import type { Both } from './people-of-the-sample.ts';

/** Work of the sample company by pack and item: names and minutes as the packs have them. The packs themselves stay out of the hub. */
export const WORK: Readonly<Record<string, { readonly name: Both; readonly minutes: number }>> = {
  'sales/quote-reply': {
    name: { ja: '見積もり依頼への返信', en: 'Replying to a quote request' },
    minutes: 20,
  },
  'sales/meeting-notes': {
    name: { ja: '商談メモの整理', en: 'Writing up a client meeting' },
    minutes: 15,
  },
  'sales/proposal-follow-up': {
    name: { ja: '提案後のフォロー', en: 'Following up a proposal' },
    minutes: 10,
  },
  'sales/weekly-report': { name: { ja: '週報の作成', en: 'Weekly sales report' }, minutes: 30 },
  'customer-support/complaint-first-reply': {
    name: { ja: 'クレームの一次返信', en: 'First reply to a complaint' },
    minutes: 20,
  },
  'customer-support/inquiry-reply': {
    name: { ja: '問い合わせへの返信', en: 'Answering enquiries' },
    minutes: 10,
  },
  'customer-support/faq-making': {
    name: { ja: 'FAQの見直し', en: 'Keeping the FAQ up to date' },
    minutes: 60,
  },
  'general-affairs/procedure': {
    name: { ja: '手順書づくり', en: 'Writing a procedure' },
    minutes: 60,
  },
  'purchasing/delivery-check': {
    name: { ja: '仕入先への納期確認', en: 'Checking delivery dates with suppliers' },
    minutes: 20,
  },
  'accounting/month-on-month': {
    name: { ja: '月次の前月比コメント', en: 'Month-on-month commentary' },
    minutes: 60,
  },
  'accounting/expense-return': {
    name: { ja: '経費精算の差し戻し', en: 'Returning an expense claim' },
    minutes: 10,
  },
  'accounting/payment-reminder': {
    name: { ja: '入金の確認と督促', en: 'Chasing an overdue invoice' },
    minutes: 15,
  },
  'general-affairs/internal-notice': {
    name: { ja: '社内通知文の作成', en: 'Writing an internal notice' },
    minutes: 20,
  },
  'general-affairs/meeting-minutes': {
    name: { ja: '会議の議事録', en: 'Meeting minutes' },
    minutes: 40,
  },
  'hr/job-posting': { name: { ja: '求人票の作成', en: 'Writing a job advert' }, minutes: 60 },
};

/** The id under which a department shares a pack's item, and its runs are counted. */
export function workflowIdOf(item: string): string {
  return item.replace('/', '-');
}
