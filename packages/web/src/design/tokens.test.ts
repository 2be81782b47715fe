/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

const split = css.indexOf("@media screen");
const colours = (part: string): Record<string, string> =>
  Object.fromEntries([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
const light = colours(css.slice(0, split));
const themes = { light, dark: { ...light, ...colours(css.slice(split)) } };

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Every ink and every ground it is set on. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: [
    "paper",
    "ground",
    "sunk",
    "accent-soft",
    "gap-soft",
    "alert-soft",
    "repair-soft",
    "dissent-soft",
    "range",
  ],
  "ink-soft": ["paper", "ground", "sunk", "accent-soft", "gap-soft", "dissent-soft"],
  accent: ["paper", "ground", "sunk", "accent-soft", "gap-soft", "dissent-soft"],
  "accent-ink": ["accent"],
  "mark-ink": ["mark", "mark-focus"],
  repair: ["paper", "ground", "repair-soft"],
  gap: ["paper", "ground", "gap-soft"],
  alert: ["paper", "ground", "alert-soft"],
  dissent: ["paper", "ground", "dissent-soft"],
};
/** Lines and signs that carry meaning. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "line-strong": ["paper", "ground"],
  "mark-line": ["paper", "mark"],
  focus: ["paper", "ground", "sunk", "accent-soft"],
  "series-0": ["paper"],
  "series-1": ["paper"],
  "series-2": ["paper"],
  "series-3": ["paper"],
  hatch: ["paper"],
  dissent: ["dissent-soft"],
};

describe.each(Object.entries(themes))("the colours of the %s theme", (name, theme) => {
  const pairs = (list: Readonly<Record<string, readonly string[]>>): [string, string][] =>
    Object.entries(list).flatMap(([a, grounds]) => grounds.map((b): [string, string] => [a, b]));
  const at = (token: string): string => {
    const colour = theme[token];
    if (colour === undefined) throw new Error(`--${token} is no colour of the ${name} theme`);
    return colour;
  };
  it.each(pairs(TEXT))("%s on %s can be read (4.5 : 1)", (a, b) => {
    expect(contrast(at(a), at(b))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(pairs(SIGNS))("%s on %s can be seen (3 : 1)", (a, b) => {
    expect(contrast(at(a), at(b))).toBeGreaterThanOrEqual(3);
  });
});

describe("the list of colours", () => {
  it("is the same in both themes", () => {
    expect(Object.keys(colours(css.slice(split))).sort()).toEqual(Object.keys(light).sort());
  });
  it("knows black on white as 21 : 1", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  });
});
