import { type Case, type Ref, refOf } from "@parley/case";
import { type Circuit, type Cut, deadlocks, deadlocksFromCase, type Edge } from "@parley/settlement";
import type { Result } from "../result.ts";
import { actorName, counted, listed } from "../words.ts";

/** Ways out of a circle told in the main text; the others stand in the annex. */
const CUTS = 3;

/** Which preconditions wait for each other in a circle, and how it could be cut. */
export function deadlocksResult(held: Case): Omit<Result, "level"> {
  const { edges, inputs } = deadlocksFromCase(held);
  const found = deadlocks(edges, held.info?.asOf);
  const on = (some: readonly Edge[]): Ref[] => some.map((edge) => refOf("precondition", edge.id));
  const sentences: Result["sentences"] = [];
  if (edges.length === 0) {
    sentences.push({
      text: "No preconditions are on record, so none can be seen to wait for each other.",
      on: [],
    });
  } else if (found.circuits.length === 0) {
    sentences.push({
      text: `Among ${counted(edges.length, "precondition")} none wait for each other in a circle.`,
      on: on(edges),
    });
  }
  for (const circuit of found.circuits) {
    sentences.push({ text: circleInWords(held, circuit), on: on(circuit.edges) });
    for (const [n, cut] of circuit.cuts.entries()) {
      const text = cutInWords(held, cut, circuit);
      const on = cut.edges.map((id) => refOf("precondition", id));
      sentences.push(n < CUTS ? { text, on } : { text, on, detail: true });
    }
  }
  return {
    ref: "result:deadlocks",
    type: "deadlocks",
    title: "Which preconditions wait for each other?",
    method: "Elementary circuits of the precondition graph (Johnson 1975)",
    inputs,
    status: edges.length === 0 ? "not computed" : found.status,
    value: { preconditions: edges.length, circles: found.circuits.length, circuits: found.circuits },
    sentences,
  };
}

function circleInWords(held: Case, { edges }: Circuit): string {
  const steps = edges.map((edge) => {
    const who = actorName(held, edge.holder);
    const mark = edge.inferred ? " (inferred, not stated)" : "";
    return `${who} makes "${edge.from}" wait for "${edge.to}"${mark}`;
  });
  return `A circle of ${edges.length} conditions: ${steps.join("; ")}.`;
}

function cutInWords(held: Case, cut: Cut, circuit: Circuit): string {
  const by = cut.by ?? [];
  const who = listed(by.map((id) => actorName(held, id)));
  const one = by.length === 1;
  const conditions = listed(
    circuit.edges.filter((edge) => cut.edges.includes(edge.id)).map((edge) => `"${edge.to}"`),
  );
  switch (cut.type) {
    case "check the inference":
      return `Before anything else: that ${conditions} must come first is an inference; ask whether it is so.`;
    case "waiver":
      return `The circle opens if ${who} ${one ? "waives" : "waive"} ${conditions}, the least firm of the conditions in it.`;
    case "simultaneous acts":
      return `The circle opens if ${who} act at the same time.`;
    case "interim step":
      return `The circle opens if ${who} ${one ? "accepts" : "accept"} a part of ${conditions} as enough to begin.`;
    case "third-party guarantee":
      return `The circle opens if somebody outside it vouches that ${conditions} will follow.`;
    case "side letter":
      return `The circle opens if ${who} write down outside the text what each expects of the other.`;
  }
}
