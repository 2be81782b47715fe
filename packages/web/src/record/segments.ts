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
  const points = new Map<number, Mark<T>[]>();
  const spans: { mark: Mark<T>; order: number }[] = [];
  const edges = new Set<number>([from, to]);
  for (const [order, mark] of touching.entries()) {
    if (mark.start > from && mark.start < to) edges.add(mark.start);
    if (mark.end > from && mark.end < to) edges.add(mark.end);
    if (mark.start !== mark.end) spans.push({ mark, order });
    else points.set(mark.start, [...(points.get(mark.start) ?? []), mark]);
  }
  spans.sort((a, b) => a.mark.start - b.mark.start);
  const longerFirst = (a: (typeof spans)[number], b: (typeof spans)[number]): number =>
    b.mark.end - b.mark.start - (a.mark.end - a.mark.start) || a.order - b.order;
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: Segment<T>[] = [];
  // Those that cover the present piece; time is linear in pieces and marks but for sorting and what overlaps.
  let open: typeof spans = [];
  let next = 0;
  for (const [i, start] of cuts.entries()) {
    const here = points.get(start);
    if (here !== undefined) pieces.push({ start, end: start, marks: here });
    const end = cuts[i + 1];
    if (end === undefined) break;
    const kept = open.filter(({ mark }) => mark.end > start);
    let changed = kept.length !== open.length;
    for (; next < spans.length && (spans[next] as (typeof spans)[number]).mark.start <= start; next++) {
      kept.push(spans[next] as (typeof spans)[number]);
      changed = true;
    }
    open = changed ? kept.sort(longerFirst) : open;
    pieces.push({ start, end, marks: open.map(({ mark }) => mark) });
  }
  return pieces;
}
