import { type Circuit, deadlocks, deadlocksFromCase } from "@parley/settlement";
import { type CaseOptions, load } from "../input.ts";
import type { Outcome } from "../output.ts";

/** `parley deadlocks`: the circles in which preconditions wait for each other. */
export async function run(path: string, options: CaseOptions & { asOf?: string }): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const day = options.asOf ?? held.info?.asOf;
  const { edges, inputs } = deadlocksFromCase(held, options.asOf === undefined ? {} : { asOf: options.asOf });
  const found = deadlocks(edges, day);
  const name = (id: string): string => held.nameOf(`actor:${id}`);
  const lines = found.circuits.map((circuit, i) => words(circuit, i + 1, name));
  if (found.circuits.length === 0)
    lines.push(`None of the ${edges.length} preconditions wait for each other in a circle.`);
  if (found.opened.length > 0) lines.push(`${found.opened.length} preconditions were met or waived.`);
  lines.push(`(${found.status})`);
  return { json: { ...found, ...(day === undefined ? {} : { day }), inputs }, text: lines.join("\n") };
}

function words({ edges, cuts }: Circuit, n: number, name: (id: string) => string): string {
  const waits = edges.map(({ holder, from, to, inferred, firmness }) => {
    const notes = [
      ...(inferred ? ["inferred, not stated"] : []),
      ...(firmness === undefined ? [] : [firmness]),
    ];
    return `  ${name(holder)}: "${from}" waits for "${to}"${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
  });
  const opens = cuts.map(({ type, by, edges: on }) => {
    const who = by === undefined ? "" : ` by ${by.map(name).join(" and ")}`;
    return `  ${type}${who} (${on.join(", ")})`;
  });
  return [`Circle ${n}`, ...waits, " could open by", ...opens].join("\n");
}
