import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AnnotationError,
  clean,
  type GoldAttribution,
  type Measured,
  proposals,
  readBrat,
  readWebAnnotations,
  scoreAttributions,
} from "@parley/record";
import { fromSystemError, UserError } from "@parley/server/casework";
import { type Outcome, percent, table } from "../output.ts";

/**
 * `parley bench-record`: how the rules do on texts that people annotated. Each text is `NAME.txt`, with `NAME.ann` (brat)
 * or `NAME.json` (Web Annotation) beside it; offsets are in its characters as they stand.
 */
export async function run(folder: string, options: { each?: boolean }): Promise<Outcome> {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => name.slice(0, -4))
      .filter((name) => annotationsOf(folder, name) !== undefined)
      .sort();
  } catch (error) {
    throw fromSystemError(error, folder) ?? error;
  }
  if (names.length === 0)
    throw new UserError("empty", "No annotated text is in this folder.", {
      where: folder,
      todo: "Put NAME.txt and NAME.ann (brat) or NAME.json (Web Annotation) there.",
    });
  const measured = names.map((name) => measure(folder, name));
  const skipped = measured.filter((one) => one === undefined).length;
  const texts = measured.filter((one) => one !== undefined);
  const score = scoreAttributions(texts);
  const each = options.each === true ? names.map((name, i) => ({ name, ...eachOf(measured[i]) })) : undefined;
  const row = (name: string, { gold, proposed, matched, precision, recall }: typeof score.all): string[] => [
    name,
    String(gold),
    String(proposed),
    String(matched),
    percent(precision),
    percent(recall),
  ];
  const lines = [
    table(
      ["attributions", "marked", "proposed", "matched", "precision", "recall"],
      [row("all", score.all), row("direct", score.direct), row("indirect", score.indirect)],
    ),
    "",
    `Speaker right: ${score.speaker.right} of ${score.speaker.of} (${percent(score.speaker.share)}).`,
    `${score.texts} texts${skipped === 0 ? "" : `, ${skipped} left out: their text changes when it is read, and offsets would not fit`}.`,
  ];
  return { json: { ...score, skipped, ...(each === undefined ? {} : { each }) }, text: lines.join("\n") };
}

function annotationsOf(folder: string, name: string): string | undefined {
  return [".ann", ".json", ".jsonld"].map((end) => join(folder, name + end)).find((file) => existsSync(file));
}

/** Undefined where reading changes the characters that the annotators counted in. */
function measure(folder: string, name: string): Measured | undefined {
  const file = annotationsOf(folder, name)!;
  const bytes = readFileSync(join(folder, `${name}.txt`));
  const document = clean(bytes, { mediaType: "text/plain" });
  const gold = readGold(file);
  const found = proposals(document).filter((one) => one.kind === "quotation");
  // Annotations count in the raw characters: everything is taken there. Brat counts code points, as does Unicode.
  const points = pointsOf(document.raw);
  const proposed = found.map((one) => {
    const to = (range: [number, number]): [number, number] => {
      const [a, b] = document.map.toRaw(range);
      return [points(a), points(b)];
    };
    return {
      ...one,
      range: to(one.range),
      ...(one.speakerRange === undefined ? {} : { speakerRange: to(one.speakerRange) }),
    };
  });
  if (gold.some((g) => g.content.some(([, end]) => end > points(document.raw.length)))) return undefined;
  return {
    text: [...document.raw].length === document.raw.length ? document.raw : inPoints(document.raw),
    gold,
    proposed,
  };
}

/** UTF-16 offset → number of code points before it. */
function pointsOf(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    before[i + 1] = before[i]! + (code >= 0xdc00 && code <= 0xdfff ? 0 : 1);
  }
  return (offset) => before[offset] ?? 0;
}

/** One character a code point: those beyond the first plane become a placeholder. */
const inPoints = (text: string): string => [...text].map((c) => (c.length > 1 ? "\ufffd" : c)).join("");

function readGold(file: string): GoldAttribution[] {
  const text = readFileSync(file, "utf8");
  try {
    return file.endsWith(".ann") ? readBrat(text) : readWebAnnotations(JSON.parse(text));
  } catch (error) {
    if (error instanceof AnnotationError)
      throw new UserError("bad-annotation", error.message, { where: `${file}:${error.line}`, cause: error });
    throw new UserError("bad-annotation", `It is not JSON: ${(error as Error).message}.`, {
      where: file,
      cause: error,
    });
  }
}

function eachOf(one: Measured | undefined): object {
  if (one === undefined) return { skipped: true };
  const { all, speaker } = scoreAttributions([one]);
  return { ...all, speaker };
}
