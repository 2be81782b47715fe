import type { LoggedChange } from "@parley/store";

interface Group {
  by: string;
  undoes: string | null;
  last: number;
}

/**
 * Whether undo and redo would find anything for a person, by the rule of the case file: undo takes the last act not
 * undone, redo the last undo if nothing else was done since. It learns the log as it grows.
 */
export class UndoState {
  readonly #groups = new Map<string, Group>();
  readonly #undone = new Set<string>();
  #first: string | undefined;
  readonly #beganWith: string | undefined;

  /** @param beganWith the act by which the case's first contents came in, which is not to be undone */
  constructor(beganWith?: string) {
    this.#beganWith = beganWith;
  }

  learn(changes: readonly LoggedChange[]): void {
    for (const { group, by, undoes, seq } of changes) {
      this.#first ??= group;
      const known = this.#groups.get(group);
      if (known === undefined) this.#groups.set(group, { by, undoes, last: seq });
      else known.last = seq;
      if (undoes !== null) this.#undone.add(undoes);
    }
  }

  /** The act that undo takes back; the making of the case and its first contents are never offered. */
  undo(by: string): string | undefined {
    return this.#last(
      by,
      (id, group) => id !== this.#first && id !== this.#beganWith && !this.#isUndo(group),
    );
  }

  redo(by: string): string | undefined {
    const id = this.#last(by, (_, group) => this.#isUndo(group));
    const undone = id === undefined ? undefined : this.#groups.get(id);
    if (undone === undefined) return undefined;
    for (const group of this.#groups.values())
      if (group.by === by && group.undoes === null && group.last > undone.last) return undefined;
    return id;
  }

  #isUndo({ undoes }: Group): boolean {
    return undoes !== null && (this.#groups.get(undoes)?.undoes ?? null) === null;
  }

  #last(by: string, fits: (id: string, group: Group) => boolean): string | undefined {
    let best: [string, number] | undefined;
    for (const [id, group] of this.#groups)
      if (group.by === by && !this.#undone.has(id) && fits(id, group) && group.last > (best?.[1] ?? 0))
        best = [id, group.last];
    return best?.[0];
  }
}
