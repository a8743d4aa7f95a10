import ICAL from 'ical.js';

/** What is wrong with a calendar file and on which line (1-based), as far as its lines show. */
export interface LineFault {
  readonly reason: 'notCalendar' | 'unreadable';
  readonly line: number;
}

interface ContentLine {
  readonly text: string;
  readonly line: number;
}

/** Deeper nesting than any calendar has; ical.js recurses over it. */
const MAX_DEPTH = 8;

/**
 * Checks the shape of an iCalendar file before a parser sees it: it begins with a calendar, every line is a property,
 * every part that begins also ends. Undefined when nothing is wrong.
 */
export function checkStructure(text: string): LineFault | undefined {
  const open: string[] = [];
  let last = 1;
  for (const { text: content, line } of contentLines(text)) {
    last = line;
    if (open.length === 0 && !/^BEGIN:VCALENDAR\s*$/i.test(content)) {
      return { reason: 'notCalendar', line };
    }
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+)[:;](.*)$/s.exec(content) ?? [];
    const part = value.trim().toUpperCase();
    if (name === '') return { reason: 'unreadable', line };
    if (/^begin$/i.test(name)) open.push(part);
    if (/^end$/i.test(name) && open.pop() !== part) return { reason: 'unreadable', line };
    if (open.length > MAX_DEPTH) return { reason: 'unreadable', line };
  }
  if (open.length > 0) return { reason: 'unreadable', line: last };
  return last === 1 ? { reason: 'notCalendar', line: 1 } : undefined;
}

/** The first line that ical.js refuses when it is read alone; the last line when each is readable. */
export function firstUnreadableLine(text: string): LineFault {
  let last = 1;
  for (const { text: content, line } of contentLines(text)) {
    last = line;
    try {
      if (!/^(begin|end):/i.test(content)) ICAL.parse.property(content, ICAL.design.icalendar);
    } catch {
      break;
    }
  }
  return { reason: 'unreadable', line: last };
}

/** Lines with their continuations (RFC 5545, 3.1), each with the number of its first line; empty ones are left out. */
function contentLines(text: string): ContentLine[] {
  const parts: { texts: string[]; line: number }[] = [];
  text.split(/\r\n|\n|\r/).forEach((each, index) => {
    if (/^[ \t]/.test(each)) parts.at(-1)?.texts.push(each.slice(1));
    else if (each !== '') parts.push({ texts: [each], line: index + 1 });
  });
  return parts.map(({ texts, line }) => ({ text: texts.join(''), line }));
}
