import type { CleanDocument } from "../document.ts";
import { claims } from "./claims.ts";
import type { KnownActor } from "./mentions.ts";
import type { Proposal } from "./proposal.ts";
import { quotations } from "./quotations.ts";

/** All proposals of a document in order of place: quotations, terms and claims. */
export function proposals(document: CleanDocument, actors: readonly KnownActor[] = []): Proposal[] {
  return [...quotations(document, actors), ...claims(document, actors)].sort(
    (a, b) =>
      a.sentence[0] - b.sentence[0] || a.range[0] - b.range[0] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
