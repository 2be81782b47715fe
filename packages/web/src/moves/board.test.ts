import { Case, type CaseObject, type Preference } from "@parley/case";
import { stabilityOf } from "@parley/stability";
import { describe, expect, it } from "vitest";
import { arcsIn, linesOf } from "./arcs.ts";
import {
  boardOf,
  changesOf,
  differs,
  holds,
  holdsAsBelieved,
  isEquilibrium,
  OWN,
  orderOf,
  RECORD,
} from "./board.ts";
import { statementWords } from "./words.ts";

const actor = (id: string): CaseObject =>
  ({ id, kind: "actor", name: id.toUpperCase(), type: "state", party: true }) as CaseObject;
const prefer = (id: string, party: string, statements: string[], seenBy?: string): Preference => ({
  id,
  kind: "preference",
  party,
  statements,
  ...(seenBy === undefined ? {} : { seenBy }),
});
const base: CaseObject[] = [
  actor("low"),
  actor("up"),
  { id: "pay", kind: "move", party: "low", name: "Pay", now: false },
  { id: "open", kind: "move", party: "up", name: "Open the gates", now: false },
  prefer("p-low", "low", ["open", "-pay"]),
  prefer("p-up", "up", ["pay", "-open"]),
];

describe("the board", () => {
  it("says what the stability of the case says, state by state, in every game", () => {
    const held = new Case([
      ...base,
      prefer("p-up-seen", "up", ["open"], "low"),
      { id: "v-up", kind: "view", actor: "up", hiddenMoves: ["pay"] },
    ]);
    const { board } = boardOf(held);
    const { result, models } = stabilityOf(held);
    if (board === undefined || result === undefined) throw new Error("no board");
    expect(board.games.map((g) => g.of)).toEqual([undefined, "low", "up"]);
    expect(board.states[board.today!]).toBe(models?.statusQuo);
    for (const concept of board.concepts) {
      const where = (test: (s: number) => boolean): string[] => board.states.filter((_, s) => test(s));
      expect(where((s) => isEquilibrium(board.games[0]!, s, concept))).toEqual(
        result.truth.equilibria[concept],
      );
      expect(where((s) => holds(board, RECORD, s, concept))).toEqual(result.truth.equilibria[concept]);
      for (const who of ["low", "up"])
        expect(where((s) => holds(board, who, s, concept))).toEqual(result.views[who]?.equilibria[concept]);
      expect(where((s) => holdsAsBelieved(board, s, concept))).toEqual(result.believed.equilibria[concept]);
      expect(where((s) => holds(board, OWN, s, concept))).toEqual(result.believed.equilibria[concept]);
    }
    // Who does not know of a move takes a state with it for the one without.
    expect([...board.games[2]!.image]).toEqual(board.states.map((id) => board.states.indexOf(`0${id[1]}`)));
  });

  it("orders states with their ties, best first", () => {
    const { board } = boardOf(new Case([...base.slice(0, 5), prefer("p-up", "up", ["pay"])]));
    expect(orderOf(board!.games[0]!, 0).map((g) => g.map((s) => board!.states[s]))).toEqual([
      ["01"],
      ["11"],
      ["00"],
      ["10"],
    ]);
    expect(orderOf(board!.games[0]!, 1).map((g) => g.length)).toEqual([2, 2]);
  });

  it("leaves unknown what is unknown: a party without an order is a problem, and there is no board", () => {
    const { board, problems } = boardOf(new Case(base.slice(0, 5)));
    expect(board).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.on).toEqual(["actor:up"]);
  });

  it("tells what a move left out changes", () => {
    const held = new Case(base);
    const changes = changesOf(boardOf(held).board!, boardOf(held, ["pay"]).board!, "seq");
    expect(Object.fromEntries(changes)).toEqual({ "00": "kept", "11": "gone" });
  });

  it("draws each state in a place of its own and every move once", () => {
    const more = new Case([
      ...base,
      actor("sea"),
      actor("west"),
      ...["a", "b"].map((id): CaseObject => ({ id, kind: "move", party: "sea", name: id })),
      { id: "c", kind: "move", party: "west", name: "c", change: "take-only" },
      prefer("p-sea", "sea", ["a"]),
      prefer("p-west", "west", ["c"]),
    ]);
    const { board } = boardOf(more);
    const { x, y, arcs } = board!.drawing!;
    expect(new Set(Array.from(x, (at, s) => `${at.toFixed(6)} ${y[s]!.toFixed(6)}`)).size).toBe(32);
    // Both with one move: one way each. With two: three others. One that cannot be taken back: from half of the states.
    expect(arcs.length).toBe(32 + 32 + 32 * 3 + 16);
    expect(arcs.filter((a) => !a.back).length).toBe(16);
    const drawn = linesOf(arcsIn(board!, RECORD));
    const pairs = drawn.map((a) => `${a.by} ${Math.min(a.from, a.to)} ${Math.max(a.from, a.to)}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.length).toBe(16 + 16 + 16 * 3 + 16);
    expect(drawn.filter((a) => a.gains).length).toBe(arcs.filter((a) => a.gains).length);
  });

  it("says when the outcome shown is not that of the result", () => {
    const value = (objects: CaseObject[]): unknown => {
      const { result, models } = stabilityOf(new Case(objects));
      return { ...result, statusQuo: models?.statusQuo ?? null };
    };
    const believed = prefer("p-up-seen", "up", ["open"], "low");
    const { board } = boardOf(new Case(base));
    expect(differs(board!, value(base))).toBe(false);
    expect(differs(board!, null)).toBe(true);
    expect(differs(board!, value([...base, believed]))).toBe(true);
    expect(differs(boardOf(new Case([...base, believed])).board!, value([...base, believed]))).toBe(false);
    expect(differs(board!, value([...base.slice(0, 4), prefer("p-low", "low", ["pay"]), base[5]!]))).toBe(
      true,
    );
    expect(differs(board!, { ...(value(base) as object), statusQuo: "11" })).toBe(true);
  });

  it("puts names in place of ids in a statement", () => {
    const moves = base.filter((o) => o.kind === "move");
    expect(statementWords(moves, "!pay & open")).toBe("not “Pay” and “Open the gates”");
    expect(statementWords(moves, "-pay iff (open|pay)")).toBe("not “Pay” iff (“Open the gates” or “Pay”)");
  });
});
