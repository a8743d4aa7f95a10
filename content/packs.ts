/** What a pack is called, in the order in which packs are offered. */
interface PackName {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
}

/**
 * The starter packs by name, one a department or trade. Their contents are files of the built extension, read on demand (`lib/platform/pack-files.ts`):
 * all of them together would cost every start of the popup. `packs.test.ts` holds the names to the files.
 */
export const PACK_NAMES: readonly PackName[] = [
  { id: 'sales', name: { ja: '営業', en: 'Sales' } },
  { id: 'customer-support', name: { ja: 'カスタマーサポート', en: 'Customer support' } },
  { id: 'marketing', name: { ja: '販促・広報', en: 'Marketing and PR' } },
  { id: 'accounting', name: { ja: '経理', en: 'Accounting' } },
  { id: 'hr', name: { ja: '人事・労務', en: 'HR' } },
  { id: 'general-affairs', name: { ja: '総務', en: 'General affairs' } },
  { id: 'it', name: { ja: '情報システム', en: 'IT' } },
  { id: 'management', name: { ja: '経営・管理', en: 'Management' } },
  { id: 'purchasing', name: { ja: '購買・仕入', en: 'Purchasing' } },
  { id: 'logistics', name: { ja: '物流・配送', en: 'Logistics' } },
  { id: 'manufacturing', name: { ja: '製造', en: 'Manufacturing' } },
  { id: 'quality', name: { ja: '品質管理', en: 'Quality' } },
  { id: 'construction', name: { ja: '建設・工事', en: 'Construction' } },
  { id: 'care', name: { ja: '介護', en: 'Care' } },
  { id: 'shops', name: { ja: '店舗・小売', en: 'Shops' } },
];

/** A pack's name (`sales`), or undefined for an id this build does not know (`other`, a newer build's). */
export function packName(packId: string): PackName['name'] | undefined {
  return PACK_NAMES.find(({ id }) => id === packId)?.name;
}
