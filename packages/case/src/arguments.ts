import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { Claim } from "./objects/record.ts";

/** A claim with what is given as a reason for it and against it, and so on down. */
export interface Argument {
  claim: Claim;
  for: Argument[];
  against: Argument[];
  /** It stands further up in the same line of reasons: told once, and the circle said. */
  circular?: true;
}

/** Claims of a case by what they are given as a reason for. */
type Reasons = ReadonlyMap<Id, readonly { claim: Claim; pro: boolean }[]>;

function reasonsOf(held: Case): Reasons {
  const reasons = new Map<Id, { claim: Claim; pro: boolean }[]>();
  const add = (on: Id, claim: Claim, pro: boolean): void => {
    const known = reasons.get(on);
    if (known === undefined) reasons.set(on, [{ claim, pro }]);
    else known.push({ claim, pro });
  };
  for (const claim of held.inForce("claim")) {
    for (const on of claim.supports ?? []) add(on, claim, true);
    for (const on of claim.opposes ?? []) add(on, claim, false);
  }
  return reasons;
}

function argument(claim: Claim, reasons: Reasons, above: readonly Id[]): Argument {
  if (above.includes(claim.id)) return { claim, for: [], against: [], circular: true };
  const below = (reasons.get(claim.id) ?? []).map(({ claim: reason, pro }) => ({
    pro,
    argument: argument(reason, reasons, [...above, claim.id]),
  }));
  return {
    claim,
    for: below.flatMap((one) => (one.pro ? one.argument : [])),
    against: below.flatMap((one) => (one.pro ? [] : one.argument)),
  };
}

/** What is given as a reason for and against one claim. */
export function argumentOver(held: Case, claim: Claim): Argument {
  return argument(claim, reasonsOf(held), []);
}

/**
 * What a source argues: its claims that are given as a reason for or against others, or have such reasons, as trees under
 * those that are a reason for nothing further. A circle of reasons has no such end and begins with its first claim.
 */
export function argumentMap(held: Case, source: Id): Argument[] {
  const reasons = reasonsOf(held);
  const mine = held
    .inForce("claim")
    .filter((claim) =>
      (claim.basis?.passages ?? []).some((id) => held.get("passage", id)?.source === source),
    );
  const isReason = (claim: Claim): boolean =>
    [...(claim.supports ?? []), ...(claim.opposes ?? [])].some((on) => held.get("claim", on) !== undefined);
  const tops = mine.filter((claim) => !isReason(claim) && reasons.has(claim.id));
  const trees = tops.map((claim) => argument(claim, reasons, []));
  const told = new Set<Id>();
  const tell = (one: Argument): void => {
    told.add(one.claim.id);
    for (const next of [...one.for, ...one.against]) tell(next);
  };
  for (const tree of trees) tell(tree);
  // Reasons for what stands in another source, and circles.
  for (const claim of mine) {
    if (told.has(claim.id) || !isReason(claim)) continue;
    const tree = argument(claim, reasons, []);
    tell(tree);
    trees.push(tree);
  }
  return trees;
}
