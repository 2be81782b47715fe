import type { Case } from "@parley/case";
import { UserError } from "@parley/server/casework";
import {
  comparePlans,
  compatibility,
  type IssueDifference,
  type PlanOfCase,
  plansFromCase,
  type SlotJson,
} from "@parley/settlement";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

/** `parley plans CASE [A B]`: plans side by side; two named plans in full, with what differs and what can stand together. */
export async function run(
  path: string,
  first: string | undefined,
  second: string | undefined,
  options: CaseOptions & { asOf?: string },
): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const read = plansFromCase(held, options.asOf);
  const { plans, issues, inputs } = read;
  if (plans.length === 0) return { json: { plans: [], issues, inputs }, text: say.noPlans() };
  const find = (id: string): PlanOfCase => {
    const found = plans.find((plan) => plan.id === id);
    if (found === undefined)
      throw new UserError(
        "not-found",
        say.noPlan(
          id,
          plans.map((plan) => plan.id),
        ),
      );
    return found;
  };
  const issue = (id: string): string => held.nameOf(`issue:${id}`);
  if (first !== undefined && second !== undefined) {
    const [a, b] = [find(first), find(second)];
    const rows = comparePlans(a.json, b.json, issues);
    const together = compatibility(a.json, b.json, issues, read.excludes);
    const lines = rows
      .filter((row) => row.difference !== "in neither")
      .map((row) => [
        issue(row.issue),
        words(held, row.issue, a.json.slots[row.issue]),
        words(held, row.issue, b.json.slots[row.issue]),
        marks(row),
        together.find((one) => one.issue === row.issue)?.compatibility ?? "",
      ]);
    return {
      json: { from: a, to: b, issues: rows, compatibility: together, inputs },
      text: table(["issue", a.name, b.name, "difference", "together"], lines),
    };
  }
  const chosen = first === undefined ? plans : [find(first)];
  const lines = issues.map((id) => [
    issue(id),
    ...chosen.map((plan) => words(held, id, plan.json.slots[id])),
  ]);
  const notes = chosen.flatMap((plan) => [
    ...plan.incoherences.map((one) => `${plan.name}: ${one.type} (${issue(one.issue)})`),
    ...plan.distances
      .filter(({ cells, counts }) => cells.length > counts["not known"])
      .map(
        ({ party, counts }) =>
          `${plan.name}, ${held.nameOf(`actor:${party}`)}: ${Object.entries(counts)
            .filter(([, n]) => n > 0)
            .map(([fit, n]) => `${n} ${fit}`)
            .join(", ")}`,
      ),
  ]);
  return {
    json: { plans: chosen, issues, inputs },
    text: [
      table(["issue", ...chosen.map((plan) => plan.name)], lines),
      ...(notes.length === 0 ? [] : ["", ...notes]),
    ].join("\n"),
  };
}

/** What a plan says on an issue, in a cell. */
function words(held: Case, issue: string, slot: SlotJson | undefined): string {
  if (slot === undefined) return "–";
  const { option, value } = slot;
  const parts = [
    ...(option === undefined ? [] : [held.get("issue", issue)?.options?.[option] ?? option]),
    ...(value === undefined
      ? []
      : [value.low === value.high ? String(value.low) : `${value.low} to ${value.high}`]),
    ...(slot.terms ?? []).map((term) => {
      const number =
        term.value === undefined
          ? ""
          : ` ${term.value.low === term.value.high ? term.value.low : `${term.value.low} to ${term.value.high}`}`;
      return `${term.name}:${number}${term.unit === undefined ? "" : ` ${term.unit}`}${term.when === undefined ? "" : ` ${term.when}`}`;
    }),
  ];
  if (parts.length > 0) return parts.join("; ");
  return slot.wording ?? "not known";
}

function marks(row: IssueDifference): string {
  const by = row.terms
    .filter((term) => term.by !== undefined)
    .map((term) => `${term.name} ${signed(term.by as number)}`);
  return [row.difference, ...(row.by === undefined || row.by === 0 ? [] : [signed(row.by)]), ...by].join(
    "; ",
  );
}

const signed = (n: number): string => `${n > 0 ? "+" : "−"}${Math.abs(n)}`;
