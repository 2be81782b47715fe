import {
  type Case,
  type Claim,
  type ClaimAct,
  claimStatus,
  holdsName,
  type Id,
  isOpenGap,
  type Level,
  type Ref,
  refOf,
  standingAttestations,
} from "@parley/case";
import { assumptionsOf } from "./assumptions.ts";
import { atLevel, type CaseAtLevel } from "./at-level.ts";
import { leadOf } from "./claim-words.ts";
import type {
  BriefDocument,
  DocSection,
  DocSentence,
  Footnote,
  Run,
  SentenceStanding,
  UntaggedNumber,
} from "./document.ts";
import { layOut } from "./layout.ts";
import * as say from "./messages.ts";
import { fill } from "./placeholders.ts";
import { directSpeech, QUOTATION_WORDS, wordCount } from "./quotation.ts";
import type { Result } from "./result.ts";
import { standingOf, weakest } from "./standing.ts";
import { passagesBelow, problemsOfSentence } from "./vouch.ts";
import { actorName, actorNameFirst, citeSource, counted, distinct, listed } from "./words.ts";

export interface Composed {
  document: BriefDocument;
  /** Not empty: the brief may be read, but not exported. */
  untagged: UntaggedNumber[];
}

/**
 * The brief of a case for readers of a level. What is above the level is taken out of the case before anything is
 * written, and results are then computed anew from what is left, so that nothing of it can shine through.
 *
 * The rule for what a cut brief says of what was held back: nothing above a brief's level leaves with it, and that
 * something was held back is itself above the level. So a brief never says whether, how much or of what kind anything
 * was taken out. Every brief of a level, cut or not, says in the same words for whom it is written, and that it tells
 * what that level may read.
 *
 * @param results of the whole case; used as they are when nothing has to be taken out
 */
export function composeBrief(
  full: Case,
  results: readonly Result[],
  options: { level?: Level; brief?: Id } = {},
): Composed {
  return composeAt(atLevel(full, options.level ?? "team", results), options.brief);
}

/** The brief of a case that was cut to its level before: for whoever keeps what `atLevel` made. */
export function composeAt(cut: CaseAtLevel, brief?: Id): Composed {
  return new Composer(cut.held, cut.results, cut.level, cut.hiddenNames).compose(brief);
}

/** Stands where a name above the level stood. */
const LEFT_OUT = "[left out]";

/** What moves a negotiation before what only describes it. */
const WEIGHT: readonly ClaimAct[] = [
  "demands",
  "threatens",
  "commits",
  "offers",
  "denies",
  "warns",
  "expects",
  "asserts",
  "assesses",
  "unknown",
];

class Composer {
  readonly #case: Case;
  readonly #results: readonly Result[];
  readonly #level: Level;
  readonly #notes: Footnote[] = [];
  readonly #noteOf = new Map<Id, number>();
  readonly #direct: Set<Id>;
  readonly #untagged: UntaggedNumber[] = [];
  /** Sentences a reader of two pages can do without. */
  readonly #details = new Set<DocSentence>();

  readonly #hiddenNames: readonly string[];

  constructor(held: Case, results: readonly Result[], level: Level, hiddenNames: readonly string[]) {
    this.#hiddenNames = hiddenNames;
    this.#case = held;
    this.#results = results;
    this.#level = level;
    this.#direct = directSpeech(held);
  }

  compose(wanted: Id | undefined): Composed {
    const held = this.#case;
    const briefs = held.inForce("brief");
    const written = wanted === undefined ? briefs[0] : briefs.find((brief) => brief.id === wanted);
    const sections: DocSection[] = [];
    const add = (title: string, type: DocSection["type"], sentences: DocSentence[]): void => {
      // The name of somebody above the level may stand in words that are not: such a sentence is left out whole.
      const shown = sentences.filter(({ runs }) => !this.#isHidden(runs.map((run) => run.text).join("")));
      if (shown.length > 0 && !this.#isHidden(title))
        sections.push({ id: "", title, type, more: 0, sentences: shown });
    };
    if (written !== undefined) {
      for (const [s, section] of written.sections.entries()) {
        add(
          section.title,
          "written",
          section.sentences.map((sentence, n) => this.#written(written.id, s, n, sentence)),
        );
      }
    } else {
      for (const { title, claims } of this.#claimsByIssue()) {
        add(
          title,
          "written",
          claims.map((claim) => this.#claim(claim)),
        );
      }
    }
    add("What we do not know", "unknowns", this.#unknowns());
    add("Who disagrees", "dissent", this.#dissent());
    for (const result of this.#results) {
      if (result.type === "record" || result.sentences.length === 0) continue;
      const type = result.status === "not computed" ? "unknowns" : "results";
      if (type === "unknowns") continue;
      add(
        result.title,
        "results",
        result.sentences.map(({ text, on, detail }) => {
          const sentence = this.#sentence([{ text }], distinct([...on, result.ref]), "computed");
          if (detail === true) this.#details.add(sentence);
          return sentence;
        }),
      );
    }
    const record = this.#results.find((result) => result.type === "record");
    add(
      "The record",
      "record",
      // Counts lead to the whole record: a footnote for each of its passages would lead nowhere.
      (record?.sentences ?? []).map(({ text, on }) => ({
        ...this.#sentence([{ text }], [], "computed"),
        on: distinct([...on, "result:record"]),
      })),
    );
    const laidOut = layOut(sections, this.#details);
    for (const [s, section] of laidOut.entries()) {
      section.id = `s${s + 1}`;
      for (const [n, sentence] of section.sentences.entries()) sentence.id = `s${s + 1}.${n + 1}`;
    }
    const notes = this.#numbered(laidOut);
    const info = held.info;
    const title = (text: string | undefined): string =>
      text === undefined || this.#isHidden(text) ? "A case" : text;
    const document: BriefDocument = {
      title: title(written?.title ?? info?.title),
      caseTitle: title(info?.title),
      level: this.#level,
      sections: laidOut,
      notes: notes.map((note) =>
        this.#isHidden(`${note.exact} ${note.cite}`)
          ? { ...note, exact: LEFT_OUT, cite: LEFT_OUT, quotation: false }
          : note,
      ),
      assumptions: assumptionsOf(held).filter(
        (row) => !this.#isHidden(`${row.name} ${row.what.join(" ")} ${row.by} ${row.why ?? ""}`),
      ),
      sources: this.#sources().filter((row) => !this.#isHidden(row.cite)),
    };
    if (info?.asOf !== undefined) document.asOf = info.asOf;
    return { document, untagged: this.#untaggedShown() };
  }

  #written(brief: Id, section: number, n: number, { text, on }: { text: string; on: Ref[] }): DocSentence {
    const { runs, unknown } = fill(text, this.#results);
    const at = { brief, section, sentence: n };
    for (const path of unknown)
      this.#untagged.push({ ...at, number: path, text, problem: say.unknownPlaceholder(path) });
    for (const ref of on) {
      if (ref.startsWith("result:") && !this.#results.some((result) => result.ref === ref)) {
        this.#untagged.push({ ...at, number: ref, text, problem: say.missingSupport(ref) });
      }
    }
    const quoted = runs.flatMap((run) => ("result" in run ? [run.result] : []));
    const all = distinct([...on, ...quoted]);
    this.#untagged.push(...problemsOfSentence(this.#case, runs, all, at));
    const sentence = this.#sentence(runs, all, weakest(this.#case, on));
    sentence.written = { brief, section, sentence: n };
    const assumed = this.#assumptionWords(on);
    if (assumed !== undefined) {
      const last = sentence.runs.at(-1);
      const stop = last !== undefined && !("result" in last) && /(?<!\.)\.$/u.test(last.text) ? "." : "";
      if (stop !== "" && last !== undefined)
        sentence.runs[sentence.runs.length - 1] = { text: last.text.slice(0, -1) };
      sentence.runs.push({ text: ` (${assumed})${stop}` });
    }
    return sentence;
  }

  /** Numbers of an assumption are never told without saying whose they are. */
  #assumptionWords(on: readonly Ref[]): string | undefined {
    const said = on.flatMap((ref) => {
      const assumption = this.#case.at(ref)?.basis?.assumption;
      return assumption === undefined ? [] : [`assumed by ${assumption.by} on ${assumption.on}`];
    });
    return said.length === 0 ? undefined : listed([...new Set(said)]);
  }

  #sentence(runs: Run[], on: Ref[], standing: SentenceStanding): DocSentence {
    const notes = distinct(on)
      .filter((ref) => !ref.startsWith("result:"))
      .flatMap((ref) => passagesBelow(this.#case, [ref]).slice(0, 6))
      .map((passage) => this.#note(passage.id));
    return { id: "", runs, on, notes: [...new Set(notes)].sort((a, b) => a - b), standing };
  }

  #note(id: Id): number {
    const known = this.#noteOf.get(id);
    if (known !== undefined) return known;
    const passage = this.#case.get("passage", id);
    if (passage === undefined) throw new Error(`The passage ${id} went missing while the brief was written.`);
    const n = this.#notes.length + 1;
    this.#noteOf.set(id, n);
    this.#notes.push({
      n,
      passage: id,
      source: passage.source,
      cite: citeSource(this.#case, passage.source),
      exact: passage.exact,
      start: passage.start,
      end: passage.end,
      quotation: this.#direct.has(id) && wordCount(passage.exact) >= QUOTATION_WORDS,
    });
    return n;
  }

  /** Footnotes in the order in which the finished text calls them; those no sentence calls any more are left out. */
  #numbered(sections: readonly DocSection[]): Footnote[] {
    const order = new Map<number, number>();
    for (const sentence of sections.flatMap((section) => section.sentences)) {
      for (const n of sentence.notes) if (!order.has(n)) order.set(n, order.size + 1);
      sentence.notes = sentence.notes.map((n) => order.get(n) as number).sort((a, b) => a - b);
    }
    return this.#notes
      .flatMap((note) => {
        const n = order.get(note.n);
        return n === undefined ? [] : [{ ...note, n }];
      })
      .sort((a, b) => a.n - b.n);
  }

  /** A sentence that is left out for a name in it needs no vouching, and what is told of the others names nobody. */
  #untaggedShown(): UntaggedNumber[] {
    const shown = (text: string): string => (this.#isHidden(text) ? LEFT_OUT : text);
    return this.#untagged
      .filter((one) => !this.#isHidden(one.text))
      .map((one) => ({ ...one, number: shown(one.number), problem: shown(one.problem) }));
  }

  #isHidden(text: string): boolean {
    return holdsName(text, this.#hiddenNames);
  }

  /** Gaps that touch a claim, but for those whose words were found. */
  #openGaps(claim: Claim): Ref[] {
    return (claim.gaps ?? []).flatMap((id) => {
      const gap = this.#case.get("gap", id);
      return gap !== undefined && isOpenGap(gap) ? [refOf("gap", id)] : [];
    });
  }

  #claimsByIssue(): { title: string; claims: Claim[] }[] {
    const isContested = (claim: Claim): boolean =>
      claimStatus(claim, this.#case, { said: this.#case.info?.asOf }) === "contested";
    const claims = [...this.#case.inForce("claim")].sort(
      (a, b) =>
        Number(isContested(b)) - Number(isContested(a)) || WEIGHT.indexOf(a.act) - WEIGHT.indexOf(b.act),
    );
    const groups = this.#case
      .inForce("issue")
      .map((issue) => ({ title: issue.name, claims: claims.filter((claim) => claim.issue === issue.id) }));
    const known = new Set(this.#case.inForce("issue").map((issue) => issue.id));
    const others = claims.filter((claim) => claim.issue === undefined || !known.has(claim.issue));
    const last = {
      title: groups.some((g) => g.claims.length > 0) ? "Other claims" : "What the record says",
      claims: others,
    };
    return [...groups, last].filter((group) => group.claims.length > 0);
  }

  #claim(claim: Claim): DocSentence {
    const held = this.#case;
    const ref = refOf("claim", claim.id);
    const who = (claim.polarity === "unknown" ? actorName : actorNameFirst)(held, claim.by);
    const status = claimStatus(claim, held, { said: held.info?.asOf });
    const standing = standingOf(held, ref);
    const gaps = this.#openGaps(claim).length > 0;
    const lead = leadOf(who, claim.act, claim.polarity, standing === "reported", gaps);
    const tail = claim.basis?.assumption === undefined ? "" : ` (${this.#assumptionWords([ref])})`;
    const note = status === "contested" ? " This is contested." : "";
    const text = `${lead}: ${claim.says.replace(/[.\s]+$/u, "")}${tail}.${note}`;
    const runs: Run[] = [{ text }];
    this.#untagged.push(...problemsOfSentence(held, runs, [ref], { brief: ref, section: 0, sentence: 0 }));
    return this.#sentence(runs, [ref], standing);
  }

  #unknowns(): DocSentence[] {
    const held = this.#case;
    const say: { text: string; on: Ref[] }[] = [];
    for (const claim of held.inForce("claim")) {
      const ref = refOf("claim", claim.id);
      const gaps = this.#openGaps(claim);
      if (claim.polarity === "unknown") {
        say.push({
          text: `Whether this is said or denied${gaps.length > 0 ? ", as the word that decides it is missing" : ""}: ${claim.says}`,
          on: [ref, ...gaps],
        });
      } else if (gaps.length > 0) {
        say.push({
          text: `What else was said with this, as words beside it are missing: ${claim.says}`,
          on: [ref, ...gaps],
        });
      }
      if (claim.by === undefined && claim.act !== "assesses") {
        say.push({ text: `Who says this: ${claim.says}`, on: [ref] });
      }
    }
    for (const instrument of held.inForce("instrument")) {
      if (instrument.text === "none" || instrument.text === "unknown") {
        say.push({
          text: `What stands in ${instrument.name}, of which no text is known.`,
          on: [refOf("instrument", instrument.id)],
        });
      }
    }
    for (const source of held.inForce("source")) {
      const ref = refOf("source", source.id);
      const missing = [
        ...(source.published === undefined ? ["when it was published"] : []),
        ...(source.publisher === undefined ? ["who published it"] : []),
        ...(source.byline === undefined ? ["who wrote it"] : []),
      ];
      if (missing.length > 0)
        say.push({
          text: `About the document "${source.title ?? source.file ?? "without a title"}": ${listed(missing)}.`,
          on: [ref],
        });
      const gaps = held.inForce("gap").filter((gap) => gap.source === source.id && isOpenGap(gap));
      const replaced = gaps.filter((gap) => gap.type === "replaced-name");
      if (replaced.length > 0) {
        say.push({
          text: `Which ${replaced.length === 1 ? "name" : "names"} stood in ${counted(replaced.length, "place")} of "${source.title ?? "a document without a title"}" where other writing was put over ${replaced.length === 1 ? "it" : "them"}.`,
          on: [ref, ...replaced.map((gap) => refOf("gap", gap.id))],
        });
      }
      const lost = gaps.filter((gap) => gap.type !== "replaced-name");
      if (lost.length > 0) {
        say.push({
          text: `What stood in ${counted(lost.length, "place")} of "${source.title ?? "a document without a title"}" where words are missing.`,
          on: [ref, ...lost.map((gap) => refOf("gap", gap.id))],
        });
      }
    }
    const open = this.#results
      .filter((result) => result.status === "not computed")
      .flatMap((result) =>
        // What an analysis still needs is told to the author on its screen; a reader learns that there is no answer.
        result.type === "base-rate"
          ? result.sentences.map(({ text, on }) => ({
              text: `${result.title} ${text}`,
              on: [...on, result.ref],
            }))
          : [{ text: `${result.title} What this brief rests on gives no answer.`, on: [result.ref] }],
      );
    return [...say, ...open].map(({ text, on }) => this.#sentence([{ text }], distinct(on), "unknown"));
  }

  #dissent(): DocSentence[] {
    const held = this.#case;
    const sentences: DocSentence[] = [];
    for (const claim of held.inForce("claim")) {
      if (claimStatus(claim, held, { said: held.info?.asOf }) !== "contested") continue;
      const words = standingAttestations(held, claim, { said: held.info?.asOf }).map(
        (a) =>
          `${actorName(held, a.actor)} ${a.stance === "reports" ? "reports it without taking sides" : a.stance === "unknown" ? "cannot be known" : a.stance === "silent" ? "is silent" : `${a.stance} it`}`,
      );
      sentences.push(
        this.#sentence([{ text: `${claim.says} ${listed(words)}.` }], [refOf("claim", claim.id)], "reported"),
      );
    }
    for (const comment of held.inForce("comment")) {
      if (comment.dissent !== true || comment.resolved === true) continue;
      sentences.push(
        this.#sentence(
          [{ text: `${comment.by} disagrees (${comment.at.slice(0, 10)}): ${comment.text}` }],
          distinct([refOf("comment", comment.id), comment.on]),
          "stated",
        ),
      );
    }
    return sentences;
  }

  #sources(): BriefDocument["sources"] {
    return this.#case.inForce("source").map((source) => {
      const text = this.#case.inForce("text").find((one) => one.source === source.id);
      return {
        source: source.id,
        cite: citeSource(this.#case, source.id),
        repairs: text?.ops.filter((op) => op.applied).length ?? 0,
        gaps: this.#case.inForce("gap").filter((gap) => gap.source === source.id && isOpenGap(gap)).length,
      };
    });
  }
}
