/** The states of a model by name. Inside they are slots of the game; ids are what people and files use. */
export interface StateNames {
  /** Slots that hold states, in the order in which results list them. */
  readonly slots: Int32Array;
  id(slot: number): string;
  /** The slot of a state; undefined when there is no such state. */
  slotOf(id: string): number | undefined;
  /** One character per option, 1 = taken; undefined in a model without options. */
  bits(slot: number): string | undefined;
  label(slot: number): string | undefined;
}

/** States whose slot is the number formed by their bits, the first option least significant. */
export class BitStates implements StateNames {
  readonly slots: Int32Array;
  readonly #options: number;
  readonly #exists: Uint8Array | undefined;
  readonly #labels: ReadonlyMap<string, string>;

  /** @param slots states in listing order; absent: all that exist, ascending */
  constructor(
    options: number,
    exists: Uint8Array | undefined,
    labels: ReadonlyMap<string, string>,
    slots?: Int32Array,
  ) {
    this.#options = options;
    this.#exists = exists;
    this.#labels = labels;
    this.slots = slots ?? existing(2 ** options, exists);
  }

  id(slot: number): string {
    return bitsOf(slot, this.#options);
  }

  slotOf(id: string): number | undefined {
    if (id.length !== this.#options || !/^[01]*$/.test(id)) return undefined;
    const slot = slotOfBits(id);
    return this.#exists === undefined || this.#exists[slot] === 1 ? slot : undefined;
  }

  bits(slot: number): string {
    return this.id(slot);
  }

  label(slot: number): string | undefined {
    return this.#labels.size === 0 ? undefined : this.#labels.get(this.id(slot));
  }
}

/** The slots that hold a state, ascending. */
function existing(size: number, exists: Uint8Array | undefined): Int32Array {
  const slots = new Int32Array(size);
  let n = 0;
  for (let s = 0; s < size; s++) if (exists === undefined || exists[s] === 1) slots[n++] = s;
  return n === size ? slots : slots.slice(0, n);
}

/** The bits of a slot as text, first option first. */
function bitsOf(slot: number, options: number): string {
  let text = "";
  for (let k = 0; k < options; k++) text += (slot >>> k) & 1;
  return text;
}

/** The slot of bits written first option first. */
export function slotOfBits(bits: string): number {
  let slot = 0;
  for (let k = 0; k < bits.length; k++) if (bits[k] === "1") slot |= 1 << k;
  return slot;
}

/** States listed one by one: slot n is the n-th of the list. */
export class ListedStates implements StateNames {
  readonly slots: Int32Array;
  readonly #ids: readonly string[];
  readonly #slots: ReadonlyMap<string, number>;
  readonly #areBits: boolean;
  readonly #labels: ReadonlyMap<string, string>;

  constructor(ids: readonly string[], areBits: boolean, labels: ReadonlyMap<string, string>) {
    this.#ids = ids;
    this.#slots = new Map(ids.map((id, n) => [id, n]));
    this.#areBits = areBits;
    this.#labels = labels;
    this.slots = Int32Array.from(ids, (_, n) => n);
  }

  id(slot: number): string {
    return this.#ids[slot]!;
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  bits(slot: number): string | undefined {
    return this.#areBits ? this.#ids[slot] : undefined;
  }

  label(slot: number): string | undefined {
    return this.#labels.get(this.#ids[slot]!);
  }
}
