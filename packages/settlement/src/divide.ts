import { adjustedWinner } from "./core/adjusted-winner.ts";
import type { SettlementJson } from "./settlement-json.ts";
import { point } from "./to-problem.ts";
import { tidy } from "./verdict.ts";

/** Who gets its way on an issue by adjusted winner, and how far. */
export interface DividedIssue {
  issue: string;
  /** The option each party likes best, in the order of the parties. */
  best: [string, string];
  /** What its own way rather than the other's is worth to each, in points of 100. */
  points: [number, number];
  /** How far the issue goes each one's way: they add up to 1. */
  share: [number, number];
}

export interface Divided {
  parties: [string, string];
  issues: DividedIssue[];
  /** What each gets, in its points of 100; equal but for an issue that cannot be divided. */
  points: [number, number];
  /** The issue on which neither gets all of its way; null where none has to be divided. */
  divided: string | null;
  /** Whether that issue is one that can be divided, as the file says. */
  feasible: boolean;
}

/**
 * Adjusted winner between two parties over the issues of a problem: on each, a party's points say how much its best option
 * is worth to it above the other's best. Issues on which both like the same option best are no matter of dispute and carry
 * no points. Values of no deal, red lines and links play no part in the procedure.
 *
 * @returns undefined where there are not two parties, no issue is marked divisible, or a party has nothing in dispute
 */
export function divide(json: SettlementJson): Divided | undefined {
  const [first, second] = json.parties;
  if (first === undefined || second === undefined || json.parties.length !== 2) return undefined;
  if (!json.issues.some((issue) => issue.divisible === true)) return undefined;
  const worth = (party: typeof first, issue: string, option: string): number =>
    point(party.weights[issue] ?? 0) * point(party.values[issue]?.[option] ?? 0);
  const best = (party: typeof first, issue: SettlementJson["issues"][number]): string =>
    issue.options.reduce((a, b) => (worth(party, issue.id, b) > worth(party, issue.id, a) ? b : a));
  const rows = json.issues.map((issue) => {
    const [mine, theirs] = [best(first, issue), best(second, issue)];
    return {
      issue,
      best: [mine, theirs] as [string, string],
      stake: [
        worth(first, issue.id, mine) - worth(first, issue.id, theirs),
        worth(second, issue.id, theirs) - worth(second, issue.id, mine),
      ] as [number, number],
    };
  });
  const stakes = ([0, 1] as const).map((i) => rows.map((row) => row.stake[i])) as [number[], number[]];
  const totals = stakes.map((some) => some.reduce((a, b) => a + b, 0)) as [number, number];
  if (totals.some((total) => total <= 0)) return undefined;
  const { share, points, divided } = adjustedWinner(...stakes);
  const issue = divided === undefined ? undefined : rows[divided]?.issue;
  return {
    parties: [first.id, second.id],
    issues: rows.map((row, k) => ({
      issue: row.issue.id,
      best: row.best,
      points: [tidy((100 * row.stake[0]) / totals[0]), tidy((100 * row.stake[1]) / totals[1])],
      share: [tidy(share[k] as number), tidy(1 - (share[k] as number))],
    })),
    points: [tidy(points[0]), tidy(points[1])],
    divided: issue?.id ?? null,
    feasible: issue === undefined || issue.divisible === true,
  };
}
