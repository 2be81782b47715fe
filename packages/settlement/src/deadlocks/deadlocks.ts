import { elementaryCircuits } from "./circuits.ts";

/** How firmly a precondition is held, firmest first. */
export const FIRMNESS_ORDER = ["red line", "demand", "preference", "flexible", "signal"] as const;

/** One precondition: `from` waits for `to`, as its holder has it. */
export interface Edge {
  id: string;
  /** What waits. */
  from: string;
  /** What it waits for. */
  to: string;
  holder: string;
  firmness?: (typeof FIRMNESS_ORDER)[number];
  /** Whether an analyst inferred it rather than a source saying so. */
  inferred: boolean;
  status: "open" | "met" | "waived";
  /** Day on which it was met or waived. */
  since?: string;
  basis: string[];
}

/** A way out of a circle. */
export interface Cut {
  type:
    | "waiver"
    | "simultaneous acts"
    | "interim step"
    | "third-party guarantee"
    | "side letter"
    | "check the inference";
  /** The preconditions it works on, by id. */
  edges: string[];
  /** Who would have to move; absent: somebody outside the circle. */
  by?: string[];
}

export interface Circuit {
  edges: Edge[];
  /** Holders, each once, in order of the circle. */
  holders: string[];
  cuts: Cut[];
}

export interface Deadlocks {
  circuits: Circuit[];
  /** Preconditions that were met or waived by the day asked about. */
  opened: Edge[];
  status: "proved" | `capped at ${number}`;
}

/** Most circuits listed. */
export const MAX_CIRCUITS = 1000;

/**
 * The circles in which things wait for each other, shortest first and firmest first among equally long ones. A
 * precondition met or waived by `day` opens every circle through it; without a day, by its status alone.
 */
export function deadlocks(edges: readonly Edge[], day?: string): Deadlocks {
  const isOpen = (edge: Edge): boolean =>
    edge.status === "open" || (day !== undefined && edge.since !== undefined && edge.since > day);
  const closed = edges.filter(isOpen);
  const names = [...new Set(closed.flatMap((edge) => [key(edge.from), key(edge.to)]))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const parallel = new Map<string, Edge[]>();
  const next: Set<number>[] = names.map(() => new Set());
  for (const edge of closed) {
    const [a, b] = [index.get(key(edge.from)) as number, index.get(key(edge.to)) as number];
    next[a]?.add(b);
    const pair = `${a} ${b}`;
    const same = parallel.get(pair);
    if (same === undefined) parallel.set(pair, [edge]);
    else same.push(edge);
  }
  const found = elementaryCircuits(
    next.map((set) => [...set].sort((a, b) => a - b)),
    MAX_CIRCUITS,
  );
  let capped = found.capped;
  const circuits: Circuit[] = [];
  for (const vertices of found.circuits) {
    let choices: Edge[][] = [[]];
    for (const [i, v] of vertices.entries()) {
      const same = parallel.get(`${v} ${vertices[(i + 1) % vertices.length]}`) as Edge[];
      choices = choices.flatMap((path) => same.map((edge) => [...path, edge]));
      if (choices.length > MAX_CIRCUITS) {
        choices = choices.slice(0, MAX_CIRCUITS);
        capped = true;
      }
    }
    for (const path of choices) {
      if (circuits.length < MAX_CIRCUITS) circuits.push(circuit(path));
      else capped = true;
    }
  }
  circuits.sort(
    (a, b) => a.edges.length - b.edges.length || looseness(a) - looseness(b) || (ids(a) < ids(b) ? -1 : 1),
  );
  return {
    circuits,
    opened: edges.filter((edge) => !isOpen(edge)),
    status: capped ? `capped at ${MAX_CIRCUITS}` : "proved",
  };
}

/** Conditions are the same when their words are, whatever their case and spaces. */
function key(condition: string): string {
  return condition.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
}

function firmness(edge: Edge): number {
  // Unsaid firmness is no reason to think it weak: it stands in the middle.
  return edge.firmness === undefined ? 2 : FIRMNESS_ORDER.indexOf(edge.firmness);
}

function looseness(circuit: Circuit): number {
  return Math.max(...circuit.edges.map(firmness));
}

function ids(circuit: Circuit): string {
  return circuit.edges.map((edge) => edge.id).join(" ");
}

function circuit(edges: Edge[]): Circuit {
  const holders = [...new Set(edges.map((edge) => edge.holder))];
  const all = edges.map((edge) => edge.id);
  const inferred = edges.filter((edge) => edge.inferred);
  const loosest = Math.max(...edges.map(firmness));
  const weakest = edges.filter((edge) => firmness(edge) === loosest);
  const cuts: Cut[] = [];
  if (inferred.length > 0) cuts.push({ type: "check the inference", edges: inferred.map((edge) => edge.id) });
  cuts.push({
    type: "waiver",
    edges: weakest.map((edge) => edge.id),
    by: [...new Set(weakest.map((edge) => edge.holder))],
  });
  if (edges.length > 1) cuts.push({ type: "simultaneous acts", edges: all, by: holders });
  cuts.push({
    type: "interim step",
    edges: weakest.map((edge) => edge.id),
    by: [...new Set(weakest.map((edge) => edge.holder))],
  });
  cuts.push({ type: "third-party guarantee", edges: all });
  if (holders.length > 1) cuts.push({ type: "side letter", edges: all, by: holders });
  return { edges, holders, cuts };
}
