import { BoxTree } from "./box-tree.ts";

/**
 * Keep the points that no other point dominates (at least as good for everybody, better for somebody). Points are
 * columns: `value[party][point]`. Of equal points the first is kept and counts for all; `count` is added up.
 * Returns kept points in their given order.
 *
 * Two parties: sort and sweep, O(n log n). Three: sort by the first, keep the staircase of the other two (H. T. Kung,
 * F. Luccio & F. P. Preparata, "On finding the maxima of a set of vectors", J. ACM 22, 1975). More: points by falling sum,
 * each looked up in a tree of those kept, since only a point with a larger sum can dominate.
 */
export function undominated(value: readonly Float64Array[], points: number, count: Float64Array): Int32Array {
  const parties = value.length;
  if (parties === 3)
    return undominatedOfThree(value as [Float64Array, Float64Array, Float64Array], points, count);
  const [first, second] = value as [Float64Array, Float64Array];
  const key = new Float64Array(points);
  if (parties <= 2) key.set(first.subarray(0, points));
  else
    for (const column of value)
      for (let p = 0; p < points; p++) key[p] = (key[p] as number) + (column[p] as number);
  const order = new Int32Array(points);
  for (let p = 0; p < points; p++) order[p] = p;
  const kept: number[] = [];
  if (parties <= 2) {
    const other = parties === 2 ? second : first;
    order.sort(
      (a, b) =>
        (key[b] as number) - (key[a] as number) || (other[b] as number) - (other[a] as number) || a - b,
    );
    let best = Number.NEGATIVE_INFINITY;
    let last = -1;
    for (const p of order) {
      if (last >= 0 && first[p] === first[last] && other[p] === other[last]) {
        count[last] = (count[last] as number) + (count[p] as number);
      } else if ((other[p] as number) > best && (parties === 2 || last < 0)) {
        kept.push(p);
        best = other[p] as number;
        last = p;
      }
    }
  } else {
    order.sort((a, b) => (key[b] as number) - (key[a] as number) || a - b);
    const tree = new BoxTree(parties);
    const point = new Float64Array(parties);
    for (const p of order) {
      for (let i = 0; i < parties; i++) point[i] = (value[i] as Float64Array)[p] as number;
      const above = tree.above(point);
      if (above < 0) {
        tree.add(point);
        kept.push(p);
        continue;
      }
      // At least as high everywhere and no higher in sum: the same point.
      const same = kept[above] as number;
      if (key[same] === key[p]) count[same] = (count[same] as number) + (count[p] as number);
    }
  }
  return Int32Array.from(kept).sort();
}

/**
 * Three parties. By falling value for the first, a point is dominated when the staircase, the undominated pairs of second
 * and third value met so far, has a step at least as high in both. Steps stand by rising second and falling third value.
 */
function undominatedOfThree(
  [first, second, third]: [Float64Array, Float64Array, Float64Array],
  points: number,
  count: Float64Array,
): Int32Array {
  const order = new Int32Array(points);
  for (let p = 0; p < points; p++) order[p] = p;
  order.sort(
    (a, b) =>
      (first[b] as number) - (first[a] as number) ||
      (second[b] as number) - (second[a] as number) ||
      (third[b] as number) - (third[a] as number) ||
      a - b,
  );
  const kept: number[] = [];
  let secondOf = new Float64Array(64);
  let thirdOf = new Float64Array(64);
  let steps = 0;
  let last = -1;
  for (const p of order) {
    const [b, c] = [second[p] as number, third[p] as number];
    if (last >= 0 && first[p] === first[last] && b === second[last] && c === third[last]) {
      // Equal points follow each other: the first of them counts for all.
      count[last] = (count[last] as number) + (count[p] as number);
      continue;
    }
    let at = 0;
    for (let end = steps; at < end; ) {
      const middle = (at + end) >> 1;
      if ((secondOf[middle] as number) < b) at = middle + 1;
      else end = middle;
    }
    if (at < steps && (thirdOf[at] as number) >= c) continue;
    kept.push(p);
    last = p;
    // The new step takes the place of those that are no higher in both.
    const after = at < steps && secondOf[at] === b ? at + 1 : at;
    while (at > 0 && (thirdOf[at - 1] as number) <= c) at--;
    if (steps === secondOf.length) {
      secondOf = larger(secondOf);
      thirdOf = larger(thirdOf);
    }
    secondOf.copyWithin(at + 1, after, steps);
    thirdOf.copyWithin(at + 1, after, steps);
    secondOf[at] = b;
    thirdOf[at] = c;
    steps += at + 1 - after;
  }
  return Int32Array.from(kept).sort();
}

function larger(column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const twice = new Float64Array(column.length * 2);
  twice.set(column);
  return twice;
}
