import {
  agreedFromCase,
  blockingSets,
  coalitionFromCase,
  inclusionFromCase,
  necessaryMembers,
  routesFromCase,
  sequence,
  votingFromCase,
} from "@parley/settlement";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

/** `parley coalitions CASE`: who sits where, who can block, and whom to win first. */
export async function run(
  path: string,
  options: CaseOptions & { worlds?: number; seed?: number },
): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const name = (id: string): string => held.nameOf(`actor:${id}`);
  const inclusion = inclusionFromCase(held);
  const agreed = agreedFromCase(held, held.info?.asOf).tables;
  const voting = votingFromCase(held.inForce("consent"));
  const necessary = voting === undefined ? undefined : necessaryMembers(voting);
  const blocking = voting === undefined ? undefined : blockingSets(voting);
  const found = held.inForce("coalition").map((one) => ({
    id: one.id,
    name: one.name,
    sequence: sequence(coalitionFromCase(one), { worlds: options.worlds ?? 400, seed: options.seed ?? 1 }),
    routes: routesFromCase(held, one, held.info?.asOf),
  }));
  const parts: string[] = [];
  if (inclusion.tables.length > 0)
    parts.push(
      table(
        ["party", "stake", ...inclusion.tables],
        inclusion.rows.map((row) => [
          name(row.party),
          row.stake,
          ...inclusion.tables.map((at) => row.seats[at] ?? "not known"),
        ]),
      ),
    );
  for (const { of, party, issue, what, lacks } of inclusion.warnings)
    parts.push(
      `! ${of === undefined ? held.nameOf(`issue:${issue}`) : held.nameOf(of as `package:${string}`)} disposes of ${what} of ${name(party)}, who lacks ${lacks.join(" and ")}.`,
    );
  for (const { table: at, closed, open, stands } of agreed)
    parts.push(
      `${at}: ${say.TABLE_STANDS[stands]}; ${closed.length} of ${closed.length + open.length} closed${open.length === 0 ? "" : `, open: ${open.map((id) => held.nameOf(`issue:${id}`)).join(", ")}`}.`,
    );
  if (necessary !== undefined)
    parts.push(`Nothing holds without: ${necessary.map(name).join(", ") || "nobody by itself"}.`);
  for (const set of blocking?.sets.filter((one) => one.length > 1) ?? [])
    parts.push(`Can block together: ${set.map(name).join(", ")}.`);
  for (const one of found) {
    const rows = one.sequence.steps.map((step, i) => [
      String(i + 1),
      name(step.candidate),
      step.grants.join("; "),
      step.unlocks.map(name).join(", "),
      step.works === undefined ? "not known" : `${(step.works * 100).toPrecision(2)}%`,
      step.enough ? "enough" : "",
    ]);
    parts.push(`${one.name} (${one.sequence.status})`);
    if (rows.length > 0) parts.push(table(["", "who", "granted", "opens the way to", "works in", ""], rows));
    for (const { candidate, waitsFor } of one.sequence.blocked)
      parts.push(
        waitsFor.length === 0
          ? `${name(candidate)} joins in none of the worlds.`
          : `${name(candidate)} waits for ${waitsFor.map(name).join(", ")}.`,
      );
    for (const { from, to, ties } of one.routes)
      parts.push(
        `A way to be heard by ${name(to)}: ${name(from)}${ties.map((tie) => `, by ${tie.type} with ${name(tie.to)}`).join("")}.`,
      );
    for (const { candidate, what, ask } of one.sequence.missing)
      parts.push(
        `Not known: ${what} of ${ask === undefined ? name(candidate) : `"${ask}" for ${name(candidate)}`}.`,
      );
  }
  return {
    json: {
      tables: inclusion.tables,
      parties: inclusion.rows,
      warnings: inclusion.warnings,
      agreed,
      necessary: necessary ?? null,
      blocking: blocking ?? null,
      coalitions: found,
    },
    text: parts.length === 0 ? say.noCoalitions() : parts.join("\n"),
  };
}
