import { describe, expect, it } from "vitest";
import { clean } from "../clean.ts";
import { PACKS } from "../rules/packs.ts";
import type { KnownActor } from "./mentions.ts";
import type { Proposal } from "./proposal.ts";
import { proposals } from "./proposals.ts";

/* Sentences of our own for each language: its quotation marks, its word order, its dates. They are no measurement. */

const read = (text: string) => clean(new TextEncoder().encode(text), { mediaType: "text/plain" });
const of = <K extends Proposal["kind"]>(text: string, kind: K, actors: readonly KnownActor[] = []) =>
  proposals(read(text), { actors }).filter((one): one is Extract<Proposal, { kind: K }> => one.kind === kind);

const TEXTS = {
  fr: [
    "La médiatrice Claire Morel a déclaré : « Aucune porte ne s’ouvrira sans nous dans cette vallée. »",
    "Le ministère a annoncé que la conférence commencerait le 12 mars 2027 à Genève.",
    "Le syndicat a rejeté la trêve proposée par la direction de l’entreprise.",
  ],
  es: [
    "La mediadora Clara Moreno dijo: «No habrá puerta abierta sin nosotros en este valle».",
    "El ministerio anunció que la conferencia empezaría el 12 de marzo de 2027 en Ginebra.",
    "El sindicato rechazó la tregua propuesta por la dirección de la empresa.",
  ],
  ru: [
    "Посредник Клара Морева заявила: «Ни одни ворота в этой долине не откроются без нас».",
    "Министерство сообщило, что конференция начнётся 12 марта 2027 года в Женеве.",
    "Профсоюз отверг перемирие, предложенное руководством этой большой компании.",
  ],
  uk: [
    "Посередниця Клара Морева заявила: „Жодна брама в цій долині не відчиниться без нас“.",
    "Міністерство повідомило, що конференція почнеться 12 березня 2027 року в Женеві.",
    "Профспілка відкинула перемир’я, яке запропонувало керівництво цієї великої компанії.",
  ],
  ar: [
    "قالت الوسيطة كلارا مورينو: «لن تفتح أي بوابة في هذا الوادي من دوننا أبدا».",
    "أعلن المتحدث باسم الحكومة أن المؤتمر سيبدأ في ١٢ مارس 2027 في جنيف.",
    "رفض الجيش الهدنة التي اقترحتها الحكومة على جميع الأطراف في البلاد.",
  ],
} as const;
const WHO: Record<keyof typeof TEXTS, string> = {
  fr: "Claire Morel",
  es: "Clara Moreno",
  ru: "Клара Морева",
  uk: "Клара Морева",
  ar: "كلارا مورينو",
};

describe.each(Object.keys(TEXTS) as (keyof typeof TEXTS)[])("the first pack of %s", (code) => {
  const text = TEXTS[code].join("\n\n");
  const actors = [WHO[code]];
  it("is told apart from other languages", () => expect(read(text).language?.code).toBe(code));
  it("finds the direct quotation and who says it", () => {
    const direct = of(text, "quotation", actors).filter((q) => q.mode === "direct");
    expect(direct.map((q) => q.speaker)).toEqual([WHO[code]]);
    expect(direct[0]?.text).toMatch(/^[^«»„“\s].*[^«»„“\s]$/u);
  });
  it("finds indirect speech with its verb", () => {
    const indirect = of(text, "quotation", actors).filter((q) => q.mode === "indirect");
    expect(indirect.length).toBeGreaterThanOrEqual(1);
    expect(indirect[0]?.speakerRange).toBeDefined();
  });
  it("finds the day", () =>
    expect(of(text, "date").map((d) => d.interval?.earliest)).toEqual(["2027-03-12"]));
  it("finds the truce, and a refusal that turns against it", () => {
    expect(of(text, "issue").map((i) => i.name)).toContain("Ceasefire");
    const refusal = of(text, "claim").find((c) => c.act === "demands");
    expect(refusal?.polarity).toBe("no");
  });
  it("is marked as a first pack", () => expect(PACKS.find((p) => p.code === code)?.state).toBe("first"));
});

describe("words of the case", () => {
  const text =
    "Kell bellyached that the gates of the valley were rusty. It rained on the town of Oss all day long.";
  const cued = (lookFor: Parameters<typeof proposals>[1]) => proposals(read(text), lookFor);
  it("are not known without being added", () => {
    expect(cued([]).some((p) => p.kind === "quotation")).toBe(false);
  });
  it("make a cue, an issue and a place, in every language or in one", () => {
    const all = cued({
      lookFor: [
        { what: "cue", words: ["bellyached"], act: "asserts", language: "en" },
        { what: "issue", words: ["gates", "gate*"], name: "Who opens the gates" },
        { what: "place", words: ["Oss"] },
        { what: "cue", words: ["rained"], language: "fr" },
      ],
    });
    expect(all.find((p) => p.kind === "quotation")).toMatchObject({ mode: "indirect", speaker: "Kell" });
    expect(all.find((p) => p.kind === "issue")).toMatchObject({ name: "Who opens the gates" });
    expect(all.find((p) => p.kind === "place")).toMatchObject({ name: "Oss", listed: true });
  });
  it("take no pattern from the analyst: signs stand for themselves", () => {
    expect(() => cued({ lookFor: [{ what: "cue", words: ["(a+)+$", "[", "\\"] }] })).not.toThrow();
  });
});
