/** Small whole numbers that stand for members' ids, in the order in which the ids are met. */
export interface MemberNumbers {
  /** How many ids were met. */
  count(): number;
  /** The number of an id, undefined when it was never met. */
  find(memberId: string): number | undefined;
  /** The number of the id that stands in a text from one place to before another; a new one when it was never met. */
  numberIn(text: string, from: number, to: number): number;
  nameOf(number: number): string;
}

const LEAST_PLACES = 1024;

/**
 * An empty numbering. A hash table of its own instead of a `Map`, because a year of a company of 100,000 is eighteen million
 * look-ups, and for a `Map` each would first have to be cut out of its text: that was half of the time.
 */
export function createMemberNumbers(): MemberNumbers {
  const names: string[] = [];
  /** A number and one, or 0 where nothing is. Twice as many places as ids at least. */
  let places = new Int32Array(LEAST_PLACES);

  /** Where an id is, or where it would be. */
  function placeOf(text: string, from: number, to: number): number {
    const last = places.length - 1;
    let place = hashOf(text, from, to) & last;
    for (let held = places[place]; held; held = places[place]) {
      const name = names[held - 1] ?? '';
      if (name.length === to - from && text.startsWith(name, from)) return place;
      place = (place + 1) & last;
    }
    return place;
  }

  function makeRoom(): void {
    places = new Int32Array(places.length * 2);
    names.forEach((name, number) => {
      places[placeOf(name, 0, name.length)] = number + 1;
    });
  }

  return {
    count: () => names.length,
    nameOf: (number) => names[number] ?? '',

    find(memberId) {
      const held = places[placeOf(memberId, 0, memberId.length)];
      return held ? held - 1 : undefined;
    },

    numberIn(text, from, to) {
      const place = placeOf(text, from, to);
      const held = places[place];
      if (held) return held - 1;
      // Copied: a piece of a text would keep all of it in memory.
      names.push(Buffer.from(text.slice(from, to)).toString());
      places[place] = names.length;
      if (names.length * 2 > places.length) makeRoom();
      return names.length - 1;
    },
  };
}

/** FNV-1a over the characters. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return hash;
}
