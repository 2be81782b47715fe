import type { CaseObject } from "@parley/case";
import type { CaseState, ChangeReply } from "@parley/server/api";
import { expect, test } from "vitest";
import { afterDelta, afterReply, OwnEdits } from "./versions.ts";

const actor = (id: string, name: string): CaseObject => ({ kind: "actor", id, name, type: "state" });
const state: CaseState = {
  name: "x",
  title: "X",
  seq: 5,
  objects: [actor("a", "A"), actor("b", "B")],
  conflicts: [],
  findings: [],
  canUndo: false,
  canRedo: false,
  versions: { "actor:a": 4, "actor:b": 5 },
};
const reply = (version: number): ChangeReply => ({
  seq: 9,
  changed: [{ ref: "actor:a", value: actor("a", "A2"), version }],
  conflicts: [],
  canUndo: true,
  canRedo: false,
});
const request = (name: string) => ({
  why: "",
  edits: [{ kind: "actor" as const, id: "a", value: actor("a", name) }],
});

test("an edit says the version its editor saw; a new object says there was none", () => {
  const own = new OwnEdits();
  expect(own.stamped(request("A2"), state.versions).edits[0]?.version).toBe(4);
  expect(own.stamped(request("A2"), {}).edits[0]?.version).toBe(0);
  const settling = { why: "", edits: [{ ...request("A").edits[0]!, expect: ["one", "two"] }] };
  expect(own.stamped(settling, state.versions).edits[0]).not.toHaveProperty("version");
});

test("edits of one window follow each other; what another window did between is seen by neither", () => {
  const own = new OwnEdits();
  const first = own.stamped(request("A2"), state.versions);
  own.learn(first, reply(7));
  // Begun from the same version before the first was answered: it stands on the first.
  const second = own.stamped(request("A3"), state.versions);
  expect(second.edits[0]?.version).toBe(7);
  own.learn(second, reply(8));
  expect(own.stamped(request("A4"), state.versions).edits[0]?.version).toBe(8);
  // A version that came from elsewhere stays what it is.
  expect(own.stamped(request("A4"), { "actor:a": 12 }).edits[0]?.version).toBe(12);
});

test("an answer does not claim changes of others that have not come yet", () => {
  const after = afterReply(state, reply(7));
  expect(after.seq).toBe(5);
  expect(after.versions).toEqual({ "actor:a": 7, "actor:b": 5 });
  expect(after.objects[0]).toMatchObject({ name: "A2" });
  expect(state.objects[0]).toMatchObject({ name: "A" });
});

test("a difference fits only the state it was made from", () => {
  const { objects: _, versions: __, ...rest } = state;
  const changed = [{ ref: "actor:b" as const, value: null, version: 6 }];
  expect(afterDelta(state, { ...rest, seq: 6, since: 4, changed })).toBeUndefined();
  expect(afterDelta(state, { ...rest, seq: 3, since: 5, changed })).toBeUndefined();
  const after = afterDelta(state, { ...rest, seq: 6, since: 5, changed });
  expect(after?.objects.map((o) => o.id)).toEqual(["a"]);
  expect(after?.seq).toBe(6);
});
