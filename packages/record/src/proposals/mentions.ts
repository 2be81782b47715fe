import type { Range } from "@parley/case";
import { METONYMS, PEOPLES } from "../rules/states.ts";
import { NO_NAMES, OFFICES } from "./cues.ts";
import { transliterationKey } from "./transliteration.ts";

/** An actor by name, with the other names it goes by. */
export type KnownActor =
  | string
  | {
      name: string;
      aliases?: readonly string[];
    };

/** Words that name somebody. */
export interface Mention {
  /** In the text, offices before the name included. */
  range: Range;
  /** The name of the known actor, or the words themselves without offices; null for a pronoun and the like. */
  name: string | null;
  /** Who may be meant, when the words alone do not say. */
  candidates?: string[];
  /** The words, where they name a source without naming anybody ("two diplomats"). */
  unnamed?: string;
  known: boolean;
}

const NAME_WORD = "\\p{Lu}(?:\\.(?:\\p{Lu}\\.)*|[\\p{L}\\p{M}]*(?:[-’'](?!s(?!\\p{L}))\\p{L}+)*)";
const NAMES = new RegExp(
  `(?<!\\p{L}-?)${NAME_WORD}(?:(?: | (?:de|van|von|der|al|bin|of the) )${NAME_WORD}){0,5}`,
  "gu",
);
const PRONOUNS = /(?<!\p{L})(?:[Tt]he former|[Tt]he latter|[Hh]e|[Ss]he|[Tt]hey)(?!\p{L})/gu;

/** Finds who is named in a text: known actors under any of their names, and other capitalised names. */
export class MentionFinder {
  /** Lower-case name → actor. */
  readonly #actors = new Map<string, string>();
  /** Transliteration key → actor; null: two actors share it. */
  readonly #spellings = new Map<string, string | null>();
  /** Names that do not begin with a capital letter, as those of scripts without them. */
  readonly #plain: RegExp | undefined;

  constructor(actors: readonly KnownActor[]) {
    const shared = new Set<string>();
    const add = (word: string, actor: string): void => {
      const key = word.toLowerCase();
      const other = this.#actors.get(key);
      if (other !== undefined && other !== actor) shared.add(key);
      this.#actors.set(key, actor);
    };
    for (const actor of actors) {
      const { name, aliases = [] } = typeof actor === "string" ? { name: actor } : actor;
      for (const one of [name, ...aliases]) {
        add(one, name);
        // A family name alone names the person, unless two actors share it.
        const words = one.split(" ");
        if (words.length > 1 && words.length <= 3) add(words.at(-1)!, name);
      }
    }
    for (const key of shared) this.#actors.delete(key);
    for (const [word, actor] of this.#actors) {
      const key = transliterationKey(word);
      if (key === undefined) continue;
      const other = this.#spellings.get(key);
      this.#spellings.set(key, other === undefined || other === actor ? actor : null);
    }
    const plain = actors
      .flatMap((actor) => (typeof actor === "string" ? [actor] : [actor.name, ...(actor.aliases ?? [])]))
      .filter((name) => name !== "" && !/^\p{Lu}/u.test(name))
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    // In Arabic "and" is written onto the next word.
    if (plain.length > 0)
      this.#plain = new RegExp(
        `(?<![\\p{L}\\p{M}])(?:[وف](?=\\p{Script=Arabic}))?(${plain.join("|")})(?![\\p{L}\\p{M}])`,
        "giu",
      );
  }

  /** Mentions in `text`, in order of place; offsets are moved by `at`. */
  find(text: string, at = 0): Mention[] {
    const mentions: Mention[] = [];
    for (const match of text.matchAll(NAMES)) {
      const mention = this.#read(match[0], at + match.index);
      if (mention !== undefined) mentions.push(mention);
    }
    for (const match of text.matchAll(PRONOUNS)) {
      const start = at + match.index;
      mentions.push({ range: [start, start + match[0].length], name: null, known: false });
    }
    if (this.#plain !== undefined) {
      for (const match of text.matchAll(this.#plain)) {
        const name = this.#actors.get(match[1]!.toLowerCase());
        const start = at + match.index + match[0].length - match[1]!.length;
        const end = at + match.index + match[0].length;
        if (name === undefined || mentions.some((m) => m.range[0] < end && m.range[1] > start)) continue;
        mentions.push({ range: [start, end], name, known: true });
      }
    }
    return mentions.sort((a, b) => a.range[0] - b.range[0]);
  }

  #read(words: string, at: number): Mention | undefined {
    const all = words.split(" ");
    let skip = 0;
    while (skip < all.length && NO_NAMES.has(all[skip]!)) skip += 1;
    if (skip === all.length) return undefined;
    // "UK Prime Minister Keir Starmer": the name begins after the last word of office.
    const office = Math.max(skip, all.findLastIndex((word) => OFFICES.has(word)) + 1);
    const start = at + all.slice(0, skip).join(" ").length + (skip > 0 ? 1 : 0);
    const range: Range = [start, at + words.length];
    const rest = all.slice(office).join(" ");
    if (rest === "") return { range, name: null, known: false };
    const known = this.#known(all.slice(office));
    if (known !== undefined) return { range, name: known, known: true };
    // "Russian" with its noun missing names nobody, but says of which state.
    const people = /^(?:\p{Lu}\p{Ll}+|(?:\p{Lu}\.){2,})$/u.test(rest)
      ? PEOPLES.get(rest.toLowerCase())
      : undefined;
    if (people !== undefined)
      return { range, name: null, candidates: [this.#known(people.split(" ")) ?? people], known: false };
    // "Moscow" may be the city or the government: who may be meant is said, and not decided.
    const state = METONYMS.get(rest.toLowerCase());
    if (state === undefined) return { range, name: rest, known: false };
    const actor = this.#known(state.split(" ")) ?? state;
    return { range, name: rest, candidates: [actor, rest], known: false };
  }

  /** The actor that the words name: whole, else by the longest end of them ("UK … Keir Starmer"). */
  #known(words: readonly string[]): string | undefined {
    for (let from = 0; from < words.length; from++) {
      const actor = this.#actors.get(words.slice(from).join(" ").toLowerCase());
      if (actor !== undefined) return actor;
    }
    const key = transliterationKey(words.at(-1)!);
    const whole = transliterationKey(words.join(" "));
    return this.#spellings.get(whole ?? "") ?? this.#spellings.get(key ?? "") ?? undefined;
  }
}
