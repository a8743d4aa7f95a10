import { Line } from '../../../components/line/line.tsx';
import { StrengthArc } from '../../../components/line/strength-arc.tsx';
import type { LineMark, LineSize, MarkState } from '../../../components/line/layout.ts';
import { addDays, type DayKey } from '../../../lib/domain/day.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import type { GalleryArea } from '../state.ts';

const LETTERS: Readonly<Record<string, MarkState>> = {
  k: 'kept',
  s: 'selfReported',
  o: 'open',
  m: 'missed',
  r: 'repaired',
  '-': 'off',
  a: 'ahead',
  b: 'aheadOff',
  _: 'blank',
};

function marks(letters: string, from = '2026-11-02'): LineMark[] {
  return [...letters.replaceAll(' ', '')].map((letter, index) => ({
    day: addDays(from as DayKey, index),
    state: LETTERS[letter]!,
  }));
}

const FULL = 'kkkkk-- kk-mk-- krksk-- kkkoabb';
const HISTORIES = {
  full: FULL,
  'kept-today': 'kkkkk-- -kkkk-- krksk-- kkkkabb',
  unbroken: 'kkkkk-- kkkkk-- kkkkk-- kkkkk--',
  'first-day': '__oaabb aaaaabb aaaaabb aaaaabb',
  'second-day': '__kkaab aaaaabb aaaaabb aaaaabb',
  broken: 'kkmmm-- mmmmm-- mmmmm-- mmoaabb',
  'long-holiday': 'kkkkk-- ------- --kkr-- kkkk-bb',
  'day-off-today': 'kkkkk-- kkkkk-- kkmkk-- kkkk-bb',
  'self-reported': 'sssks-- kkssk-- kksrk-- ksssobb',
} as const;

const YEAR = Array.from({ length: 52 }, (_, week) => {
  if (week === 15 || week === 40) return '-------';
  if (week % 9 === 4) return 'kkmkk--';
  if (week % 7 === 3) return 'krkks--';
  if (week % 11 === 6) return '-kkkk--';
  return 'kkkkk--';
}).join('');

const line = (letters: string, size: LineSize, language: Language, entering = false) => {
  const all = marks(letters);
  const today = all.findLast(({ state }) => !/ahead|blank/.test(state))?.day;
  return <Line {...{ marks: all, size, language, today, entering }} />;
};

/** The line in every state and size. */
export default {
  area: 'line',
  states: [
    ...(['popup', 'board', 'small'] as const).map((size) => ({
      name: size,
      frame: 'sheet' as const,
      draw: (language: Language) =>
        Object.entries(HISTORIES).map(([name, letters]) => (
          <div key={name} style={size === 'popup' ? { maxWidth: 320 } : undefined}>
            {line(letters, size, language, name === 'full' || name === 'unbroken')}
          </div>
        )),
    })),
    {
      name: 'year',
      frame: 'sheet',
      draw: (language) => (
        <Line
          marks={marks(YEAR, '2025-12-01')}
          size="board"
          language={language}
          today={'2026-11-29' as DayKey}
        />
      ),
    },
    {
      name: 'strength',
      frame: 'sheet',
      draw: (language) => (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem' }}>
          {[0, 1, 12, 41.3, 65.6, 88.1, 99.9, 100].map((value) => (
            <StrengthArc key={value} value={value} language={language} />
          ))}
        </div>
      ),
    },
  ],
} satisfies GalleryArea;
