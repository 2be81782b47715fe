import type { Range } from "@parley/case";
import type { CleanDocument } from "../document.ts";
import { proposalReason } from "../messages.ts";
import { FORESEEN, NO_EFFECT } from "../rules/en/levels.ts";
import { CONDITIONAL, SURPRISE } from "../rules/en/process-rules.ts";
import { CLAIM_RULES, type ClaimRule, LOST_VERB_RULES } from "./claim-rules.ts";
import { CUE_FINITE, SAID, UNNAMED } from "./cues.ts";
import { resolved } from "./former-latter.ts";
import { hedgesIn, modalityOf } from "./hedges.ts";
import { isHidden } from "./hidden.ts";
import { mentionOf, type Statements, statementsOf } from "./holder.ts";
import type { KnownActor, Mention } from "./mentions.ts";
import { momentumIn } from "./momentum.ts";
import { baseOf, type ClaimProposal, gapsTouching, type QuotationProposal, spokenBy } from "./proposal.ts";
import { quotationsIn } from "./quotations.ts";
import { placeOf, type Reading, read, type Sentence } from "./reading.ts";
import { mainSubject, subjectOf } from "./speaker.ts";

const UNNAMED_SAYS = new RegExp(
  `(?<!\\p{L})((?:\\p{L}+ ){0,2}?(?:${UNNAMED})) (?:also |have |had |\\p{Ll}+ly )?(${[...new Set([...CUE_FINITE, ...SAID])].join("|")})(?!\\p{L})`,
  "iu",
);

/**
 * Sentences that state a demand, a refusal, a precondition, a promise and the like, by cue words of English, one
 * proposal for each kind of act in a sentence. The sentence is the source's own; where a gap hides the verb or what
 * leads to it, the polarity is unknown.
 */
export function claims(document: CleanDocument, actors: readonly KnownActor[] = []): ClaimProposal[] {
  const reading = read(document, { actors });
  const direct = quotationsIn(reading);
  return claimsIn(reading, direct, statementsOf(direct));
}

/** The same for a document that was read already. In other languages a claim is what a verb of saying makes of it. */
export function claimsIn(
  reading: Reading,
  quotations: readonly QuotationProposal[],
  statements: Statements,
): ClaimProposal[] {
  const { pack } = reading;
  if (pack === undefined) return [];
  if (pack.code !== "en") return byVerb(reading, quotations);
  const said = new Map(quotations.filter((q) => q.mode !== "indirect").map((q) => [q.range[0], q]));
  return reading.sentences.flatMap((sentence) => inSentence(reading, { sentence, said, statements }));
}

interface Place {
  sentence: Sentence;
  /** Quotations by where they start. */
  said: ReadonlyMap<number, QuotationProposal>;
  statements: Statements;
}

function inSentence(reading: Reading, place: Place): ClaimProposal[] {
  const byAct = new Map<string, ClaimProposal>();
  const add = (claim: ClaimProposal): void => {
    // Which way things move is said beside whatever else the sentence judges.
    const own = claim.favours !== undefined || claim.unchanged !== undefined || claim.rule === "foreseen";
    const key = own ? claim.rule : `${claim.act} ${claim.polarity}`;
    const known = byAct.get(key);
    if (known === undefined || known.confidence < claim.confidence) byAct.set(key, claim);
  };
  const { text } = place.sentence;
  const lost = lostVerb(reading, place);
  if (lost !== undefined) add(lost);
  const unnamed = UNNAMED_SAYS.exec(text);
  if (unnamed !== null) add(byUnnamed(reading, place, unnamed));
  for (const rule of CLAIM_RULES) {
    const match = rule.pattern.exec(text);
    if (match !== null) add(byRule(reading, place, rule, match));
  }
  const surprise = SURPRISE.exec(text);
  if (surprise !== null) add(surprised(reading, place, surprise));
  for (const one of [withoutEffect(reading, place), foreseen(reading, place)])
    if (one !== undefined) add(one);
  const moving = momentumIn(reading, place.sentence, place.statements);
  if (moving !== undefined) add(moving);
  const conditional = (!/(?:if|unless|provided|as long as|without) /i.test(text) ? [] : CONDITIONAL)
    .map((pattern) => pattern.exec(text))
    .find((found) => found !== null);
  if (conditional != null) attach(reading, place, byAct, conditional);
  if (byAct.size === 0) {
    const own = ofTheAuthor(reading, place);
    if (own !== undefined) add(own);
  }
  const hedges = hedgesIn(reading.pack!, text);
  const modality = modalityOf(hedges);
  return [...byAct.values()].map((claim) => ({
    ...claim,
    voice: place.sentence.voice,
    ...(hedges.length === 0 ? {} : { hedges }),
    ...(claim.condition !== undefined
      ? { modality: "conditional" as const }
      : modality === undefined
        ? {}
        : { modality }),
  }));
}

/** An if–then in a claim that a rule found belongs to it; by itself it is a claim of its own. */
function attach(
  reading: Reading,
  place: Place,
  byAct: ReadonlyMap<string, ClaimProposal>,
  match: RegExpExecArray,
): void {
  const condition = match.groups!.if!.replace(/^.*(?<!\p{L})that /u, "").trim();
  const claims = [...byAct.values()];
  const near = claims.find((one) => one.act === "warns") ?? claims[0];
  if (near !== undefined) {
    near.condition = condition;
    return;
  }
  const { sentence, statements } = place;
  const [start] = sentence.range;
  const cue: Range = [start + match.index, start + match.index + match[0].length];
  const statement = statements.around([start + match.index, start + match.index + 1]);
  (byAct as Map<string, ClaimProposal>).set("conditional", {
    kind: "claim",
    ...baseOf(reading.document, placeOf(sentence), "conditional"),
    act: "asserts",
    polarity: isHidden(reading.document, start, cue) ? "unknown" : "yes",
    ...spokenBy(statement === undefined ? undefined : mentionOf(statement)),
    condition,
    reason: proposalReason.conditional,
    confidence: 0.5,
  });
}

/** A sentence of an analysis, or one without anybody who says it, that says how sure it is: the author's own forecast. */
function ofTheAuthor(
  { document, pack }: Reading,
  { sentence, statements }: Place,
): ClaimProposal | undefined {
  const hedges = hedgesIn(pack!, sentence.text);
  if (modalityOf(hedges) === undefined) return undefined;
  const verb = sentence.text.indexOf(hedges[0]!) + sentence.range[0];
  if (statements.around([verb, verb + 1]) !== undefined) return undefined;
  const hidden = isHidden(document, sentence.range[0], [verb, verb + hedges[0]!.length]);
  return {
    kind: "claim",
    ...baseOf(document, placeOf(sentence), "author-forecast"),
    act: "assesses",
    polarity: hidden || /(?<!\p{L})(?:not|never|no)(?!\p{L})/iu.test(sentence.text) ? "unknown" : "yes",
    speaker: null,
    reason: hidden ? proposalReason.hidden(proposalReason.authorForecast) : proposalReason.authorForecast,
    confidence: sentence.voice === "analysis" ? 0.55 : 0.4,
  };
}

function surprised(
  { document, pack: _ }: Reading,
  { sentence }: Place,
  match: RegExpExecArray,
): ClaimProposal {
  const start = sentence.range[0] + match.index;
  const claim: ClaimProposal = {
    kind: "claim",
    ...baseOf(document, placeOf(sentence), "surprise"),
    act: "assesses",
    polarity: isHidden(document, sentence.range[0], [start, start + match[0].length]) ? "unknown" : "yes",
    speaker: null,
    cue: { text: match[0], range: [start, start + match[0].length] },
    reason: proposalReason.surprise,
    confidence: 0.6,
  };
  const who = match.groups?.who;
  return who === undefined ? claim : { ...claim, surprised: who };
}

/** "Did little to alter …": what was told to have no effect, with whoever tells it. */
function withoutEffect({ document }: Reading, { sentence, statements }: Place): ClaimProposal | undefined {
  const match = NO_EFFECT.exec(sentence.text);
  if (match === null) return undefined;
  const start = sentence.range[0] + match.index;
  const what = match.groups!.what!.trim();
  const cue: Range = [start, start + match[0].length - match.groups!.what!.length];
  const statement = statements.around([start, start + 1]);
  return {
    kind: "claim",
    ...baseOf(document, placeOf(sentence), "no-effect"),
    act: "assesses",
    polarity: isHidden(document, sentence.range[0], cue) ? "unknown" : "yes",
    ...spokenBy(statement === undefined ? undefined : mentionOf(statement)),
    cue: { text: document.text.slice(...cue).trim(), range: cue },
    unchanged: what,
    reason: proposalReason.noEffect(what),
    confidence: 0.6,
  };
}

/** "… was never in doubt": what the author says was to be expected, and of whom. */
function foreseen({ document, finder }: Reading, { sentence, statements }: Place): ClaimProposal | undefined {
  const match = FORESEEN.exec(sentence.text);
  if (match === null) return undefined;
  const [from] = sentence.range;
  const cue: Range = [from + match.index, from + match.index + match[0].length];
  const before = sentence.text.slice(0, match.index);
  // "Moscow’s answer …", "That Moscow would …": whose act it is about. Another name may only stand in it.
  const whose = finder
    .find(before, from)
    .find((one) => /^(?:[’']s? | would | will | should )/u.test(before.slice(one.range[1] - from)));
  const state = whose?.candidates?.[0] ?? whose?.name ?? undefined;
  const statement = statements.around(cue);
  // What was expected is told by the noun before: where it is lost, or stands under damage, so is which way.
  const damaged = document.ops.some((op) => !op.applied && op.range[0] < cue[1] && op.range[1] > from);
  const hidden = damaged || isHidden(document, from, cue);
  return {
    kind: "claim",
    ...baseOf(document, placeOf(sentence), "foreseen"),
    act: "expects",
    polarity: hidden ? "unknown" : "yes",
    ...spokenBy(statement === undefined ? undefined : mentionOf(statement)),
    cue: { text: match[0], range: cue },
    ...(state === undefined ? {} : { about: state }),
    reason: hidden
      ? proposalReason.hidden(proposalReason.foreseen(match[0]))
      : proposalReason.foreseen(match[0]),
    confidence: 0.5,
  };
}

/** What a verb of saying makes of a sentence, by the act that its language's list gives it. */
function byVerb(reading: Reading, quotations: readonly QuotationProposal[]): ClaimProposal[] {
  const result: ClaimProposal[] = [];
  for (const one of quotations) {
    const verb = one.cue === undefined ? undefined : reading.cues.verb(one.cue.text)?.verb;
    if (one.cue === undefined || verb === undefined || verb.act === "asserts") continue;
    const hidden = isHidden(reading.document, one.sentence[0], one.cue.range);
    const place = { range: one.sentence, sentence: one.sentence };
    const base = baseOf(
      reading.document,
      one.paragraph === undefined ? place : { ...place, paragraph: one.paragraph },
      `verb-${verb.act}`,
    );
    if (result.some((other) => other.id === base.id)) continue;
    const { speaker, speakerRange, speakerCandidates, unnamed } = one;
    result.push({
      kind: "claim",
      ...base,
      act: verb.act,
      polarity: hidden ? "unknown" : verb.against === true ? "no" : "yes",
      speaker,
      ...(speakerRange === undefined ? {} : { speakerRange }),
      ...(speakerCandidates === undefined ? {} : { speakerCandidates }),
      ...(unnamed === undefined ? {} : { unnamed }),
      cue: one.cue,
      reason: one.reason,
      confidence: one.confidence * 0.8,
    });
  }
  return result;
}

function byRule(reading: Reading, place: Place, rule: ClaimRule, match: RegExpExecArray): ClaimProposal {
  const { document } = reading;
  const [start] = place.sentence.range;
  const cue: Range = [start + match.index, start + match.index + match[0].length];
  const found = subject(reading, place, cue);
  const mention = resolved(document, found, place.sentence.range, reading.finder);
  const hidden = isHidden(document, start, cue);
  return {
    kind: "claim",
    ...baseOf(document, placeOf(place.sentence), rule.name),
    act: rule.act,
    polarity: hidden ? "unknown" : rule.polarity,
    ...spokenBy(mention),
    cue: { text: match[0], range: cue },
    reason: hidden ? proposalReason.hidden(rule.reason) : rule.reason,
    confidence: hidden ? rule.confidence / 2 : rule.confidence,
  };
}

/** Who states it: who speaks the words the cue stands in, else the subject of the verb, else of the sentence. */
function subject(reading: Reading, { sentence, said, statements }: Place, cue: Range): Mention | undefined {
  const [start] = sentence.range;
  const around = sentence.quoted.find((q) => q.inner[0] <= cue[0] && q.inner[1] >= cue[1]);
  if (around !== undefined) {
    const spoken = said.get(around.inner[0]);
    return spoken === undefined ? undefined : mentionOf(spoken);
  }
  const before = reading.document.text.slice(start, cue[0]);
  // A participle ("…, warning that") has the subject of the sentence.
  const participle = /^\p{Ll}+ing(?!\p{L})/u.test(reading.document.text.slice(...cue));
  const near = participle ? undefined : subjectOf(before, start, reading.finder);
  const reported = statements.byCue(cue) ?? statements.around(cue);
  return (
    near ??
    (reported === undefined ? undefined : mentionOf(reported)) ??
    mainSubject(before, start, reading.finder)
  );
}

function byUnnamed({ document }: Reading, place: Place, match: RegExpExecArray): ClaimProposal {
  const [start] = place.sentence.range;
  const verb = match[2]!.toLowerCase();
  const who = match[1]!.replace(/^(?:As|as|but|and|that|the|The) /, "");
  const cueStart = start + match.index + match[0].length - verb.length;
  return {
    kind: "claim",
    ...baseOf(document, placeOf(place.sentence), "unnamed-source"),
    act: /^(?:warn|caution)/.test(verb)
      ? "warns"
      : /^expect/.test(verb)
        ? "expects"
        : /^den/.test(verb)
          ? "denies"
          : "asserts",
    polarity: "yes",
    speaker: null,
    unnamed: who,
    cue: { text: match[2]!, range: [cueStart, cueStart + verb.length] },
    reason: proposalReason.unnamed(who),
    confidence: 0.8,
  };
}

/** A sentence whose verb is missing: that something was said is seen, what was said is not. */
function lostVerb({ document, finder }: Reading, { sentence }: Place): ClaimProposal | undefined {
  const [start, end] = sentence.range;
  const gap = gapsTouching(document, sentence.range).find(
    (g) => LOST_VERB_RULES.has(g.rule) && g.range[0] >= start && g.range[0] <= end,
  );
  if (gap === undefined) return undefined;
  const before = document.text.slice(start, gap.range[0]);
  const subject = mainSubject(before, start, finder);
  const mention = resolved(document, subject, sentence.range, finder);
  return {
    kind: "claim",
    ...baseOf(document, placeOf(sentence), "lost-verb"),
    act: "unknown",
    polarity: "unknown",
    ...spokenBy(mention),
    reason: proposalReason.lostVerb,
    confidence: 0.6,
  };
}
