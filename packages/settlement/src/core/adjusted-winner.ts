/** What two parties get by adjusted winner. */
export interface AdjustedWinner {
  /** Share of each item that goes to the first party: 1, 0, or a part for at most one item. */
  share: Float64Array;
  /** Points of what each gets, of the total each spread over the items; equal. */
  points: [first: number, second: number];
  /** The item that is divided, if one is. */
  divided: number | undefined;
}

/**
 * Adjusted winner: each item goes to the party that gives it more of its points; then, from the party that is ahead, items
 * pass to the other in rising order of the ratio of their points, the last of them in part, until both have equally
 * many. The outcome is efficient, equitable and, for two parties, envy-free, if points add up and every item can be divided
 * (S. J. Brams & A. D. Taylor, *Fair Division*, Cambridge University Press, 1996, ch. 4). Points are scaled to 100 a party.
 *
 * @throws RangeError when the lists differ in length, hold a negative or infinite number, or hold nothing above 0.
 */
export function adjustedWinner(first: ArrayLike<number>, second: ArrayLike<number>): AdjustedWinner {
  const n = first.length;
  if (n === 0 || n !== second.length)
    throw new RangeError(
      `Adjusted winner divides the same items between two parties; one list has ${n}, the other ${second.length}.`,
    );
  const [a, b] = [hundred(first), hundred(second)];
  const share = new Float64Array(n);
  const order = Array.from({ length: n }, (_, k) => k);
  const sum = (): [number, number] => [
    order.reduce((s, k) => s + (share[k] as number) * (a[k] as number), 0),
    order.reduce((s, k) => s + (1 - (share[k] as number)) * (b[k] as number), 0),
  ];
  // An item both value alike goes to the one that is behind, which is settled below; at first to the first.
  for (const k of order) share[k] = (a[k] as number) >= (b[k] as number) ? 1 : 0;
  let [mine, theirs] = sum();
  const ahead = mine >= theirs ? 1 : 0;
  const [rich, poor] = ahead === 1 ? [a, b] : [b, a];
  // Of what the party ahead holds, first what costs it least for each point the other gets.
  const passing = order
    .filter((k) => share[k] === ahead)
    .sort(
      (x, y) =>
        ratio(rich[x] as number, poor[x] as number) - ratio(rich[y] as number, poor[y] as number) || x - y,
    );
  let divided: number | undefined;
  for (const k of passing) {
    [mine, theirs] = sum();
    const gap = ahead === 1 ? mine - theirs : theirs - mine;
    if (gap <= 0) break;
    const closes = (rich[k] as number) + (poor[k] as number);
    const part = closes === 0 ? 0 : Math.min(1, gap / closes);
    if (part < 1 && part > 0) divided = k;
    share[k] = ahead === 1 ? 1 - part : part;
    if (part < 1) break;
  }
  return { share, points: sum(), divided };
}

const ratio = (rich: number, poor: number): number => (poor === 0 ? Number.POSITIVE_INFINITY : rich / poor);

function hundred(points: ArrayLike<number>): Float64Array {
  let total = 0;
  for (let k = 0; k < points.length; k++) {
    const p = points[k] as number;
    if (!(p >= 0 && Number.isFinite(p)))
      throw new RangeError(`Points for an item are 0 or more; item ${k + 1} has ${p}.`);
    total += p;
  }
  if (total === 0)
    throw new RangeError("A party that gives no item a point cannot be served by adjusted winner.");
  return Float64Array.from(points, (p) => (100 * p) / total);
}
