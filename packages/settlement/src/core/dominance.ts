/**
 * Keep the points that no other point dominates (at least as good for everybody, better for somebody). Points are
 * columns: `value[party][point]`. Of equal points the first is kept and counts for all; `count` is added up.
 * Returns kept points in their given order.
 *
 * Two parties: sort and sweep, O(n log n). More: points by falling sum, each against those kept, since only a point
 * with a larger sum can dominate: O(n · kept). Kung, Luccio & Preparata, "On finding the maxima of a set of vectors",
 * J. ACM 22 (1975).
 */
export function undominated(value: readonly Float64Array[], points: number, count: Float64Array): Int32Array {
  const parties = value.length;
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
    // Rows of kept points side by side: the inner loop reads memory in order.
    let rows = new Float64Array(64 * parties);
    for (const p of order) {
      let verdict = 0;
      for (let q = 0; q < kept.length && verdict === 0; q++) {
        let below = true;
        for (let i = 0, at = q * parties; i < parties; i++, at++) {
          if ((rows[at] as number) < ((value[i] as Float64Array)[p] as number)) {
            below = false;
            break;
          }
        }
        if (!below) continue;
        verdict = key[kept[q] as number] === key[p] ? 2 : 1;
        if (verdict === 2)
          count[kept[q] as number] = (count[kept[q] as number] as number) + (count[p] as number);
      }
      if (verdict !== 0) continue;
      if (rows.length < (kept.length + 1) * parties) {
        const larger = new Float64Array(rows.length * 2);
        larger.set(rows);
        rows = larger;
      }
      for (let i = 0; i < parties; i++)
        rows[kept.length * parties + i] = (value[i] as Float64Array)[p] as number;
      kept.push(p);
    }
  }
  return Int32Array.from(kept).sort();
}
