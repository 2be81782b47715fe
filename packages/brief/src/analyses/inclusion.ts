import { type Case, type Ref, refOf } from "@parley/case";
import { blockingSets, inclusionFromCase, necessaryMembers, votingFromCase } from "@parley/settlement";
import type { Result } from "../result.ts";
import { actorName, listed, possessiveOf } from "../words.ts";

/** Who sits where against what is at stake for whom, over whose head something would be decided, and who can block. */
export function inclusionResult(held: Case): Omit<Result, "level"> | undefined {
  const { rows, warnings, tables, inputs, isKnown } = inclusionFromCase(held);
  const consents = held.inForce("consent");
  const voting = votingFromCase(consents);
  if (!isKnown && voting === undefined) return undefined;
  const sentences: Result["sentences"] = [];
  const name = (id: string): string => actorName(held, id);
  const on = (party: string): Ref[] =>
    held
      .inForce("position")
      .filter((one) => one.of === party && one.seenBy === undefined)
      .map((one) => refOf("position", one.id));
  const consentRefs = consents.map((one) => refOf("consent", one.id));
  for (const table of tables) {
    const out = rows.filter((row) => row.seats[table] !== "in" && row.stake === "high");
    for (const row of out)
      sentences.push({
        text: `${name(row.party)} has much at stake and ${seatInWords(row.seats[table])} at ${table}.`,
        on: [...consentRefs, ...on(row.party)],
      });
  }
  for (const { of, party, issue, what, lacks } of warnings) {
    const where = of === undefined ? held.nameOf(refOf("issue", issue)) : held.nameOf(of as Ref);
    const without = lacks.map((one) =>
      one === "a seat"
        ? `${name(party)} sits at no table`
        : `${possessiveOf(held, party)} consent is not asked for`,
    );
    sentences.push({
      text: `${where} disposes of ${possessiveOf(held, party)} ${what}${of === undefined ? "" : ` (${held.nameOf(refOf("issue", issue))})`}, while ${listed(without)}.`,
      on: [refOf("issue", issue), ...(of === undefined ? [] : [of as Ref]), ...consentRefs],
    });
  }
  const necessary = voting === undefined ? [] : necessaryMembers(voting);
  const blocking = voting === undefined ? undefined : blockingSets(voting);
  if (voting !== undefined) {
    sentences.push({
      text:
        necessary.length === 0
          ? "No single party's consent is needed by itself."
          : `Without ${listed(necessary.map(name))} nothing holds: ${necessary.length === 1 ? "this consent is" : "each of these consents is"} needed.`,
      on: consentRefs,
    });
    for (const set of blocking?.sets.filter((one) => one.length > 1).slice(0, 3) ?? [])
      sentences.push({ text: `${listed(set.map(name))} together can block.`, on: consentRefs, detail: true });
  }
  return {
    ref: "result:inclusion",
    type: "inclusion",
    title: "Who sits at the table, and over whose head?",
    method:
      "Inclusion matrix against stakes; necessary members and minimal blocking sets of the consent rules",
    inputs,
    status: blocking?.status ?? "proved",
    value: { tables, rows, warnings, necessary, blocking: blocking?.sets ?? [] },
    sentences,
  };
}

function seatInWords(seat: string | undefined): string {
  switch (seat) {
    case "consulted":
      return "is only consulted";
    case "informed":
      return "is only informed";
    case "excluded":
      return "is kept out";
    default:
      return "is not known to sit";
  }
}
