import {
  type Case,
  type CaseObject,
  type Claim,
  claimStatus,
  type Id,
  isInForce,
  type Level,
  mayRead,
  type Ref,
  refOf,
  standingAttestations,
} from "@parley/case";
import { analyse } from "./analyse.ts";
import { cutToLevel, holdsName } from "./cut-to-level.ts";
import type {
  AssumptionRow,
  BriefDocument,
  DocSection,
  DocSentence,
  Footnote,
  Run,
  SentenceStanding,
  UntaggedNumber,
} from "./document.ts";
import { innerAssumptions, judgementWords } from "./judgement-words.ts";
import * as say from "./messages.ts";
import { fill } from "./placeholders.ts";
import { directSpeech, QUOTATION_WORDS, wordCount } from "./quotation.ts";
import type { Result } from "./result.ts";
import { standingOf, weakest } from "./standing.ts";
import { passagesBelow, problemsOfSentence } from "./vouch.ts";
import { actorName, actorNameFirst, citeSource, counted, distinct, listed, possessive } from "./words.ts";

export interface Composed {
  document: BriefDocument;
  /** Not empty: the brief may be read, but not exported. */
  untagged: UntaggedNumber[];
}

/**
 * The brief of a case for readers of a level. What is above the level is taken out of the case before anything is
 * written, and results are then computed anew from what is left, so that nothing of it can shine through.
 *
 * @param results of the whole case; used as they are when nothing has to be taken out
 */
export function composeBrief(
  full: Case,
  results: readonly Result[],
  options: { level?: Level; brief?: Id } = {},
): Composed {
  const level = options.level ?? "team";
  const cut = cutToLevel(full, level);
  const usable = cut.hidden.size === 0 ? results : analyse(cut.held);
  return new Composer(
    cut.held,
    usable.filter((result) => mayRead(result.level, level)),
    level,
    cut.hiddenNames,
  ).compose(options.brief);
}

class Composer {
  readonly #case: Case;
  readonly #results: readonly Result[];
  readonly #level: Level;
  readonly #notes: Footnote[] = [];
  readonly #noteOf = new Map<Id, number>();
  readonly #direct: Set<Id>;
  readonly #untagged: UntaggedNumber[] = [];

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
        sections.push({ id: "", title, type, sentences: shown });
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
    // In full, for who wants to check: the two pages come before.
    for (const result of this.#results) {
      if (result.type === "record" || result.sentences.length === 0) continue;
      const type = result.status === "not computed" ? "unknowns" : "results";
      if (type === "unknowns") continue;
      add(
        result.title,
        "results",
        result.sentences.map(({ text, on }) =>
          this.#sentence([{ text }], distinct([...on, result.ref]), "computed"),
        ),
      );
    }
    const record = this.#results.find((result) => result.type === "record");
    add(
      "The record",
      "record",
      (record?.sentences ?? []).map(({ text, on }) =>
        this.#sentence([{ text }], distinct([...on, "result:record"]), "computed"),
      ),
    );
    for (const [s, section] of sections.entries()) {
      section.id = `s${s + 1}`;
      for (const [n, sentence] of section.sentences.entries()) sentence.id = `s${s + 1}.${n + 1}`;
    }
    const info = held.info;
    const title = (text: string | undefined): string =>
      text === undefined || this.#isHidden(text) ? "A case" : text;
    const document: BriefDocument = {
      title: title(written?.title ?? info?.title),
      caseTitle: title(info?.title),
      level: this.#level,
      sections,
      notes: this.#notes.map((note) =>
        this.#isHidden(`${note.exact} ${note.cite}`)
          ? { ...note, exact: "[left out]", cite: "[left out]", quotation: false }
          : note,
      ),
      assumptions: this.#assumptions().filter(
        (row) => !this.#isHidden(`${row.name} ${row.by} ${row.why ?? ""}`),
      ),
      sources: this.#sources().filter((row) => !this.#isHidden(row.cite)),
    };
    if (info?.asOf !== undefined) document.asOf = info.asOf;
    return { document, untagged: this.#untagged };
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
    if (assumed !== undefined) sentence.runs.push({ text: ` (${assumed})` });
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

  #isHidden(text: string): boolean {
    return holdsName(text, this.#hiddenNames);
  }

  #claimsByIssue(): { title: string; claims: Claim[] }[] {
    const claims = this.#case.inForce("claim");
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
    const who = actorNameFirst(held, claim.by);
    const status = claimStatus(claim, held, held.info?.asOf);
    const standing = standingOf(held, ref);
    const verb = claim.act === "unknown" ? "speaks of this" : claim.act;
    const lead =
      claim.polarity === "unknown"
        ? `What ${actorName(held, claim.by)} says of this cannot be told, because words are missing`
        : standing === "reported"
          ? `${who} reportedly ${verb}`
          : `${who} ${verb}`;
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
      const gaps = (claim.gaps ?? []).map((id) => refOf("gap", id));
      if (claim.polarity === "unknown") {
        say.push({
          text: `Whether it is so said or denied: ${claim.says}${gaps.length > 0 ? " The word that decides it is missing." : ""}`,
          on: [ref, ...gaps],
        });
      } else if (gaps.length > 0) {
        say.push({ text: `Words are missing beside this claim: ${claim.says}`, on: [ref, ...gaps] });
      }
      if (claim.by === undefined && claim.act !== "assesses") {
        say.push({ text: `Who says it: ${claim.says}`, on: [ref] });
      }
    }
    for (const instrument of held.inForce("instrument")) {
      if (instrument.text === "none" || instrument.text === "unknown") {
        say.push({
          text: `What stands in ${instrument.name}: no text of it is known.`,
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
          text: `Of "${source.title ?? source.file ?? source.id}": ${listed(missing)}.`,
          on: [ref],
        });
      const gaps = held.inForce("gap").filter((gap) => gap.source === source.id);
      const replaced = gaps.filter((gap) => gap.type === "replaced-name");
      if (replaced.length > 0) {
        say.push({
          text: `What name stood in "${source.title ?? source.id}" in ${counted(replaced.length, "place")} where other writing was put over it.`,
          on: [ref, ...replaced.map((gap) => refOf("gap", gap.id))],
        });
      }
      const lost = gaps.filter((gap) => gap.type !== "replaced-name");
      if (lost.length > 0) {
        say.push({
          text: `What stood in "${source.title ?? source.id}" in ${counted(lost.length, "place")} where words are missing.`,
          on: [ref, ...lost.map((gap) => refOf("gap", gap.id))],
        });
      }
    }
    const open = this.#results
      .filter((result) => result.status === "not computed")
      .flatMap((result) =>
        result.sentences.map(({ text, on }) => ({
          text: `${result.title} ${text}`,
          on: [...on, result.ref],
        })),
      );
    return [...say, ...open].map(({ text, on }) => this.#sentence([{ text }], distinct(on), "unknown"));
  }

  #dissent(): DocSentence[] {
    const held = this.#case;
    const sentences: DocSentence[] = [];
    for (const claim of held.inForce("claim")) {
      if (claimStatus(claim, held, held.info?.asOf) !== "contested") continue;
      const words = standingAttestations(claim, held.info?.asOf).map(
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

  #assumptions(): AssumptionRow[] {
    return this.#case.objects().flatMap((object): AssumptionRow[] => {
      if (!isInForce(object)) return [];
      const ref = refOf(object.kind, object.id);
      const rows: AssumptionRow[] = [];
      const own = object.basis?.assumption;
      if (own !== undefined) {
        const row: AssumptionRow = {
          ref,
          name: objectName(this.#case, object),
          what: judgementWords(this.#case, object).join("; "),
          by: own.by,
          on: own.on,
        };
        if (own.why !== undefined) row.why = own.why;
        rows.push(row);
      }
      for (const [path, { by, on, why }] of innerAssumptions(this.#case, object)) {
        rows.push({
          ref,
          name: objectName(this.#case, object),
          what: path,
          by,
          on,
          ...(why === undefined ? {} : { why }),
        });
      }
      return rows;
    });
  }

  #sources(): BriefDocument["sources"] {
    return this.#case.inForce("source").map((source) => {
      const text = this.#case.inForce("text").find((one) => one.source === source.id);
      return {
        source: source.id,
        cite: citeSource(this.#case, source.id),
        repairs: text?.ops.filter((op) => op.applied).length ?? 0,
        gaps: this.#case.inForce("gap").filter((gap) => gap.source === source.id).length,
      };
    });
  }
}

/** What people call an object that has no name of its own. */
function objectName(held: Case, object: CaseObject): string {
  switch (object.kind) {
    case "valuation":
      return `What ${actorName(held, object.party)} makes of each option`;
    case "preference":
      return `${possessive(actorName(held, object.party))} order of states${object.seenBy === undefined ? "" : `, as ${actorName(held, object.seenBy)} sees it`}`;
    case "view":
      return `${possessive(actorName(held, object.actor))} picture of the case`;
    case "consent":
      return "Whose consent is needed";
    case "position":
      return `${actorName(held, object.of)} on ${held.nameOf(refOf("issue", object.issue))}`;
    default:
      return held.nameOf(refOf(object.kind, object.id));
  }
}
