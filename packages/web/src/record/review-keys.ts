/** What a key does while claims are reviewed. */
export type ReviewCommand =
  | "next"
  | "previous"
  | "accept"
  | "reject"
  | "edit"
  | "skip"
  | "claim"
  | "gap"
  | "brief"
  | "split"
  | "link"
  | "order"
  | "open";

/** The least of a keyboard event that decides. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing?: boolean;
}

const COMMANDS: ReadonlyMap<string, ReviewCommand> = new Map(
  Object.entries({
    j: "next",
    ArrowDown: "next",
    k: "previous",
    ArrowUp: "previous",
    a: "accept",
    r: "reject",
    e: "edit",
    s: "skip",
    c: "claim",
    m: "gap",
    b: "brief",
    p: "split",
    l: "link",
    o: "order",
    Enter: "open",
  } as const),
);

/** The command of a key; none with a modifier, while a word is being composed, or inside a field for text. */
export function commandOf(press: KeyPress, inTextField: boolean): ReviewCommand | undefined {
  if (inTextField || press.ctrlKey || press.metaKey || press.altKey || press.isComposing === true)
    return undefined;
  return COMMANDS.get(press.key) ?? COMMANDS.get(press.key.toLowerCase());
}

/** The item to go to from `focused` among `order`; ends are ends. Without a focused item it is the first or last. */
export function moved<T>(order: readonly T[], focused: T | undefined, by: 1 | -1): T | undefined {
  const at = focused === undefined ? -1 : order.indexOf(focused);
  if (at < 0) return by === 1 ? order[0] : order[order.length - 1];
  return order[Math.max(0, Math.min(order.length - 1, at + by))];
}

/**
 * Where to go when `done` leaves the list of what waits for review: the next that still waits, else the last before
 * it, else nothing.
 */
export function afterReview<T>(
  waiting: readonly T[],
  done: ReadonlySet<T>,
  focused: T | undefined,
): T | undefined {
  const at = focused === undefined ? -1 : waiting.indexOf(focused);
  for (let i = at + 1; i < waiting.length; i++) if (!done.has(waiting[i] as T)) return waiting[i];
  for (let i = Math.min(at, waiting.length) - 1; i >= 0; i--)
    if (!done.has(waiting[i] as T)) return waiting[i];
  return undefined;
}
