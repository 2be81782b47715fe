import type { Case, Comment, Ref } from "@parley/case";
import { isInForce } from "@parley/case";

/** Comments on something, each followed by its answers, oldest first. */
export function commentsOn(held: Case, of: Ref): Comment[] {
  const all = held
    .all("comment")
    .filter((c) => c.on === of && isInForce(c))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const ids = new Set(all.map((c) => c.id));
  const answers = (id: string): Comment[] =>
    all.filter((c) => c.replyTo === id).flatMap((c) => [c, ...answers(c.id)]);
  // An answer to something out of sight stands by itself.
  return all
    .filter((c) => c.replyTo === undefined || !ids.has(c.replyTo))
    .flatMap((c) => [c, ...answers(c.id)]);
}

/** What somebody of the team does not agree with: each with how many dissents are open on it. */
export function openDissents(held: Case): Map<Ref, number> {
  const open = new Map<Ref, number>();
  for (const comment of held.all("comment")) {
    if (comment.dissent !== true || comment.resolved === true || !isInForce(comment)) continue;
    open.set(comment.on, (open.get(comment.on) ?? 0) + 1);
  }
  return open;
}
