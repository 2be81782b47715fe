import type { Case, Position } from "@parley/case";
import { formatJudgement } from "@parley/case";
import { type CaseOptions, load } from "../input.ts";
import { type Outcome, table } from "../output.ts";

/** `parley positions`: who wants what. */
export async function run(path: string, options: CaseOptions): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const positions = held.inForce("position");
  const rows = positions.map((position) => [
    held.nameOf(`actor:${position.of}`),
    held.nameOf(`issue:${position.issue}`),
    wanted(position, held),
    position.firmness,
    position.standing,
    position.seenBy === undefined ? "" : `as ${held.nameOf(`actor:${position.seenBy}`)} sees it`,
  ]);
  const waiting = held.all("position").filter((position) => position.review?.state === "proposed").length;
  const text =
    rows.length === 0
      ? "The case has no positions yet."
      : table(["party", "issue", "wants", "firmness", "known as", ""], rows);
  const note = waiting === 0 ? "" : `\n${waiting} more wait for review.`;
  return { json: { positions, proposed: waiting }, text: text + note };
}

function wanted({ wants, rejects, issue }: Position, held: Case): string {
  const options = held.get("issue", issue)?.options ?? {};
  const word = (id: string): string => options[id] ?? id;
  const parts: string[] = [];
  if (typeof wants === "string") parts.push(word(wants));
  else if (typeof wants === "number") parts.push(String(wants));
  else if (Array.isArray(wants)) parts.push(wants.map(word).join(" and "));
  else if (wants !== undefined) parts.push(String(formatJudgement(wants) ?? "unknown"));
  if (rejects !== undefined && rejects.length > 0) parts.push(`not ${rejects.map(word).join(", not ")}`);
  return parts.join("; ") || "unknown";
}
