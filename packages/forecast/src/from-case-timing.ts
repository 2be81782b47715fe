import {
  type Case,
  daysBetween,
  type Id,
  type Judgement,
  type Question,
  type Ref,
  refOf,
} from "@parley/case";
import {
  type Gate,
  type Input,
  MAX_PACKAGES,
  type Perception,
  type TimingModel,
  type TimingParty,
} from "./core/timing/model.ts";
import { packageTable } from "./core/timing/packages.ts";
import type { Ranged } from "./core/xoshiro.ts";
import { timingCase as say } from "./messages.ts";

/** A bargaining problem as the settlement room has it: only what is needed here. */
export interface BargainingProblem {
  issues: readonly { id: string; options: readonly string[] }[];
  parties: readonly {
    id: string;
    reservation: Ranged;
    weights: Readonly<Record<string, Ranged>>;
    values: Readonly<Record<string, Readonly<Record<string, Ranged>>>>;
    redLines?: readonly (readonly (readonly [string, string])[])[];
  }[];
  links?: readonly {
    forbid?: readonly (readonly [string, string])[];
    require?: readonly [readonly [string, string], readonly [string, string]];
  }[];
  consent?: { all?: readonly string[]; rules?: readonly { of: readonly string[]; atLeast: number }[] };
}

/** The timing question of a case as numbers, with every object it was read from. */
export interface TimingFromCase {
  question: Question;
  asOf: string;
  model: TimingModel;
  /** Names behind the numbers. */
  names: { parties: Id[]; drivers: Id[]; preconditions: Id[] };
  inputs: Ref[];
  /** Whether anything in the case can change in time. If not, the share is what holds today and no forecast. */
  moves: boolean;
  /** What is not known and what was done about it, one sentence each. */
  notes: string[];
}

/** Steps are weeks up to two years ahead, else months. */
const WEEKLY_UP_TO = 731;

/**
 * The model of the timing simulation for one question of a case. Nothing missing is filled in: a driver without numbers
 * moves nothing, a precondition without a rate stays, and each such thing is a note.
 *
 * @param problem the bargaining problem of the same case
 * @param circles preconditions that wait for each other in a circle, by id
 * @throws RangeError when there is no horizon, or too many packages
 */
export function timingFromCase(
  held: Case,
  question: Question,
  problem: BargainingProblem,
  circles: readonly (readonly Id[])[],
  options: { asOf?: string; stepDays?: number; horizonDays?: number } = {},
): TimingFromCase {
  const asOf = options.asOf ?? held.info?.asOf ?? question.opens;
  if (asOf === undefined || (question.closes === undefined && options.horizonDays === undefined))
    throw new RangeError(say.noHorizon(question.title));
  const ahead = options.horizonDays ?? daysBetween(asOf, question.closes as string);
  if (!(ahead > 0)) throw new RangeError(say.closed(question.title, question.closes as string, asOf));
  const stepDays = options.stepDays ?? (ahead <= WEEKLY_UP_TO ? 7 : 30);
  const reader = new Reader(held, problem);
  const model: TimingModel = {
    stepDays,
    // The last step is on or before the closing day.
    steps: Math.floor(ahead / stepDays) + 1,
    ...reader.packages(),
    ...reader.drivers(),
    ...reader.gates(circles),
  };
  const moves =
    model.drivers.length > 0 ||
    [...model.tables, ...model.preconditions].some((gate) => gate.perYear !== undefined);
  if (!moves) reader.notes.unshift(say.nothingMoves());
  return {
    question,
    asOf,
    moves,
    model,
    names: {
      parties: problem.parties.map((party) => party.id),
      drivers: reader.driverIds,
      preconditions: reader.preconditionIds,
    },
    inputs: [refOf("question", question.id), ...reader.inputs],
    notes: reader.notes,
  };
}

const rangedOf = ({ low, mode, high }: Judgement): Ranged =>
  low === high ? low : mode === undefined ? [low, high] : [low, mode, high];
const UNKNOWN_SHARE: Ranged = [0, 1];

class Reader {
  readonly notes: string[] = [];
  readonly inputs = new Set<Ref>();
  readonly driverIds: Id[] = [];
  readonly preconditionIds: Id[] = [];
  readonly #held: Case;
  readonly #problem: BargainingProblem;
  readonly #party: (id: string) => number;

  constructor(held: Case, problem: BargainingProblem) {
    this.#held = held;
    this.#problem = problem;
    const ids = problem.parties.map((party) => party.id);
    this.#party = (id) => ids.indexOf(id);
  }

  #name(id: Id): string {
    return this.#held.nameOf(refOf("actor", id));
  }

  /** Whose consent is needed; where nobody is named, everybody's. */
  #consent(): TimingModel["consent"] {
    const { consent, parties } = this.#problem;
    const known = (ids: readonly string[]): number[] => ids.map(this.#party).filter((p) => p >= 0);
    if (consent === undefined || ((consent.all ?? []).length === 0 && (consent.rules ?? []).length === 0))
      return { all: parties.map((_, p) => p), rules: [] };
    return {
      all: known(consent.all ?? []),
      rules: (consent.rules ?? []).map(({ of, atLeast }) => ({ of: known(of), atLeast })),
    };
  }

  packages(): Pick<TimingModel, "options" | "allowed" | "redLineFree" | "consent"> {
    const { issues, parties, links = [] } = this.#problem;
    const options = issues.map((issue) => issue.options.length);
    const { table, count } = packageTable(options);
    const at = new Map(issues.map((issue, k) => [issue.id, k]));
    const chosen = (x: number, [issue, option]: readonly [string, string]): boolean => {
      const k = at.get(issue);
      return k !== undefined && issues[k]?.options[table[x * issues.length + k] as number] === option;
    };
    const mask = (free: (x: number) => boolean): Uint8Array =>
      Uint8Array.from({ length: Math.min(count, MAX_PACKAGES) }, (_, x) => (free(x) ? 1 : 0));
    return {
      options,
      consent: this.#consent(),
      allowed: mask((x) =>
        links.every(({ forbid, require }) => {
          if (forbid?.every((choice) => chosen(x, choice)) === true) return false;
          return require === undefined || !chosen(x, require[0]) || chosen(x, require[1]);
        }),
      ),
      redLineFree: parties.map(({ redLines = [] }) =>
        mask((x) => !redLines.some((line) => line.length > 0 && line.every((choice) => chosen(x, choice)))),
      ),
    };
  }

  drivers(): Pick<TimingModel, "drivers" | "parties"> {
    const drivers: TimingModel["drivers"] = [];
    const parties = this.#parties();
    for (const driver of this.#held.inForce("driver")) {
      const ref = refOf("driver", driver.id);
      if (driver.perMonth === undefined && (driver.shocks ?? []).length === 0) {
        this.notes.push(say.driverWithoutNumbers(driver.name));
        continue;
      }
      if ((driver.effects ?? []).length === 0) {
        this.notes.push(say.driverWithoutEffect(driver.name));
        continue;
      }
      this.inputs.add(ref);
      const index = drivers.length;
      this.driverIds.push(driver.id);
      drivers.push({
        perMonth: {
          name: `${ref} trend`,
          factor: `${driver.name}: trend`,
          range: driver.perMonth === undefined ? 0 : rangedOf(driver.perMonth),
        },
        shocks: (driver.shocks ?? []).map((shock) => ({
          name: `${ref} ${shock.name}`,
          factor: `${driver.name}: ${shock.name}: chance`,
          perYear: {
            name: `${ref} ${shock.name} rate`,
            factor: `${driver.name}: ${shock.name}: rate`,
            range: rangedOf(shock.perYear),
          },
          size: rangedOf(shock.size),
        })),
      });
      for (const { party, perUnit } of driver.effects ?? []) {
        const p = this.#party(party);
        if (p < 0) {
          this.notes.push(say.effectOnOther(driver.name, this.#name(party)));
          continue;
        }
        parties[p]?.effects.push({
          driver: index,
          perUnit: {
            name: `${ref} on ${party}`,
            factor: `${driver.name}: effect on ${this.#name(party)}`,
            range: rangedOf(perUnit),
          },
        });
      }
    }
    for (const [p, party] of parties.entries()) this.#see(party, this.#problem.parties[p]?.id as Id);
    return { drivers, parties };
  }

  #parties(): TimingParty[] {
    return this.#problem.parties.map(({ id, reservation, weights, values }): TimingParty => {
      const name = this.#name(id);
      const input = (what: string, factor: string, range: Ranged): Input => ({
        name: `${id} ${what}`,
        factor: `${name}: ${factor}`,
        range,
      });
      return {
        noDeal: input("no deal", "no deal", reservation),
        effects: [],
        perceives: [],
        weights: this.#problem.issues.map((issue) =>
          input(`weight ${issue.id}`, "weights", weights[issue.id] ?? 0),
        ),
        values: this.#problem.issues.map((issue) =>
          issue.options.map((option) =>
            input(`value ${issue.id} ${option}`, "values", values[issue.id]?.[option] ?? 0),
          ),
        ),
      };
    });
  }

  /** What stands between the drivers and a party, by the views of it that are on record. */
  #see(party: TimingParty, id: Id): void {
    if (party.effects.length === 0) return;
    for (const view of this.#held.inForce("view").filter((one) => one.actor === id)) {
      const ref = refOf("view", view.id);
      this.inputs.add(ref);
      const input = (what: string, range: Ranged): Input => ({
        name: `${ref} ${what}`,
        factor: `${this.#name(id)}: ${what.replace(/ \d.*$/, "")}`,
        range,
      });
      for (const [n, filter] of (view.filters ?? []).entries()) {
        for (const driverId of filter.drivers ?? []) {
          const driver = this.driverIds.indexOf(driverId);
          if (driver < 0) continue;
          const made = this.#filter(filter, id, (what, range) => input(`${what} ${n} ${driverId}`, range));
          if (made !== undefined) party.perceives.push({ driver, ...made });
        }
      }
      if (view.takesUp !== undefined) party.takesUp = input("belief", rangedOf(view.takesUp));
      else if (view.resistance !== undefined && view.resistance !== "none") {
        this.notes.push(say.beliefUnknown(this.#name(id)));
        party.takesUp = input("belief", UNKNOWN_SHARE);
      }
      if (view.threshold !== undefined) party.threshold = input("threshold", rangedOf(view.threshold));
    }
  }

  #filter(
    { effect, amount }: { effect: "attenuates" | "biases" | "delays" | "blocks"; amount?: Judgement },
    party: Id,
    input: (what: string, range: Ranged) => Input,
  ): Omit<Perception, "driver"> | undefined {
    if (effect === "blocks") return { through: input("filter", 0) };
    if (effect === "attenuates") {
      if (amount === undefined) this.notes.push(say.filterUnknown(this.#name(party)));
      return { through: input("filter", amount === undefined ? UNKNOWN_SHARE : rangedOf(amount)) };
    }
    if (amount === undefined) {
      this.notes.push(say.filterNoAmount(this.#name(party), effect));
      return undefined;
    }
    return effect === "biases"
      ? { bias: input("bias", rangedOf(amount)) }
      : { delay: input("delay", rangedOf(amount)) };
  }

  gates(circles: readonly (readonly Id[])[]): Pick<TimingModel, "tables" | "preconditions" | "circles"> {
    const preconditions: Gate[] = [];
    const index = new Map<Id, number>();
    for (const id of new Set(circles.flat())) {
      const one = this.#held.get("precondition", id);
      if (one === undefined) continue;
      this.inputs.add(refOf("precondition", id));
      index.set(id, preconditions.length);
      this.preconditionIds.push(id);
      const label = `${one.needs}, for ${one.for}`;
      const gate: Gate = { open: one.status !== "open" };
      if (one.opensPerYear !== undefined)
        gate.perYear = { name: `precondition ${id}`, factor: label, range: rangedOf(one.opensPerYear) };
      else if (!gate.open) this.notes.push(say.gateNever(label));
      preconditions.push(gate);
    }
    return {
      preconditions,
      circles: circles.map((circle) => circle.flatMap((id) => index.get(id) ?? [])),
      tables: this.#tables(),
    };
  }

  #tables(): Gate[] {
    const { all, rules } = this.#consent();
    const needed = [...new Set([...all, ...rules.flatMap((rule) => rule.of)])].map(
      (p) => this.#problem.parties[p]?.id as Id,
    );
    const tables = this.#held.inForce("consent").flatMap((consent) => {
      this.inputs.add(refOf("consent", consent.id));
      return consent.tables ?? [];
    });
    if (tables.length === 0) {
      this.notes.push(say.noTables());
      return [{ open: true }];
    }
    const seating = tables.filter((table) => needed.every((id) => table.in?.includes(id) === true));
    if (seating.length === 0) this.notes.push(say.noTable());
    return seating.map((table): Gate => {
      if (table.opensPerYear === undefined) return { open: true };
      const factor = `table ${table.name}`;
      return { open: false, perYear: { name: factor, factor, range: rangedOf(table.opensPerYear) } };
    });
  }
}
