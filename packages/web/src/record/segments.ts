/** A stretch of a text that carries something: a passage, a repair, a gap. An empty one stands at a place. */
export interface Mark<T> {
  start: number;
  end: number;
  what: T;
}

/** A piece of a text with everything that covers it; an empty piece stands for marks at one place. */
export interface Segment<T> {
  start: number;
  end: number;
  marks: Mark<T>[];
}

/**
 * Cut `[from, to)` at the edges of all marks that touch it. The pieces follow one another without hole or overlap;
 * marks that reach beyond the stretch are clipped in effect, and a mark without length makes an empty piece at its
 * place (also at `to`). In each piece the longer marks come first.
 */
export function segment<T>(from: number, to: number, marks: readonly Mark<T>[]): Segment<T>[] {
  const touching = marks.filter((m) =>
    m.start === m.end ? m.start >= from && m.start <= to : m.start < to && m.end > from,
  );
  const points = touching.filter((m) => m.start === m.end);
  const spans = touching.filter((m) => m.start !== m.end).sort((a, b) => b.end - b.start - (a.end - a.start));
  const edges = new Set<number>([from, to]);
  for (const mark of touching) {
    if (mark.start > from && mark.start < to) edges.add(mark.start);
    if (mark.end > from && mark.end < to) edges.add(mark.end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: Segment<T>[] = [];
  const pointsAt = (place: number): void => {
    const here = points.filter((m) => m.start === place);
    if (here.length > 0) pieces.push({ start: place, end: place, marks: here });
  };
  for (const [i, start] of cuts.entries()) {
    pointsAt(start);
    const end = cuts[i + 1];
    if (end === undefined) break;
    pieces.push({ start, end, marks: spans.filter((m) => m.start <= start && m.end >= end) });
  }
  return pieces;
}
