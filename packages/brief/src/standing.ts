import { type Case, isEmptyBasis, isInForce, type Ref } from "@parley/case";
import type { SentenceStanding } from "./document.ts";

const ORDER: readonly SentenceStanding[] = [
  "unknown",
  "assumed",
  "inferred",
  "computed",
  "reported",
  "stated",
];

/** How we come by what one object says. */
export function standingOf(held: Case, ref: Ref): SentenceStanding {
  if (ref.startsWith("result:")) return "computed";
  const object = held.at(ref);
  if (object === undefined || !isInForce(object)) return "unknown";
  if ("standing" in object) return object.standing;
  if (object.kind === "claim") {
    if (object.polarity === "unknown") return "unknown";
    if (object.basis?.assumption !== undefined && !object.basis.passages?.length) return "assumed";
    const direct = (object.statements ?? []).some((id) => held.get("statement", id)?.mode === "direct");
    return direct ? "stated" : "reported";
  }
  if (object.kind === "gap") return "unknown";
  const { basis } = object;
  if (basis?.assumption !== undefined && !basis.passages?.length && !basis.claims?.length) return "assumed";
  return isEmptyBasis(basis) ? "computed" : "reported";
}

/** A sentence is no better than the weakest thing it stands on. */
export function weakest(held: Case, on: readonly Ref[]): SentenceStanding {
  let least: SentenceStanding = "stated";
  for (const ref of on) {
    const one = standingOf(held, ref);
    if (ORDER.indexOf(one) < ORDER.indexOf(least)) least = one;
  }
  return on.length === 0 ? "computed" : least;
}
