import { type Case, type Claim, freeId, type Stance, slug } from "@parley/case";
import type { ChangeRequest } from "@parley/server/api";

type Edits = ChangeRequest["edits"];

/**
 * Make several claims of one: each says its part on the same words, by the same speaker, and is the analyst's edit. The one
 * they came from is kept as superseded, so that its rule does not bring it again. Touched by a gap stays touched by it.
 */
export function splitting(held: Case, claim: Claim, parts: readonly string[], at: string): Edits {
  const taken = new Set(held.ids("claim"));
  const edits: Edits = parts.map((says) => {
    const id = freeId(slug(says), taken);
    taken.add(id);
    const value: Claim = { ...claim, id, says, review: { state: "edited", at } };
    return { kind: "claim", id, value };
  });
  const before: Claim = { ...claim, review: { state: "superseded", at, reason: "split" } };
  return [...edits, { kind: "claim", id: claim.id, value: before }];
}

/** Make a proposal one more attestation of a claim; the proposal itself is kept as superseded. */
export function linking(claim: Claim, to: Claim, stance: Stance, at: string): Edits {
  const attestation = {
    stance,
    ...(claim.by === undefined ? {} : { actor: claim.by }),
    ...(claim.basis === undefined ? {} : { basis: claim.basis }),
  };
  const target: Claim = {
    ...to,
    attestations: [...(to.attestations ?? []), attestation],
    ...(claim.statements === undefined
      ? {}
      : { statements: [...new Set([...(to.statements ?? []), ...claim.statements])] }),
  };
  const before: Claim = { ...claim, review: { state: "superseded", at, reason: `linked to ${to.id}` } };
  return [
    { kind: "claim", id: to.id, value: target },
    { kind: "claim", id: claim.id, value: before },
  ];
}
