import type { LookFor } from "@parley/case";
import type { CueVerb, LanguagePack } from "./language-pack.ts";

/** A language pack with the words that an analyst added to the case. */
export function withCaseWords(pack: LanguagePack, words: readonly LookFor[]): LanguagePack {
  const own = words.filter((one) => one.language === undefined || one.language === pack.code);
  if (own.length === 0) return pack;
  const small = (one: LookFor): string[] => one.words.map((word) => word.trim().toLowerCase());
  const of = (what: LookFor["what"]): string[] => own.filter((one) => one.what === what).flatMap(small);
  const cues = own
    .filter((one) => one.what === "cue")
    .map(
      (one): CueVerb => ({
        act: one.act ?? "asserts",
        finite: small(one),
        participles: small(one).filter((word) => pack.code === "en" && word.endsWith("ing")),
        takes: ["clause", "object", "infinitive"],
      }),
    );
  const issues = own
    .filter((one) => one.what === "issue")
    .map((one) => ({ name: one.name ?? one.words[0]!, category: "case", words: small(one) }));
  return {
    ...pack,
    // Added words come first: they have the last say on what a word means.
    cues: [...cues, ...pack.cues],
    hedges: [...pack.hedges, ...of("hedge")],
    unnamed: [...pack.unnamed, ...of("unnamed")],
    speakers: [...pack.speakers, ...of("speaker")],
    issues: [...issues, ...pack.issues],
  };
}
