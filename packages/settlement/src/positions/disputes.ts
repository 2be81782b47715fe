/** What one party is known to want and rule out on an issue with options. Both empty: nothing is known. */
export interface Side {
  party: string;
  wants: readonly string[];
  rejects: readonly string[];
  /** Whether what it rules out is a red line. */
  redLine: boolean;
}

/** What one party is known to want on a scale: the ends of its range. */
export interface ScaleSide {
  party: string;
  low: number;
  high: number;
}

/**
 * How far an issue is disputed, as far as the record goes:
 * - `not known`: nobody's position is known;
 * - `one side`: only one party's is;
 * - `agree`: there is something all of whom anything is known want, and nobody rules it out;
 * - `differ`: there is not, but nobody rules out what another wants;
 * - `ruled out`: somebody rules out what another wants;
 * - `red line`: somebody's red line rules out what another wants.
 */
export type Dispute = "not known" | "one side" | "agree" | "differ" | "ruled out" | "red line";

/** How far an issue with options is disputed. Several wants of one party are each acceptable to it. */
export function disputeOf(sides: readonly Side[]): Dispute {
  const known = sides.filter((side) => side.wants.length > 0 || side.rejects.length > 0);
  if (known.length === 0) return "not known";
  const parties = new Set(known.map((side) => side.party));
  if (parties.size === 1) return "one side";
  let worst: Dispute | undefined;
  for (const side of known) {
    for (const other of known) {
      if (side.party === other.party || other.wants.length === 0) continue;
      if (!other.wants.every((option) => side.rejects.includes(option))) continue;
      if (side.redLine) return "red line";
      worst = "ruled out";
    }
  }
  if (worst !== undefined) return worst;
  const wanting = known.filter((side) => side.wants.length > 0);
  const common = (wanting[0]?.wants ?? []).some(
    (option) =>
      wanting.every((side) => side.wants.includes(option)) &&
      known.every((side) => !side.rejects.includes(option)),
  );
  return common ? "agree" : "differ";
}

/** How far an issue on a scale is disputed: they agree where all their ranges share a value. */
export function disputeOnScale(sides: readonly ScaleSide[]): Dispute {
  const parties = new Set(sides.map((side) => side.party));
  if (parties.size === 0) return "not known";
  if (parties.size === 1) return "one side";
  const low = Math.max(...sides.map((side) => side.low));
  const high = Math.min(...sides.map((side) => side.high));
  return low <= high ? "agree" : "differ";
}
