import type { PlanJson, PlanValue } from "./compare.ts";

/** What a party is known to want on an issue. */
export interface Wish {
  party: string;
  issue: string;
  position: string;
  /** Options it would take; empty: not known. */
  wants: readonly string[];
  rejects: readonly string[];
  redLine: boolean;
  /** On a scale: what it wants. */
  value?: PlanValue;
}

/** How a plan stands to what a party is known to want on an issue. */
export interface DistanceCell {
  issue: string;
  fit: "as wanted" | "otherwise" | "rejected" | "red line" | "not known";
  /** On a scale: how far, as a share of its width, nearest and farthest. */
  share?: { low: number; high: number };
  positions: string[];
}

/** A plan and a party: counted, not averaged. */
export interface Distance {
  party: string;
  cells: DistanceCell[];
  counts: Record<DistanceCell["fit"], number>;
}

/** How far a plan is from each party's known positions, issue by issue of the plan. */
export function distances(
  plan: PlanJson,
  parties: readonly string[],
  issues: readonly string[],
  wishes: readonly Wish[],
  scales: Readonly<Record<string, readonly [number, number]>>,
): Distance[] {
  return parties.map((party) => {
    const cells = issues
      .filter((issue) => plan.slots[issue] !== undefined)
      .map((issue) =>
        cellOf(
          plan,
          issue,
          wishes.filter((one) => one.party === party && one.issue === issue),
          scales[issue],
        ),
      );
    const counts = { "as wanted": 0, otherwise: 0, rejected: 0, "red line": 0, "not known": 0 };
    for (const cell of cells) counts[cell.fit]++;
    return { party, cells, counts };
  });
}

function cellOf(
  plan: PlanJson,
  issue: string,
  wishes: readonly Wish[],
  scale: readonly [number, number] | undefined,
): DistanceCell {
  const positions = wishes.map((one) => one.position);
  const { option, value } = plan.slots[issue] ?? {};
  const unknown: DistanceCell = { issue, fit: "not known", positions };
  if (option !== undefined) {
    if (wishes.some((one) => one.redLine && one.rejects.includes(option)))
      return { issue, fit: "red line", positions };
    if (wishes.some((one) => one.rejects.includes(option))) return { issue, fit: "rejected", positions };
    const wanting = wishes.filter((one) => one.wants.length > 0);
    if (wanting.length === 0) return unknown;
    return {
      issue,
      fit: wanting.some((one) => one.wants.includes(option)) ? "as wanted" : "otherwise",
      positions,
    };
  }
  const wanted = wishes.find((one) => one.value !== undefined)?.value;
  if (value === undefined || wanted === undefined) return unknown;
  const nearest = Math.max(0, value.low - wanted.high, wanted.low - value.high);
  const farthest = Math.max(value.high - wanted.low, wanted.high - value.low);
  const width = scale === undefined ? 0 : scale[1] - scale[0];
  return {
    issue,
    fit: nearest === 0 ? "as wanted" : "otherwise",
    ...(width > 0 ? { share: { low: nearest / width, high: farthest / width } } : {}),
    positions,
  };
}
