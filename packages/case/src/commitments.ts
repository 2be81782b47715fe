import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { Commitment } from "./objects/process.ts";

/**
 * What the record tells of a commitment as of a day. Statuses that tell an outcome stand as somebody entered them, from
 * the day of their last step on; the rest follow from dates:
 * - `overdue, not seen`: its time is over, and no step in the record tells what became of it. That is not "broken".
 * - `expired`: an offer whose time is over can no longer be taken up.
 * - `to review`: it has no due date, and the day on which to look again has come.
 */
export type CommitmentState = Commitment["status"] | "overdue, not seen" | "expired" | "to review";

const OPEN: ReadonlySet<Commitment["status"]> = new Set(["not yet due", "in progress", "stalled"]);

/** What became of a commitment as of a day; without a day, as it was entered. */
export function commitmentState(commitment: Commitment, day?: string): CommitmentState {
  const { status, due, steps = [], reviewOn, strength } = commitment;
  if (day === undefined) return status;
  const on = day.slice(0, 10);
  const known = steps.filter((step) => (step.on?.earliest ?? "").slice(0, 10) <= on);
  // An outcome that its steps tell only later was still open on that day.
  const ahead = known.length < steps.length && !OPEN.has(status);
  const now: Commitment["status"] = ahead ? (known.length === 0 ? "not yet due" : "in progress") : status;
  if (!OPEN.has(now)) return now;
  const last = due?.latest?.slice(0, 10);
  if (last !== undefined) {
    if (on <= last) return now;
    return strength === "offers" ? "expired" : "overdue, not seen";
  }
  return reviewOn !== undefined && reviewOn <= on ? "to review" : now;
}

/** Outcomes that nobody may enter without a step in the record that tells them. */
const TELL_AN_OUTCOME: ReadonlySet<Commitment["status"]> = new Set(["kept", "kept late", "partly", "broken"]);

/** Whether a commitment's outcome is told by a step with something behind it. */
export function outcomeIsTold({ status, steps = [] }: Commitment): boolean {
  return (
    !TELL_AN_OUTCOME.has(status) ||
    steps.some(
      ({ basis }) =>
        (basis?.passages ?? []).length + (basis?.claims ?? []).length > 0 || basis?.assumption !== undefined,
    )
  );
}

/** Earlier commitments of the same actor in nearly the same words: a later one may be said again rather than new. */
export function earlierLike(commitment: Commitment, held: Case): Id[] {
  const words = (text: string): Set<string> =>
    new Set(
      text
        .toLowerCase()
        .normalize("NFKC")
        .match(/[\p{L}\p{N}\p{M}]{3,}/gu) ?? [],
    );
  const own = words(commitment.text);
  const day = (one: Commitment): string => one.reportedAt ?? one.due?.earliest ?? "";
  return held
    .inForce("commitment")
    .filter(
      (other) => other.id !== commitment.id && other.by === commitment.by && day(other) < day(commitment),
    )
    .filter((other) => {
      const theirs = words(other.text);
      const shared = [...own].filter((word) => theirs.has(word)).length;
      return shared >= 2 && shared * 2 >= Math.min(own.size, theirs.size);
    })
    .map((other) => other.id);
}
