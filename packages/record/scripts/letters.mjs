/**
 * Writes src/repair/letters.generated.ts: which simplified hanzi stand for which Latin letters in names disguised
 * letter by letter. A hanzi stands for a letter when the second byte of the GBK code of its traditional form, or of a
 * variant of that form, is the letter. Derived from the character dictionaries of opencc-js (Apache-2.0).
 *
 *   node packages/record/scripts/letters.mjs
 */
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import HKVariants from "opencc-js/dict/HKVariants";
import HKVariantsRev from "opencc-js/dict/HKVariantsRev";
import STCharacters from "opencc-js/dict/STCharacters";
import TSCharacters from "opencc-js/dict/TSCharacters";
import TWVariants from "opencc-js/dict/TWVariants";
import TWVariantsRev from "opencc-js/dict/TWVariantsRev";

const simplifiedToTraditional = [STCharacters];
const traditionalToSimplified = [TSCharacters];
const variants = [TWVariants, TWVariantsRev, HKVariants, HKVariantsRev];

const entries = (dictionary) => dictionary.split("|").map((entry) => entry.split(" "));

/** Second byte of the GBK code of every character that has one. */
function trailBytes() {
  const decoder = new TextDecoder("gbk", { fatal: true });
  const trails = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      try {
        trails.set(decoder.decode(new Uint8Array([lead, trail])), trail);
      } catch {
        // No character has this code.
      }
    }
  }
  return trails;
}

const isLetter = (byte) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** The text of the generated module. */
export function lettersModule() {
  const trails = trailBytes();
  const traditional = new Map();
  const add = (from, to) => {
    if ([...from].length !== 1 || [...to].length !== 1 || from === to) return;
    if (!traditional.has(from)) traditional.set(from, new Set());
    traditional.get(from).add(to);
  };
  for (const dictionary of simplifiedToTraditional)
    for (const [from, ...to] of entries(dictionary)) for (const t of to) add(from, t);
  for (const dictionary of traditionalToSimplified)
    for (const [from, ...to] of entries(dictionary)) for (const s of to) add(s, from);
  const variantOf = new Map();
  for (const dictionary of variants)
    for (const [from, ...to] of entries(dictionary))
      variantOf.set(from, [...(variantOf.get(from) ?? []), ...to]);
  const byLetter = new Map();
  for (const [hanzi, forms] of traditional) {
    // A character whose own code ends in a letter needs no table.
    if (!trails.has(hanzi) || isLetter(trails.get(hanzi))) continue;
    const all = new Set([...forms].flatMap((form) => [form, ...(variantOf.get(form) ?? [])]));
    for (const form of all) {
      const trail = trails.get(form);
      if (trail === undefined || !isLetter(trail)) continue;
      const letter = String.fromCharCode(trail);
      if (!byLetter.has(letter)) byLetter.set(letter, new Set());
      byLetter.get(letter).add(hanzi);
    }
  }
  const lines = [...byLetter.keys()]
    .sort()
    .map((letter) => `  ${letter}: "${[...byLetter.get(letter)].sort().join("")}",`);
  return [
    "// Written by scripts/letters.mjs from the dictionaries of opencc-js (Apache-2.0). Do not edit.",
    "/** Letter → the simplified hanzi whose traditional form's GBK code ends in it. */",
    "export const HANZI_OF_LETTER: Readonly<Record<string, string>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

if (argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("../src/repair/letters.generated.ts", import.meta.url), lettersModule());
