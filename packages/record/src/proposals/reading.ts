import type { LookFor, Range } from "@parley/case";
import type { CleanDocument } from "../document.ts";
import { withCaseWords } from "../rules/case-words.ts";
import { ENGLISH } from "../rules/en/index.ts";
import type { CueVerb, LanguagePack } from "../rules/language-pack.ts";
import { packOf } from "../rules/packs.ts";
import { sentences } from "../sentences.ts";
import { type KnownActor, MentionFinder } from "./mentions.ts";
import { damagedClosings, type Quoted, quotedIn } from "./quotation-marks.ts";

/** Who speaks where nobody is named: the report itself, or a section of the author's own analysis. */
export type Voice = "report" | "analysis";

/** One sentence of the body, with what is known of its place. */
export interface Sentence {
  range: Range;
  text: string;
  paragraph?: number;
  /** Range of its paragraph. */
  block: Range;
  voice: Voice;
  /** Stretches in quotation marks of its paragraph. */
  quoted: readonly Quoted[];
}

/** Longest sentence that is read, in characters; in a longer one only quotation marks and days are looked for. */
const LONGEST = 4000;

export interface ReadingOptions {
  actors?: readonly KnownActor[];
  /** Words an analyst added to the case. */
  lookFor?: readonly LookFor[];
}

/** A document made ready for the rules: its sentences, the words of its language, and a finder of names. */
export interface Reading {
  document: CleanDocument;
  /** Undefined: no pack for the language of the text. */
  pack: LanguagePack | undefined;
  finder: MentionFinder;
  sentences: readonly Sentence[];
  cues: CueIndex;
  actors: readonly KnownActor[];
  lookFor: readonly LookFor[];
}

/** Cue verbs by their words. */
export interface CueIndex {
  /** Finds the next cue; sticky and global searches start from its `lastIndex`. */
  pattern: RegExp;
  verb(words: string): { verb: CueVerb; participle: boolean } | undefined;
}

export function read(document: CleanDocument, options: ReadingOptions = {}): Reading {
  const { actors = [], lookFor = [] } = options;
  // A text too short to tell its language is read as English, as before there were packs.
  // One that is told from hardly more than nothing, and has no pack, is no better known.
  const { language } = document;
  const base =
    language === null
      ? ENGLISH
      : (packOf(language.code) ?? (language.confidence < 0.6 ? ENGLISH : undefined));
  const pack = base === undefined ? undefined : withCaseWords(base, lookFor);
  const finder = new MentionFinder(actors);
  const code = document.language?.code ?? "en";
  return {
    document,
    pack,
    finder,
    sentences: sentencesOf(document, pack, code),
    cues: indexOf(pack),
    actors,
    lookFor,
  };
}

function sentencesOf(document: CleanDocument, pack: LanguagePack | undefined, code: string): Sentence[] {
  const result: Sentence[] = [];
  const closings = damagedClosings(document);
  let voice: Voice = "report";
  for (const block of document.blocks) {
    const text = document.text.slice(...block.range);
    if (block.type === "heading" || block.type === "title") voice = voiceOf(text, pack);
    if (block.type !== "paragraph" && block.type !== "quote" && block.type !== "list-item") continue;
    const quoted = quotedIn(document.text, block.range, closings);
    for (const [a, b] of sentences(text, code)) {
      // A sentence of many thousand characters is none that anybody wrote.
      if (b - a > LONGEST) continue;
      const range: Range = [block.range[0] + a, block.range[0] + b];
      const sentence: Sentence = { range, text: text.slice(a, b), block: block.range, voice, quoted };
      if (block.number !== undefined) sentence.paragraph = block.number;
      result.push(sentence);
    }
  }
  return result;
}

/** A heading such as "Analysis: …" says that the author speaks until the next one. */
function voiceOf(heading: string, pack: LanguagePack | undefined): Voice {
  const first = /^[\p{L}]+/u.exec(heading.trim())?.[0].toLowerCase();
  return first !== undefined && pack?.analysis.includes(first) === true ? "analysis" : "report";
}

/** Escape words for a pattern; a final * lets letters follow. */
export const wordPattern = (word: string): string =>
  word
    .replace(/[\\^$.+?()[\]{}|]/g, "\\$&")
    .replace(/\s+/g, "[ \\u00a0]+")
    .replaceAll("*", "[\\p{L}\\p{M}]*");

/** A pattern that finds any of the words as whole words; never matches where there are none. */
export function anyOf(words: readonly string[], flags = "giu"): RegExp {
  if (words.length === 0) return /(?!)/gu;
  // Longer first, so that "made it clear" is not read as "made".
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${sorted.map(wordPattern).join("|")})(?![\\p{L}\\p{M}])`, flags);
}

const NO_CUES: CueIndex = { pattern: /(?!)/gu, verb: () => undefined };
const indexes = new WeakMap<LanguagePack, CueIndex>();

function indexOf(pack: LanguagePack | undefined): CueIndex {
  if (pack === undefined) return NO_CUES;
  let made = indexes.get(pack);
  if (made === undefined) {
    const verbs = new Map<string, { verb: CueVerb; participle: boolean }>();
    for (const verb of pack.cues) {
      for (const word of verb.participles ?? [])
        if (!verbs.has(word)) verbs.set(word, { verb, participle: true });
      for (const word of verb.finite) if (!verbs.has(word)) verbs.set(word, { verb, participle: false });
    }
    made = {
      pattern: anyOf([...verbs.keys()]),
      verb: (words) => verbs.get(words.toLowerCase().replace(/[ \u00a0]+/g, " ")),
    };
    indexes.set(pack, made);
  }
  return made;
}

/** The place of a sentence, as proposals record it. */
export function placeOf(
  sentence: Sentence,
  range: Range = sentence.range,
): { range: Range; sentence: Range; paragraph?: number } {
  const place = { range, sentence: sentence.range };
  return sentence.paragraph === undefined ? place : { ...place, paragraph: sentence.paragraph };
}
