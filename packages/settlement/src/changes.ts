import { holds, verdicts } from "./settle.ts";
import type { SettlementJson } from "./settlement-json.ts";
import type { PackageJson } from "./verdict.ts";

/** A package that differs from another on a few issues, and by it wins a party without losing any other. */
export interface WinningChange {
  /** Issue → option, only those that change. */
  changes: Record<string, string>;
  package: PackageJson;
  /** What each party's value changes by. */
  differences: Record<string, number>;
  /** Whether enough parties accept it by the consent rules. */
  holds: boolean;
}

export interface WinningChanges {
  party: string;
  /** Fewest changes first; among equally many, first what costs the worst-hit of the others least. */
  found: WinningChange[];
  /** How many issues were changed at once at most. All changes up to there were tried. */
  upTo: number;
  /** How many packages were looked at. */
  tried: number;
}

/** Most packages looked at. */
export const MAX_TRIED = 20_000;

/**
 * The smallest changes of a package that win a party: after it the party accepts, and every party that accepted before
 * still does. Changes of one issue are tried first, and of two issues together when none of those is enough.
 *
 * @param limit how many changes to return
 */
export function winningChanges(
  json: SettlementJson,
  chosen: PackageJson,
  party: string,
  options: { normalise?: boolean; limit?: number } = {},
): WinningChanges {
  const { normalise = false, limit = 5 } = options;
  const before = verdicts(json, chosen, { normalise });
  const kept = before.filter((v) => v.acceptable && v.party !== party).map((v) => v.party);
  const steps = json.issues.flatMap((issue) =>
    issue.options.filter((o) => o !== chosen[issue.id]).map((option): [string, string] => [issue.id, option]),
  );
  let tried = 0;
  const attempt = (changed: readonly [string, string][]): WinningChange | undefined => {
    tried++;
    const changes = Object.fromEntries(changed);
    const next = { ...chosen, ...changes };
    const after = verdicts(json, next, { normalise });
    const accepting = new Set(after.filter((v) => v.acceptable).map((v) => v.party));
    if (!accepting.has(party) || kept.some((one) => !accepting.has(one))) return undefined;
    const differences = Object.fromEntries(
      after.map((v, i) => [v.party, Number((v.value - (before[i]?.value ?? 0)).toPrecision(12))]),
    );
    return { changes, package: next, differences, holds: holds(json, accepting) };
  };
  const worst = (one: WinningChange): number =>
    Math.min(0, ...Object.entries(one.differences).flatMap(([id, d]) => (id === party ? [] : [d])));
  const ranked = (found: WinningChange[]): WinningChange[] =>
    found
      .map((one, at) => ({ one, at }))
      .sort((a, b) => worst(b.one) - worst(a.one) || a.at - b.at)
      .slice(0, limit)
      .map(({ one }) => one);
  const single = steps.flatMap((step) => attempt([step]) ?? []);
  if (single.length > 0) return { party, found: ranked(single), upTo: 1, tried };
  const double: WinningChange[] = [];
  for (const [i, a] of steps.entries()) {
    for (const b of steps.slice(i + 1)) {
      if (a[0] === b[0]) continue;
      if (tried >= MAX_TRIED) return { party, found: ranked(double), upTo: 1, tried };
      const one = attempt([a, b]);
      if (one !== undefined) double.push(one);
    }
  }
  return { party, found: ranked(double), upTo: 2, tried };
}
