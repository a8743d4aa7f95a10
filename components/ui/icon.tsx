/** Drawings on a 16 × 16 grid, one stroke wide. */
const PATHS = {
  arrow: 'M3 8h10M9 4l4 4-4 4',
  back: 'M13 8H3M7 4 3 8l4 4',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  chevron: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  device: 'M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3',
  edit: 'm3 13 .6-2.8L10.8 3 13 5.2l-7.2 7.2z',
  hand: 'M5 8.6V4.2a1 1 0 0 1 2 0M7 7.6V3a1 1 0 0 1 2 0v4.6M9 4a1 1 0 0 1 2 0v4M11 5.6a1 1 0 0 1 2 0V10a4 4 0 0 1-4 4c-1.7 0-2.7-.7-3.5-2L3 9a1 1 0 0 1 1.6-1.1L5.6 9',
  info: 'M8 7.2v4M8 4.6v.1M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12',
  line: 'M2 8h5M9 8h5M8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8',
  mail: 'M2 4h12v8.5H2zM2.4 4.6 8 9l5.6-4.4',
  open: 'M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'm5 3.5 7 4.5-7 4.5z',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.3 10.3l3.2 3.2',
  settings: 'M2 5h6M12 5h2M10 3.2v3.6M2 11h2M8 11h6M6 9.2v3.6',
  team: 'M2 5h7M2 11h5M11.5 3.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2M9.5 9.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2',
  trash: 'M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5 5 13.5h6l.5-9',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a3.7 3.7 0 0 1 0 7.4H6',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.8h11M5.5 2v3M10.5 2v3',
  pack: 'M2.5 5.2 8 2.8l5.5 2.4v5.6L8 13.2l-5.5-2.4zM2.5 5.2 8 7.6l5.5-2.4M8 7.6v5.6',
  save: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13h10',
  shield: 'M8 2 3 3.8v3.7c0 3 2 5.2 5 6.5 3-1.3 5-3.5 5-6.5V3.8z',
} as const;

/** Name of a drawing in the set. */
export type IconName = keyof typeof PATHS;

/**
 * One of the product's small drawings, in the colour of the text around it and a little larger than it. Decoration
 * only: hidden from screen readers, so a button that shows nothing else needs an `aria-label`.
 */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="ui-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
