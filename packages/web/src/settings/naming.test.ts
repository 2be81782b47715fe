import { describe, expect, it } from "vitest";
import { formatNaming, readNaming } from "./naming.ts";

describe("names of a case as lines", () => {
  it("read back what was written", () => {
    const naming = { "the Kerch bridge": "the bridge", "the special operation": "the war" };
    expect(readNaming(formatNaming(naming))).toEqual({ naming, wrong: undefined });
  });
  it("are none when nothing is written", () => {
    expect(readNaming(" \n")).toEqual({ naming: undefined, wrong: undefined });
    expect(formatNaming(undefined)).toBe("");
  });
  it.each([["no sign"], ["= only a name"], ["only words ="], ["a = b\na = c"]])(
    "say which line is wrong: %j",
    (text) => {
      expect(readNaming(text).wrong).toBe(text.split("\n").at(-1)?.trim());
    },
  );
});
