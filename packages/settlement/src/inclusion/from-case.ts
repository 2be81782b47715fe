import { asKnownOn, Case, type Ref, refOf } from "@parley/case";
import { positionsHeld } from "../positions/from-case.ts";
import { type InclusionInput, inclusion } from "./inclusion.ts";

/** Who sits where in a case, against what is at stake for whom, and the objects that was read from. */
export function inclusionFromCase(
  whole: Case,
  asOf?: string,
): ReturnType<typeof inclusion> & { tables: string[]; inputs: Ref[]; isKnown: boolean } {
  const held = asOf === undefined ? whole : new Case(asKnownOn(whole.objects(), asOf));
  const consents = held.inForce("consent");
  const issues = held.inForce("issue");
  const positions = positionsHeld(held);
  const packages = held.inForce("package");
  const plans = held.inForce("plan");
  // A table that is only said to come some day seats nobody yet.
  const tables = consents.flatMap((one) => one.tables ?? []).filter((one) => one.opensPerYear === undefined);
  const disposals = issues.flatMap((issue) =>
    (issue.disposesOf ?? []).map(({ of, what, options }) => ({
      of,
      issue: issue.id,
      what,
      ...(options === undefined ? {} : { options }),
    })),
  );
  const needed = consents.flatMap((one) => [
    ...(one.all ?? []),
    ...(one.rules ?? []).flatMap((rule) => rule.of),
  ]);
  const input: InclusionInput = {
    parties: held.parties().map((party) => party.id),
    tables,
    consents: needed.length === 0 ? undefined : needed,
    positions: positions.map((one) => ({
      party: one.of,
      issue: one.issue,
      redLine: one.firmness === "red line",
    })),
    disposals,
    drafts: [
      ...packages.map(({ id, choices }) => ({ id: refOf("package", id), choices })),
      ...plans.map(({ id, slots }) => ({
        id: refOf("plan", id),
        choices: Object.fromEntries(Object.entries(slots).map(([issue, slot]) => [issue, slot.option])),
      })),
    ],
  };
  return {
    ...inclusion(input),
    tables: [...new Set(tables.map((table) => table.name))],
    isKnown: tables.length > 0 || disposals.length > 0,
    inputs: [
      ...consents.map((one) => refOf("consent", one.id)),
      ...issues.filter((one) => one.disposesOf !== undefined).map((one) => refOf("issue", one.id)),
      ...positions.map((one) => refOf("position", one.id)),
      ...packages.map((one) => refOf("package", one.id)),
      ...plans.map((one) => refOf("plan", one.id)),
    ],
  };
}
