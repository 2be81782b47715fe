/** Handling levels, from what anybody may read to what leaves with nobody. */
export const LEVELS = ["public", "team", "mediator", "sealed"] as const;

/** Who may read an object. `sealed` objects never leave the case file. */
export type Level = (typeof LEVELS)[number];

/** The level of an object that names none. */
export const DEFAULT_LEVEL: Level = "team";

/** Whether something at `level` may be shown to readers of `limit`. */
export function mayRead(level: Level | undefined, limit: Level): boolean {
  return LEVELS.indexOf(level ?? DEFAULT_LEVEL) <= LEVELS.indexOf(limit);
}

/** The stricter of two levels. */
export function stricter(a: Level | undefined, b: Level | undefined): Level {
  const [x, y] = [a ?? DEFAULT_LEVEL, b ?? DEFAULT_LEVEL];
  return LEVELS.indexOf(x) >= LEVELS.indexOf(y) ? x : y;
}
