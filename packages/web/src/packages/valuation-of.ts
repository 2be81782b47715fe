import type { Case, Id, Valuation } from "@parley/case";

/** The valuation in force of a party, in a viewer's picture where it has one. */
export function valuationOf(held: Case, party: Id, viewer: Id | undefined): Valuation | undefined {
  const all = held.inForce("valuation").filter((one) => one.party === party);
  return (
    (viewer === undefined ? undefined : all.find((one) => one.seenBy === viewer)) ??
    all.find((one) => one.seenBy === undefined)
  );
}
