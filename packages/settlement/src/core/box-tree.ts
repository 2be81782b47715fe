/** Points of a leaf. */
const LEAF = 24;

/**
 * Points in a tree of boxes, which answers whether one of them is at least as high as a given point in every coordinate.
 * A box whose highest corner is lower somewhere is passed over; one whose lowest corner is at least as high answers at
 * once. After the ND-tree of A. Jaszkiewicz & T. Lust, "ND-Tree-based update", IEEE Trans. Evol. Comput. 22 (2018), with
 * boxes cut in two at the middle of their widest side; points come by falling sum, so none has to be taken out.
 */
export class BoxTree {
  readonly #n: number;
  /** Coordinates of the points, row by row. */
  #rows: Float64Array;
  #points = 0;
  /** Per node: lowest and highest corner; first child (its sibling follows) or -1; the points of a leaf. */
  #low: Float64Array;
  #high: Float64Array;
  readonly #child: number[] = [];
  readonly #axis: number[] = [];
  readonly #cut: number[] = [];
  readonly #own: (number[] | undefined)[] = [];
  readonly #todo: number[] = [];

  constructor(coordinates: number) {
    this.#n = coordinates;
    this.#rows = new Float64Array(256 * coordinates);
    this.#low = new Float64Array(64 * coordinates);
    this.#high = new Float64Array(64 * coordinates);
    this.#node();
  }

  #node(): number {
    const n = this.#n;
    const id = this.#child.length;
    if ((id + 1) * n > this.#low.length) {
      this.#low = larger(this.#low);
      this.#high = larger(this.#high);
    }
    this.#low.fill(Number.POSITIVE_INFINITY, id * n, (id + 1) * n);
    this.#high.fill(Number.NEGATIVE_INFINITY, id * n, (id + 1) * n);
    this.#child.push(-1);
    this.#axis.push(0);
    this.#cut.push(0);
    this.#own.push([]);
    return id;
  }

  /** Number of a point at least as high as `of` everywhere, or -1. Points are numbered as they were added. */
  above(of: Float64Array): number {
    const n = this.#n;
    const [rows, low, high, child] = [this.#rows, this.#low, this.#high, this.#child];
    const todo = this.#todo;
    todo.length = 0;
    todo.push(0);
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      const at = node * n;
      let reaches = true;
      let all = true;
      for (let i = 0; i < n; i++) {
        const x = of[i] as number;
        if ((high[at + i] as number) < x) {
          reaches = false;
          break;
        }
        if ((low[at + i] as number) < x) all = false;
      }
      if (!reaches) continue;
      const first = child[node] as number;
      if (first >= 0) {
        if (all) return this.#any(node);
        todo.push(first, first + 1);
        continue;
      }
      for (const p of this.#own[node] as number[]) {
        let i = 0;
        for (let q = p * n; i < n && (rows[q] as number) >= (of[i] as number); i++) q++;
        if (i === n) return p;
      }
    }
    return -1;
  }

  /** Some point below a node. */
  #any(node: number): number {
    let at = node;
    while ((this.#child[at] as number) >= 0) at = this.#child[at] as number;
    return (this.#own[at] as number[])[0] as number;
  }

  /** Add a point. */
  add(point: Float64Array): void {
    const n = this.#n;
    const p = this.#points++;
    if (this.#points * n > this.#rows.length) this.#rows = larger(this.#rows);
    this.#rows.set(point, p * n);
    let node = 0;
    for (;;) {
      for (let i = 0; i < n; i++) {
        const x = point[i] as number;
        if (x < (this.#low[node * n + i] as number)) this.#low[node * n + i] = x;
        if (x > (this.#high[node * n + i] as number)) this.#high[node * n + i] = x;
      }
      const first = this.#child[node] as number;
      if (first < 0) break;
      node = (point[this.#axis[node] as number] as number) > (this.#cut[node] as number) ? first : first + 1;
    }
    const own = this.#own[node] as number[];
    own.push(p);
    if (own.length > LEAF) this.#split(node, own);
  }

  #split(node: number, own: number[]): void {
    const n = this.#n;
    let axis = 0;
    let widest = -1;
    for (let i = 0; i < n; i++) {
      const side = (this.#high[node * n + i] as number) - (this.#low[node * n + i] as number);
      if (side > widest) [axis, widest] = [i, side];
    }
    const at = (p: number): number => this.#rows[p * n + axis] as number;
    const sorted = own.map(at).sort((a, b) => a - b);
    // The middle, or where it equals the highest, the largest below it: both sides keep a point.
    const top = sorted.at(-1) as number;
    let cut = sorted[(sorted.length - 1) >> 1] as number;
    if (cut === top) cut = sorted.filter((x) => x < top).at(-1) ?? top;
    if (cut === top) return;
    const [above, below] = [this.#node(), this.#node()];
    this.#child[node] = above;
    this.#axis[node] = axis;
    this.#cut[node] = cut;
    this.#own[node] = undefined;
    for (const p of own) {
      const to = at(p) > cut ? above : below;
      (this.#own[to] as number[]).push(p);
      for (let i = 0; i < n; i++) {
        const x = this.#rows[p * n + i] as number;
        if (x < (this.#low[to * n + i] as number)) this.#low[to * n + i] = x;
        if (x > (this.#high[to * n + i] as number)) this.#high[to * n + i] = x;
      }
    }
  }
}

function larger(column: Float64Array): Float64Array<ArrayBuffer> {
  const twice = new Float64Array(column.length * 2);
  twice.set(column);
  return twice;
}
