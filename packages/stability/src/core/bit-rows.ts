/** A set of states for each state: one row of bits a slot. */
export class BitRows {
  readonly size: number;
  /** 32-bit words a row. */
  readonly words: number;
  readonly bits: Uint32Array;

  constructor(size: number) {
    this.size = size;
    this.words = (size + 31) >>> 5;
    this.bits = new Uint32Array(size * this.words);
  }

  add(row: number, state: number): void {
    this.bits[row * this.words + (state >>> 5)]! |= 1 << (state & 31);
  }

  has(row: number, state: number): boolean {
    return (this.bits[row * this.words + (state >>> 5)]! & (1 << (state & 31))) !== 0;
  }

  isEmpty(row: number): boolean {
    for (let w = row * this.words, end = w + this.words; w < end; w++) if (this.bits[w] !== 0) return false;
    return true;
  }

  /** Whether a row and a set of states have a state in common. */
  meets(row: number, set: Uint32Array): boolean {
    const at = row * this.words;
    for (let w = 0; w < this.words; w++) if ((this.bits[at + w]! & set[w]!) !== 0) return true;
    return false;
  }

  /** Calls `each` for every state of a row, ascending, until it answers true; says whether it did. */
  some(row: number, each: (state: number) => boolean): boolean {
    const at = row * this.words;
    for (let w = 0; w < this.words; w++) {
      for (let rest = this.bits[at + w]!; rest !== 0; rest &= rest - 1) {
        if (each(w * 32 + 31 - Math.clz32(rest & -rest))) return true;
      }
    }
    return false;
  }
}

/** Bytes of one set of states for each state. */
export function bitRowsBytes(size: number): number {
  return size * ((size + 31) >>> 5) * 4;
}
