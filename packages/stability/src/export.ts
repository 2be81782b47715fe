import { type Analysis, type AnyConcept, analyse, stableSlots } from "./analyse.ts";
import { OptionMoves } from "./core/option-moves.ts";
import { rankGroups } from "./core/payoffs.ts";
import { toGmcr } from "./gmcr.ts";
import type { GraphModel } from "./model.ts";

/** Forms a model can be written in. */
export const GRAPH_FORMATS = ["json", "gmcr", "graphml", "dot", "csv"] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/**
 * Write a model in a format.
 *
 * @throws RangeError when the format cannot hold it: `.gmcr` without options
 */
export function writeGraph(
  model: GraphModel & { title?: string; statusQuo?: string },
  format: GraphFormat,
): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(toGraphJson(model), null, 2)}\n`;
    case "gmcr":
      return `${JSON.stringify(toGmcr(model), null, 2)}\n`;
    case "graphml":
      return toGraphML(model);
    case "dot":
      return toDot(model);
    case "csv":
      return toCsv(analyse(model));
  }
}

/** A model as parley-graph JSON: orders as rankings, with strengths and unknown pairs. */
export function toGraphJson(
  model: GraphModel & { title?: string; statusQuo?: string },
): Record<string, unknown> {
  const { decisionMakers, states, game, options, relations } = model;
  const ids = Array.from(states.slots, (slot) => states.id(slot));
  const labels = Array.from(states.slots).flatMap((slot) => {
    const label = states.label(slot);
    return label === undefined ? [] : [[states.id(slot), label]];
  });
  const { moves } = game;
  const inOptions = options !== undefined && moves instanceof OptionMoves;
  return {
    "parley-graph": 1,
    ...(model.title === undefined ? {} : { title: model.title }),
    decisionMakers: [...decisionMakers],
    ...(inOptions ? { options: options.map((o, k) => ({ ...o, change: moves.changeOf(k) })) } : {}),
    states: ids,
    ...(inOptions ? {} : { moves: arcsByName(model) }),
    preferences: Object.fromEntries(
      decisionMakers.map((name, i) => {
        const groups = rankGroups(game.payoffs[i]!, states.slots).map((g) =>
          g.map((slot) => states.id(slot)),
        );
        const entry: Record<string, unknown> = { ranking: groups };
        const relation = relations?.[i];
        if (relation?.levels !== undefined) {
          const level = (group: string[]): number => relation.levels![states.slotOf(group[0]!)!]!;
          entry.strongAfter = groups
            .slice(1)
            .flatMap((g, k) => (level(groups[k]!) > level(g) ? [k + 1] : []));
        }
        if (relation?.unknown !== undefined) {
          entry.unknown = [...relation.unknown].map((key) => [
            states.id(Math.floor(key / moves.size)),
            states.id(key % moves.size),
          ]);
        }
        return [name, entry];
      }),
    ),
    ...(labels.length === 0 ? {} : { labels: Object.fromEntries(labels) }),
    ...(model.statusQuo === undefined ? {} : { statusQuo: model.statusQuo }),
  };
}

function* arcs({
  game,
  decisionMakers,
  states,
}: GraphModel): Generator<[by: string, from: string, to: string, better: boolean]> {
  const out = new Int32Array(Math.max(game.moves.widest, 1));
  for (const [k, by] of decisionMakers.entries()) {
    const own = game.payoffs[k]!;
    for (const slot of states.slots) {
      const listed = game.moves.successors(k, slot, out);
      for (const to of out.slice(0, listed))
        yield [by, states.id(slot), states.id(to), own[to]! > own[slot]!];
    }
  }
}

function arcsByName(model: GraphModel): Record<string, [string, string][]> {
  const all: Record<string, [string, string][]> = Object.fromEntries(
    model.decisionMakers.map((name) => [name, []]),
  );
  for (const [by, from, to] of arcs(model)) all[by]!.push([from, to]);
  return all;
}

const xml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);

/** GraphML: a node a state with its label and payoffs, an edge a move with who makes it and whether it pays. */
function toGraphML(model: GraphModel): string {
  const { states, decisionMakers, game } = model;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
    ...decisionMakers.map(
      (name, i) => `  <key id="p${i}" for="node" attr.name="${xml(`payoff of ${name}`)}" attr.type="int"/>`,
    ),
    '  <key id="by" for="edge" attr.name="by" attr.type="string"/>',
    '  <key id="better" for="edge" attr.name="improvement" attr.type="boolean"/>',
    '  <graph edgedefault="directed">',
  ];
  for (const slot of states.slots) {
    const label = states.label(slot);
    const data = [
      ...(label === undefined ? [] : [`<data key="label">${xml(label)}</data>`]),
      ...decisionMakers.map((_, i) => `<data key="p${i}">${game.payoffs[i]![slot]}</data>`),
    ];
    lines.push(`    <node id="${xml(states.id(slot))}">${data.join("")}</node>`);
  }
  for (const [by, from, to, better] of arcs(model)) {
    lines.push(
      `    <edge source="${xml(from)}" target="${xml(to)}"><data key="by">${xml(by)}</data><data key="better">${better}</data></edge>`,
    );
  }
  return `${[...lines, "  </graph>", "</graphml>"].join("\n")}\n`;
}

const dotText = (text: string): string =>
  `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\r?\n/g, "\\n")}"`;

/** DOT: an edge a move, dashed where it does not pay whoever makes it. */
function toDot(model: GraphModel & { title?: string }): string {
  const { states } = model;
  const lines = [`digraph ${dotText(model.title ?? "moves")} {`];
  for (const slot of states.slots) {
    const label = states.label(slot);
    lines.push(`  ${dotText(states.id(slot))}${label === undefined ? "" : ` [label=${dotText(label)}]`};`);
  }
  for (const [by, from, to, better] of arcs(model)) {
    lines.push(
      `  ${dotText(from)} -> ${dotText(to)} [label=${dotText(by)}${better ? "" : ", style=dashed"}];`,
    );
  }
  return `${[...lines, "}"].join("\n")}\n`;
}

// A cell that a spreadsheet could take for a formula is kept text by an apostrophe.
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** CSV: a row a state, with everybody's rank of it (0 the worst) and for whom it is stable by each concept. */
function toCsv(analysis: Analysis): string {
  const { model, concepts } = analysis;
  const { states, decisionMakers, game } = model;
  const stable = new Map(
    concepts.map((c): [AnyConcept, Set<number>[]] => [
      c,
      decisionMakers.map((_, i) => new Set(stableSlots(analysis, c, i))),
    ]),
  );
  const head = [
    "state",
    "label",
    ...decisionMakers.map((name) => `payoff of ${name}`),
    ...concepts.flatMap((c) => [...decisionMakers.map((name) => `${c} for ${name}`), `${c} for all`]),
  ];
  const rows = Array.from(states.slots, (slot) => [
    states.id(slot),
    states.label(slot) ?? "",
    ...game.payoffs.map((own) => String(own[slot]!)),
    ...concepts.flatMap((c) => {
      const who = stable.get(c)!.map((set) => set.has(slot));
      return [...who, who.every((w) => w)].map((w) => (w ? "1" : "0"));
    }),
  ]);
  return `${[head, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`;
}
