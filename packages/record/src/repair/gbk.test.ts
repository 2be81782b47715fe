import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeGbkDropping, encodeGbk, gbkCode } from "./gbk.ts";
import { redamage } from "./redamage.ts";

/** Bytes and what CPython 3's `bytes.decode("gbk", "ignore")` makes of them: 120 random strings, seed 7. */
const vectors = JSON.parse(readFileSync(new URL("./data/gbk-ignore.json", import.meta.url), "utf8")) as [
  hex: string,
  text: string,
][];

describe("GBK with illegal bytes dropped", () => {
  it("reads as CPython's codec does with errors ignored", () => {
    for (const [hex, text] of vectors) {
      expect(decodeGbkDropping(Uint8Array.from(Buffer.from(hex, "hex"))), hex).toBe(text);
    }
  });

  it("has the 21 791 pairs of that codec and no other, whatever the runtime", () => {
    const hash = createHash("sha256");
    let pairs = 0;
    for (let code = 0x80; code < 0x10000; code++) {
      const gbk = gbkCode(String.fromCharCode(code));
      if (gbk === 0) continue;
      pairs += 1;
      hash.update(`${code}:${gbk};`);
    }
    expect(pairs).toBe(21791);
    expect(hash.digest("hex")).toBe(
      readFileSync(new URL("./data/gbk-pairs.sha256", import.meta.url), "utf8").trim(),
    );
  });

  it("writes what it reads", () => {
    expect(encodeGbk("鈥檚")).toEqual(new Uint8Array([0xe2, 0x80, 0x99, 0x73]));
    expect(encodeGbk("ï")).toBeUndefined();
  });

  it.each([
    ["’s", "鈥檚"],
    ["“” ", "鈥溾 "],
    ["“”", "鈥溾"],
    ["” has", "鈥 has"],
    ["…and", "鈥and"],
    ["\u00a02025", "聽2025"],
    ["🗙", "馃棛"],
    ["plain", "plain"],
  ])("damages %s to %s", (before, after) => expect(redamage(before)).toBe(after));
});
