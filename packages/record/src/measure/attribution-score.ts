import type { Range } from "@parley/case";
import type { QuotationProposal } from "../proposals/proposal.ts";
import type { GoldAttribution } from "./annotated.ts";

/** How the proposals of a text, or of several, stand to what annotators marked. Shares are null where nothing counts. */
export interface AttributionScore {
  texts: number;
  /** All, and by mode: a gold attribution is direct where its words begin or end with a quotation mark. */
  all: Counted;
  direct: Counted;
  indirect: Counted;
  /** Of the matched ones with a marked source, how many name an overlapping speaker. */
  speaker: { right: number; of: number; share: number | null };
}

interface Counted {
  gold: number;
  proposed: number;
  matched: number;
  precision: number | null;
  recall: number | null;
}

/** Share of characters, on both sides, from which a proposal counts as the marked words. */
export const OVERLAP = 0.5;

const MARK = /["“”„«»‘’]/u;
const size = (ranges: readonly Range[]): number => ranges.reduce((sum, [a, b]) => sum + b - a, 0);
const common = (a: readonly Range[], b: readonly Range[]): number =>
  a.reduce(
    (sum, [s, e]) => sum + b.reduce((part, [t, f]) => part + Math.max(0, Math.min(e, f) - Math.max(s, t)), 0),
    0,
  );

/** Text, what was marked in it, and what the rules propose. */
export interface Measured {
  text: string;
  gold: readonly GoldAttribution[];
  proposed: readonly QuotationProposal[];
}

/**
 * Precision and recall of attributions as PolNeAR counts them: a proposal is right where it and the marked content share
 * at least half of the characters of each; each marked content is matched once, the best overlap first.
 */
export function scoreAttributions(texts: readonly Measured[]): AttributionScore {
  const direct = empty();
  const indirect = empty();
  const speaker = { right: 0, of: 0 };
  for (const { text, gold, proposed } of texts) {
    const statements = proposed.filter((one) => one.mode !== "term");
    const modes = gold.map((one) => (isDirect(text, one) ? direct : indirect));
    for (const mode of modes) mode.gold += 1;
    for (const one of statements) (one.mode === "direct" ? direct : indirect).proposed += 1;
    const pairs = gold
      .flatMap((marked, g) =>
        statements.map((one, p) => {
          const shared = common(marked.content, [one.range]);
          const least = Math.min(
            shared / Math.max(1, size(marked.content)),
            shared / Math.max(1, one.range[1] - one.range[0]),
          );
          return { g, p, least };
        }),
      )
      .filter((pair) => pair.least >= OVERLAP)
      .sort((a, b) => b.least - a.least || a.g - b.g || a.p - b.p);
    const [usedGold, usedProposed] = [new Set<number>(), new Set<number>()];
    for (const { g, p } of pairs) {
      if (usedGold.has(g) || usedProposed.has(p)) continue;
      usedGold.add(g);
      usedProposed.add(p);
      const marked = gold[g]!;
      const one = statements[p]!;
      modes[g]!.matched += 1;
      modes[g]!.of.set(one.mode, (modes[g]!.of.get(one.mode) ?? 0) + 1);
      if (marked.source.length === 0) continue;
      speaker.of += 1;
      if (one.speakerRange !== undefined && common(marked.source, [one.speakerRange]) > 0) speaker.right += 1;
    }
  }
  // A proposal counts where it was proposed, even if the annotators saw the other mode.
  const matchedAs = (mode: "direct" | "indirect"): number =>
    (direct.of.get(mode) ?? 0) + (indirect.of.get(mode) ?? 0);
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const counted = (c: Tally, right: number): Counted => ({
    gold: c.gold,
    proposed: c.proposed,
    matched: c.matched,
    precision: share(right, c.proposed),
    recall: share(c.matched, c.gold),
  });
  const both: Tally = {
    gold: direct.gold + indirect.gold,
    proposed: direct.proposed + indirect.proposed,
    matched: direct.matched + indirect.matched,
    of: new Map(),
  };
  return {
    texts: texts.length,
    all: counted(both, both.matched),
    direct: counted(direct, matchedAs("direct")),
    indirect: counted(indirect, matchedAs("indirect")),
    speaker: { ...speaker, share: share(speaker.right, speaker.of) },
  };
}

interface Tally {
  gold: number;
  proposed: number;
  matched: number;
  /** Matched, by the mode of the proposal. */
  of: Map<string, number>;
}
const empty = (): Tally => ({ gold: 0, proposed: 0, matched: 0, of: new Map() });

function isDirect(text: string, { content }: GoldAttribution): boolean {
  const [start] = content[0] ?? [0, 0];
  const [, end] = content.at(-1) ?? [0, 0];
  const whole = text.slice(start, end).trim();
  return (
    MARK.test(whole.charAt(0)) ||
    MARK.test(whole.charAt(whole.length - 1)) ||
    MARK.test(text.charAt(start - 1))
  );
}
