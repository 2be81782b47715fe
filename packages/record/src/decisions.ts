import { derive } from "./derive.ts";
import { type CleanDocument, PLAN } from "./document.ts";
import { LIMITS } from "./limits.ts";
import * as say from "./messages.ts";
import type { Settled } from "./plan.ts";

/** What a person decided about a repair: as proposed, not at all, another candidate, or other words. */
export type Decision = "accept" | "reject" | { candidate: number } | { to: string };

export interface Decisions {
  /** Repair id → decision. */
  repairs?: Readonly<Record<string, Decision>>;
  /** Pieces of furniture to take back into the text, as numbered in `furniture`, from 0. */
  restore?: readonly number[];
  /** Pieces of furniture to leave out again. */
  fold?: readonly number[];
}

/**
 * The document with decisions made, derived anew from the raw characters. Decisions made before stay unless they are
 * made again, so that the order of decisions about different things does not matter.
 *
 * @throws RecordError when a decision names what the document does not have.
 */
export function applyDecisions(document: CleanDocument, decisions: Decisions): CleanDocument {
  const plan = document[PLAN];
  if (plan === undefined) throw say.notCleanedHere();
  const repairs = new Map(plan.settled.repairs);
  for (const [id, decision] of Object.entries(decisions.repairs ?? {})) {
    const index = /^r[1-9]\d*$/.test(id) ? Number(id.slice(1)) - 1 : -1;
    const repair = plan.repairs[index];
    if (repair === undefined) throw say.unknownRepair(id, plan.repairs.length);
    repairs.set(index, settle(id, decision, repair));
  }
  const pieces = plan.lines.flatMap((line, i) => (line.furniture === undefined ? [] : [i]));
  const restored = new Set(plan.settled.restored);
  const lineOf = (piece: number): number => {
    const line = pieces[piece];
    if (line === undefined) throw say.unknownFurniture(piece, pieces.length);
    return line;
  };
  for (const piece of decisions.restore ?? []) restored.add(lineOf(piece));
  for (const piece of decisions.fold ?? []) restored.delete(lineOf(piece));
  return derive({ ...plan, settled: { repairs, restored } });
}

/** Line ends, marks, control characters but the tab, halves of surrogate pairs. */
const NOT_IN_A_LINE =
  /[^\P{Cc}\t]|[\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;

type Outcome = Settled["repairs"] extends ReadonlyMap<number, infer V> ? V : never;

function settle(id: string, decision: Decision, repair: { to: string; candidates?: string[] }): Outcome {
  if (decision === "accept") return { to: repair.to, decided: "accepted" };
  if (decision === "reject") return { to: null, decided: "rejected" };
  if ("candidate" in decision) {
    const candidates = repair.candidates ?? [repair.to];
    const to = candidates[decision.candidate];
    if (to === undefined) throw say.noCandidate(id, decision.candidate, candidates.length);
    return { to, decided: "accepted" };
  }
  const { to } = decision;
  if (to.length > LIMITS.custom || NOT_IN_A_LINE.test(to)) {
    throw say.badReplacement(id, LIMITS.custom);
  }
  return { to, decided: "accepted" };
}

/** The decisions that a recorded text version holds, to be applied again to the same raw bytes. */
export function decisionsOf(version: {
  ops: readonly { id: string; to: string; decided?: "accepted" | "rejected" }[];
  furniture: readonly { restored?: boolean }[];
}): Decisions {
  const repairs: Record<string, Decision> = {};
  for (const op of version.ops) {
    if (op.decided === "accepted") repairs[op.id] = { to: op.to };
    else if (op.decided === "rejected") repairs[op.id] = "reject";
  }
  const restore = version.furniture.flatMap((piece, i) => (piece.restored === true ? [i] : []));
  return { repairs, restore };
}
