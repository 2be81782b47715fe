import { CUE_FINITE } from "../proposals/cues.ts";

/** A place where a word or several seem to be missing. */
export interface Hole {
  /** Offset in the text: the end of the word before the hole. */
  at: number;
  rule: string;
  reason: string;
  confidence: number;
}

interface Rule {
  name: string;
  reason: string;
  confidence: number;
  /** The hole is where the first group ends. */
  pattern: RegExp;
  /** Weak rules speak only in a text in which strong ones have found several holes. */
  strong: boolean;
  /** Closer look where a pattern is not enough. */
  holds?: (match: RegExpExecArray, text: string) => boolean;
}

const LINKING = "for|of|and|or|but|that|with|from|because|which|who|into|during";
const SINGULAR_DEMONYM = "(?:\\p{Lu}\\p{L}*(?:ian|ean|can|man|aeli|aqi))";
const MODAL = "can|could|may|might|will|would|must|should|cannot";
const PARTICIPLE =
  "arguing|stating|claiming|insisting|declaring|suggesting|describing|urging|noting|denying|demanding|calling";
const FINITE = [...CUE_FINITE].join("|");
/** Nouns that look like an adjective with a negative prefix. */
const NOT_ADJECTIVES: ReadonlySet<string> = new Set(
  "incident incidents infant infants informant immigrant inhabitant inhabitants incentive incentives initiative initiatives invective individual individuals interval initial intellectual disposal installment ingredient instant impediment implement instrument industrial irritant incumbent dissident resident import impulse unusual".split(
    " ",
  ),
);
/** Words after "Name where/that" positions which make the first word no name. */
const STARTERS: ReadonlySet<string> = new Set(
  "Areas Cases Places Those Countries Regions Somewhere Everywhere Anywhere Nowhere Situations Times Even Just Only Exactly Precisely Elsewhere".split(
    " ",
  ),
);

/** Rules for English: where syntax asks for a word that is not there. */
const RULES: readonly Rule[] = [
  {
    name: "blank before a comma or full stop",
    reason: "a blank stands before the punctuation: the words between are missing",
    confidence: 0.95,
    strong: true,
    pattern: /([\p{L}’']|\p{N}(?= ,)) (?=[,.;](?:\s|$))/gu,
  },
  {
    name: "article before a linking word",
    reason: "an article is followed by a word that no noun phrase begins with",
    confidence: 0.95,
    strong: true,
    pattern: new RegExp(`(?<![\\p{L}’'-])((?:[Tt]he|a|an)) (?=(?:${LINKING})(?![\\p{L}’'-]))`, "gu"),
    // "vitamin a and b", "the for and against", "the who and the why" are talked of as words.
    holds: (match, text) =>
      !/^(?:for and against|who'?s who|or of|and of|of-)/.test(text.slice(match.index + match[0].length)),
  },
  {
    name: "article before a participle of speech",
    reason: "an article is followed by a verb: the noun between is missing",
    confidence: 0.9,
    strong: true,
    pattern: new RegExp(`(?<![\\p{L}’'-])(an?) (?=(?:${PARTICIPLE}) that(?!\\p{L}))`, "gu"),
  },
  {
    name: "possessive before of",
    reason: "whose it is stands there, what it is does not",
    confidence: 0.9,
    strong: true,
    pattern: /((?<![\p{L}])(?:His|Her|Its|Their|Our|My|Your|its|their|our|my)) (?=of(?!\p{L}))/gu,
  },
  {
    name: "name's before of",
    reason: "whose it is stands there, what it is does not",
    confidence: 0.85,
    strong: true,
    pattern: /((?<![\p{L}\p{N}])[\p{Lu}\p{Lo}][\p{L}-]+[’']s) (?=of (?:the|a|an|this|these|its|their) )/gu,
    holds: (match) => !/^(?:It|That|What|There|Here|He|She|Who|Where|How|This|Let)[’']s$/.test(match[1]!),
  },
  {
    name: "that Name because",
    reason: "a clause has a subject and a reason but no verb",
    confidence: 0.9,
    strong: true,
    pattern: /(?<!\p{L})(that \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?=because(?!\p{L}))/gu,
  },
  {
    name: "verb lost after a parenthesis",
    reason: 'a subject and a parenthesis are followed by "that": the verb is missing',
    confidence: 0.9,
    strong: true,
    pattern:
      /(?<!\p{L})(\p{Lu}\p{L}+, (?:for that matter|however|for (?:his|her|its|their) part|in turn|in contrast|meanwhile|too|again),) (?=that(?!\p{L}))/gu,
  },
  {
    name: "line ends in a linking word",
    reason: "the line ends where a name or noun must follow",
    confidence: 0.8,
    strong: false,
    pattern: /((?<![\p{L}’'-])(?:by|of|from|the|an|with|for|and|a|at|in|to))(?=\n+\p{Lu}|$)/gu,
    // Headings and labels may end so; running text does not.
    holds: (match, text) => {
      const line = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index);
      return line.split(" ").length >= 4 && /\b(?:was|were|is|are|has|have|had|been)\b/.test(line);
    },
  },
  {
    name: "name before where",
    reason: 'a sentence begins with a name and goes on with "where": the verb is missing',
    confidence: 0.7,
    strong: false,
    pattern: /(?<=(?:^|[.!?…”"] |\n))(\p{Lu}\p{Ll}+) (?=where(?!\p{L}))/gu,
    holds: (match) => !STARTERS.has(match[1]!) && !/s$/.test(match[1]!),
  },
  {
    name: "people's adjective before a preposition",
    reason: "a sentence begins with an adjective of nationality and goes on without its noun",
    confidence: 0.8,
    strong: false,
    pattern: new RegExp(
      `(?<=(?:^|[.!?…”"] |\\n))(${SINGULAR_DEMONYM}) (?=(?:on|at|of|for|from|by|against|near|over) )`,
      "gu",
    ),
  },
  {
    name: "people's adjective before a verb",
    reason: "an adjective of nationality stands before a plural verb without its noun",
    confidence: 0.8,
    strong: false,
    pattern: new RegExp(
      `(?<!\\p{L})((?:[Ee]ven|[Mm]any|[Ss]ome|[Mm]ost|[Ss]everal|[Ff]ew) ${SINGULAR_DEMONYM}) (?=(?:${FINITE})(?!\\p{L}))`,
      "gu",
    ),
  },
  {
    name: "place of before a verb",
    reason: '"village of" and the like are followed by a verb: the name is missing',
    confidence: 0.85,
    strong: false,
    pattern:
      /(?<!\p{L})((?:village|town|city|district|region|settlement|port|island|province|republic|capital) of) (?=(?:just |still |never |simply |already )?(?:is|was|are|were|has|had|does|doesn[’']t|did|didn[’']t|will|would|can|cannot|remains?|registers?)(?!\p{L}))/gu,
  },
  {
    name: "of before close to the",
    reason: '"of" is followed by a place and not by a thing: the thing is missing',
    confidence: 0.7,
    strong: false,
    pattern:
      /(?<!\p{L})((?:construction|deployment|building|creation|capture|loss|presence|movement|concentration) of) (?=(?:close|near|next|along|across) )/gu,
  },
  {
    name: "adjective before a participle with by",
    reason: 'an article and an adjective are followed by "…ed by": the noun is missing',
    confidence: 0.7,
    strong: false,
    pattern:
      /(?<![\p{L}’'-])((?:the|an?) ((?:in|im|un|ir|dis)\p{Ll}+(?:ent|ant|ive|ous|able|ible|ful|ic))) (?=\p{Ll}+(?:ed|en|wn) by(?!\p{L}))/gu,
    holds: (match) => !NOT_ADJECTIVES.has(match[2]!) && !match[2]!.endsWith("ment"),
  },
  {
    name: "in this regard before to",
    reason: 'the clause has no subject before "to the"',
    confidence: 0.7,
    strong: false,
    pattern:
      /(?<!\p{L})((?:and|but) in this (?:regard|respect|context)) (?=to (?:the|a|an|this|these|its) )/gu,
  },
  {
    name: "place of the subject is empty before a modal",
    reason: 'a clause begins with "but in this …" and its verb follows at once',
    confidence: 0.75,
    strong: false,
    pattern: new RegExp(
      `(?<!\\p{L})((?:but|and|so|yet)) (?=in (?:this|that) \\p{Ll}+ (?:${MODAL}) \\p{Ll})`,
      "gu",
    ),
  },
  {
    name: "and in particular before a verb",
    reason: '"in particular" is followed by a verb without a subject of its own',
    confidence: 0.6,
    strong: false,
    pattern:
      /, (and) (?=(?:in particular|especially|notably) (?:insists|demands|wants|seeks|supports|rejects|calls|hopes|expects|needs)(?!\p{L}))/gu,
  },
];

/** Strong holes that make a text one whose links were lost. */
export const ENOUGH_STRONG = 3;

/**
 * Find holes in an English text, in order of place, one a place. Weak rules count only when strong ones have found
 * at least three holes: on a text that is whole they would find some that are none.
 */
export function lostLinks(text: string): Hole[] {
  const strong = RULES.filter((rule) => rule.strong).flatMap((rule) => apply(rule, text));
  const weak =
    strong.length < ENOUGH_STRONG
      ? []
      : RULES.filter((rule) => !rule.strong).flatMap((rule) => apply(rule, text));
  const byPlace = new Map<number, Hole>();
  for (const hole of [...strong, ...weak]) {
    const known = byPlace.get(hole.at);
    if (known === undefined || known.confidence < hole.confidence) byPlace.set(hole.at, hole);
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at);
}

function apply(rule: Rule, text: string): Hole[] {
  const holes: Hole[] = [];
  for (const match of text.matchAll(rule.pattern)) {
    if (rule.holds !== undefined && !rule.holds(match, text)) continue;
    const at = match.index + match[0].indexOf(match[1]!) + match[1]!.length;
    holes.push({ at, rule: rule.name, reason: rule.reason, confidence: rule.confidence });
  }
  return holes;
}
