import type { Range } from "@parley/case";
import { proposalReason } from "../messages.ts";
import { LEVEL_HINT, LEVEL_RULES, MISTRUST } from "../rules/en/levels.ts";
import { isHidden } from "./hidden.ts";
import { mentionOf, type Statements } from "./holder.ts";
import { baseOf, type LevelProposal, spokenBy, type TrustProposal } from "./proposal.ts";
import { placeOf, type Reading, type Sentence } from "./reading.ts";

/**
 * How something stands or moves as the text has it (attention, confidence, readiness), and mistrust between two. An order,
 * never a number; where a word is missing before the cue, which way is unknown and nothing is proposed.
 */
export function levelsIn(reading: Reading, statements: Statements): (LevelProposal | TrustProposal)[] {
  if (reading.pack?.code !== "en") return [];
  return reading.sentences.flatMap((sentence) => [
    ...inSentence(reading, sentence, statements),
    ...mistrustIn(reading, sentence),
  ]);
}

function inSentence(reading: Reading, sentence: Sentence, statements: Statements): LevelProposal[] {
  const { document, finder } = reading;
  const [start] = sentence.range;
  const found: LevelProposal[] = [];
  const names = new Set(reading.actors.map((one) => (typeof one === "string" ? one : one.name)));
  if (!LEVEL_HINT.test(sentence.text)) return found;
  for (const rule of LEVEL_RULES) {
    const match = rule.pattern.exec(sentence.text);
    if (match === null) continue;
    const groups = match.indices!.groups!;
    const at = (group: "what" | "cue" | "who"): Range | undefined => {
      const range = groups[group] as Range | undefined;
      return range === undefined ? undefined : [start + range[0], start + range[1]];
    };
    const cue = at("cue")!;
    const what = at("what")!;
    const range: Range = [Math.min(what[0], cue[0]), Math.max(what[1], cue[1])];
    if (found.some((one) => one.range[0] < range[1] && one.range[1] > range[0])) continue;
    // Words in quotation marks are a speaker's, and missing ones may turn it.
    if (sentence.quoted.some((q) => q.inner[0] < cue[1] && q.inner[1] > cue[0])) continue;
    if (isHidden(document, start, cue)) continue;
    const whose = at("who");
    const mention =
      whose === undefined ? undefined : finder.find(document.text.slice(...whose), whose[0]).at(-1);
    // "Officials are not ready" and the like: nobody is named whose it would be.
    if (whose !== undefined && (mention?.name ?? mention?.candidates) === undefined) continue;
    const statement = statements.around(cue);
    const cueText = document.text.slice(...cue);
    found.push({
      kind: "level",
      ...baseOf(document, placeOf(sentence, range), `level-${rule.name}`),
      ...spokenBy(statement === undefined ? undefined : mentionOf(statement)),
      cue: { text: cueText, range: cue },
      name: nameOf(document.text.slice(...what), rule.name),
      // "European" may be the union or the continent: whose it is stays open unless an actor of the case is meant.
      of: mention?.name ?? mention?.candidates?.find((name) => names.has(name)) ?? null,
      ...(rule.stands === undefined ? {} : { stands: rule.stands }),
      ...(rule.trend === undefined ? {} : { trend: rule.trend }),
      reason: proposalReason.level(cueText, rule.trend ?? rule.stands!, statement === undefined),
      confidence: rule.confidence,
    });
  }
  return found;
}

/** What stands or moves, in the words of the text; where they only say whose, what the rule is about comes first. */
function nameOf(words: string, rule: string): string {
  const plain = words.replace(/\s+/gu, " ").trim().replace(/^the /iu, "");
  if (rule === "distracted") return `Attention of ${plain}`;
  if (rule === "not-ready") return `Readiness of ${plain}`;
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** "Mutual mistrust", of the last two sides that the sentence names: one proposal each way, since trust has a direction. */
function mistrustIn({ document, finder }: Reading, sentence: Sentence): TrustProposal[] {
  const match = MISTRUST.exec(sentence.text);
  if (match === null) return [];
  const [start] = sentence.range;
  const cue: Range = [start + match.index, start + match.index + match[0].length];
  if (isHidden(document, start, cue)) return [];
  const named = finder
    .find(sentence.text.slice(0, match.index), start)
    .flatMap((m) => m.name ?? m.candidates?.[0] ?? []);
  const sides = [...new Set(named)].slice(-2);
  if (sides.length < 2) return [];
  const [a, b] = sides as [string, string];
  return [[a, b] as const, [b, a] as const].map(([from, to], i) => ({
    kind: "trust",
    ...baseOf(document, placeOf(sentence, cue), i === 0 ? "mistrust" : "mistrust-back"),
    from,
    to,
    reason: proposalReason.mistrust(match[0]),
    confidence: 0.5,
  }));
}
