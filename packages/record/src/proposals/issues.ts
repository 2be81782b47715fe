import type { Range } from "@parley/case";
import { proposalReason } from "../messages.ts";
import type { LanguagePack } from "../rules/language-pack.ts";
import { baseOf, type IssueProposal } from "./proposal.ts";
import { anyOf, placeOf, type Reading, type Sentence } from "./reading.ts";

const patterns = new WeakMap<LanguagePack, readonly (readonly [string, string, RegExp])[]>();

function issuePatterns(pack: LanguagePack): readonly (readonly [string, string, RegExp])[] {
  let made = patterns.get(pack);
  if (made === undefined) {
    made = pack.issues.map((issue) => [issue.name, issue.category, anyOf(issue.words)] as const);
    patterns.set(pack, made);
  }
  return made;
}

/** The issues a text names, each once, at the first of its places, by the words of its language's list. */
export function issuesIn(reading: Reading): IssueProposal[] {
  if (reading.pack === undefined) return [];
  const result: IssueProposal[] = [];
  for (const [name, category, pattern] of issuePatterns(reading.pack)) {
    const places: { sentence: Sentence; range: Range }[] = [];
    for (const sentence of reading.sentences) {
      for (const match of sentence.text.matchAll(pattern)) {
        const start = sentence.range[0] + match.index;
        places.push({ sentence, range: [start, start + match[0].length] });
      }
    }
    const [first] = places;
    // The same issue may stand in the list twice, once by the analyst: the analyst's words come first.
    if (first === undefined || result.some((one) => one.name === name)) continue;
    const base = baseOf(reading.document, placeOf(first.sentence, first.range), `issue-${category}`);
    result.push({
      kind: "issue",
      ...base,
      name,
      category,
      ranges: places.map(({ range }) => range),
      reason: proposalReason.issue(base.text, places.length),
      confidence: places.length > 1 ? 0.8 : 0.6,
    });
  }
  return result;
}

/** The issues whose words stand in a stretch of text. */
export function issuesAt(issues: readonly IssueProposal[], [start, end]: Range): string[] {
  return issues.filter((i) => i.ranges.some(([a, b]) => a < end && b > start)).map((i) => i.name);
}
