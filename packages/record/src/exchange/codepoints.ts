/**
 * Offsets of a text in the two units: Parley counts UTF-16 units, the standards of exchange count Unicode code points.
 * A pair of surrogates is two of the first and one of the second; one that stands alone counts as one.
 */
export class CodePoints {
  /** UTF-16 offsets at which the second half of a pair stands, ascending. */
  readonly #pairs: readonly number[];
  readonly #units: number;

  constructor(text: string) {
    const pairs: number[] = [];
    for (let at = 0; at + 1 < text.length; at++) {
      if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00)
        pairs.push(++at);
    }
    this.#pairs = pairs;
    this.#units = text.length;
  }

  /** Code points before a UTF-16 offset; within a pair, those before the pair and the pair. */
  fromUnits(offset: number): number {
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  /** The UTF-16 offset of a code point; beyond the end, the end. */
  toUnits(point: number): number {
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      // The pair's second unit stands at this many code points and one.
      if ((this.#pairs[middle] as number) - middle <= point) low = middle + 1;
      else high = middle;
    }
    return Math.min(this.#units, point + low);
  }
}
