import type { Sampler } from "./draws.ts";
import type { TimingModel } from "./model.ts";
import { packageTable } from "./packages.ts";

/**
 * Whether some package is acceptable to all who must agree, given their values of no deal. Values of packages are drawn
 * anew for each run; of all packages only those that matter are kept.
 */
export class SettlementTest {
  readonly #model: TimingModel;
  readonly #table: Uint16Array;
  readonly #count: number;
  /** Those whose consent counts. */
  readonly #judges: number[];
  readonly #drawWeights: (() => number)[][];
  readonly #drawValues: (() => number)[][][];
  readonly #all: boolean;
  /** Kept packages as rows of values by judge, once with red lines and once without. */
  #kept: Float64Array[] = [];
  /** Worked out only when asked for: most runs never are. */
  #keptFree: Float64Array[] | undefined;
  readonly #permitted: Uint8Array;
  readonly #value: Float64Array;

  constructor(model: TimingModel, sampler: Sampler) {
    this.#model = model;
    const { consent } = model;
    this.#judges = [...new Set([...consent.all, ...consent.rules.flatMap((rule) => rule.of)])];
    this.#all = consent.rules.length === 0;
    const { table, count } = packageTable(model.options);
    this.#table = table;
    this.#count = count;
    this.#drawWeights = this.#judges.map((p) => model.parties[p]!.weights.map((w) => sampler.of(w)));
    this.#drawValues = this.#judges.map((p) =>
      model.parties[p]!.values.map((row) => row.map((v) => sampler.of(v))),
    );
    this.#value = new Float64Array(this.#judges.length * count);
    this.#permitted = Uint8Array.from({ length: count }, (_, x) =>
      model.allowed[x] && consent.all.every((p) => model.redLineFree[p]![x]) ? 1 : 0,
    );
  }

  /** Draw the values of a run. */
  draw(): void {
    const { options, redLineFree } = this.#model;
    const issues = options.length;
    const count = this.#count;
    for (let j = 0; j < this.#judges.length; j++) {
      const weights = this.#drawWeights[j]!.map((draw) => draw());
      const total = weights.reduce((a, b) => a + b, 0);
      const values = this.#drawValues[j]!.map((row, k) =>
        // Drawn in any case: a run takes one draw of each.
        row.map((draw) => draw() * (total > 0 ? weights[k]! / total : 0)),
      );
      for (let x = 0; x < count; x++) {
        let sum = 0;
        for (let k = 0; k < issues; k++) sum += values[k]![this.#table[x * issues + k]!]!;
        this.#value[j * count + x] = sum;
      }
    }
    const rows: Float64Array[] = [];
    for (let x = 0; x < count; x++) {
      if (!this.#permitted[x]) continue;
      const row = this.#rowOf(x);
      if (this.#all) {
        rows.push(row);
        continue;
      }
      // Who has a voice but no veto refuses by a value below everything where a red line is crossed.
      rows.push(row.map((v, j) => (redLineFree[this.#judges[j]!]![x] ? v : Number.NEGATIVE_INFINITY)));
    }
    this.#kept = undominated(rows);
    this.#keptFree = undefined;
  }

  #rowOf(x: number): Float64Array {
    const row = new Float64Array(this.#judges.length);
    for (let j = 0; j < row.length; j++) row[j] = this.#value[j * this.#count + x]!;
    return row;
  }

  /** @param noDeal by party */
  holds(noDeal: Float64Array): boolean {
    return this.#kept.some((row) => this.#accepted(row, noDeal));
  }

  /** The same as if nobody had a red line. */
  holdsWithoutRedLines(noDeal: Float64Array): boolean {
    if (this.#keptFree === undefined) {
      const rows: Float64Array[] = [];
      for (let x = 0; x < this.#count; x++) if (this.#model.allowed[x]) rows.push(this.#rowOf(x));
      this.#keptFree = undominated(rows);
    }
    return this.#keptFree.some((row) => this.#accepted(row, noDeal));
  }

  #accepted(row: Float64Array, noDeal: Float64Array): boolean {
    const { consent } = this.#model;
    if (this.#all) {
      for (let j = 0; j < row.length; j++) if (row[j]! < noDeal[this.#judges[j]!]!) return false;
      return true;
    }
    const agrees = (p: number): boolean => row[this.#judges.indexOf(p)]! >= noDeal[p]!;
    return (
      consent.all.every(agrees) &&
      consent.rules.every(({ of, atLeast }) => of.filter(agrees).length >= atLeast)
    );
  }
}

/** Rows than which no other is at least as good throughout: whatever is acceptable, one of them is. */
function undominated(rows: readonly Float64Array[]): Float64Array[] {
  const sum = (row: Float64Array): number => row.reduce((a, b) => a + b, 0);
  const order = rows.map((row) => ({ row, sum: sum(row) })).sort((a, b) => b.sum - a.sum);
  const kept: Float64Array[] = [];
  for (const { row } of order) {
    let beaten = false;
    for (const other of kept) {
      beaten = true;
      for (let j = 0; j < row.length && beaten; j++) beaten = other[j]! >= row[j]!;
      if (beaten) break;
    }
    if (!beaten) kept.push(row);
  }
  return kept;
}
