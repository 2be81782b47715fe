import {
  type Case,
  type CaseObject,
  CLAIM_ACTS,
  type Claim,
  type ClaimAct,
  freeId,
  type Id,
  type Issue,
  type Passage,
  type Source,
  slug,
} from "@parley/case";
import { type Anchor, anchorAt, relocate } from "../relocate.ts";

/** Why something of a file was not taken. */
export type Skipped =
  | "no document of the case is meant"
  | "its words are not in the document"
  | "it is there already"
  | "it has no words"
  | "it is not understood";

/** What a file of another tool comes to. */
export interface Incoming {
  /** New objects, all of them proposed. */
  objects: CaseObject[];
  /** Documents of the case with fields that were empty and are filled. */
  filled: Source[];
  /** Passages whose place is not certain: they ask. */
  orphans: number;
  skipped: { what: string; why: Skipped }[];
}

/** A marked place as another tool says it, with what is said of it. */
export interface Marked {
  source: Id;
  exact: string;
  prefix?: string;
  suffix?: string;
  /** UTF-16 offsets, where the other tool knows them. */
  start?: number;
  end?: number;
  /** What is claimed there; absent: the passage stands for itself. */
  says?: string;
  act?: string;
  polarity?: string;
  issue?: string;
  by?: string;
  note?: string;
  /** Words for a list of what was not taken. */
  what: string;
}

/** Longest sentence that becomes a claim. */
const LONGEST = 2_000;

/** Turns marked places into proposed passages and claims. Nothing that stands in the case is touched. */
export class Taking {
  readonly #held: Case;
  readonly #from: string;
  readonly #at: string;
  readonly #passages: Map<string, Id>;
  readonly #claims: Set<string>;
  readonly #passageIds: Set<Id>;
  readonly #claimIds: Set<Id>;
  readonly result: Incoming = { objects: [], filled: [], orphans: 0, skipped: [] };

  /**
   * @param from the file's name, for the reason
   * @param at the instant of the import, ISO
   */
  constructor(held: Case, from: string, at: string) {
    this.#held = held;
    this.#from = from;
    this.#at = at;
    const passages = held.all("passage");
    this.#passages = new Map(passages.map((one) => [placeKey(one.source, one.start, one.end), one.id]));
    this.#passageIds = new Set(passages.map((one) => one.id));
    this.#claimIds = new Set(held.all("claim").map((one) => one.id));
    this.#claims = new Set(
      held
        .all("claim")
        .flatMap((one) => (one.basis?.passages ?? []).map((passage) => claimKey(passage, one.says))),
    );
  }

  skip(what: string, why: Skipped): void {
    this.result.skipped.push({ what: what.length > 200 ? `${what.slice(0, 199)}…` : what, why });
  }

  take(marked: Marked): void {
    const why = this.#taken(marked);
    if (why !== undefined) this.skip(marked.what, why);
  }

  /** Takes a marked place; else says why not. */
  #taken(marked: Marked): Skipped | undefined {
    if (marked.exact.trim() === "") return "it has no words";
    const found = this.#passage(marked);
    if (found === undefined) return "its words are not in the document";
    if (marked.says === undefined || marked.says.trim() === "")
      return found.isNew ? undefined : "it is there already";
    const says = marked.says.trim().slice(0, LONGEST);
    if (this.#claims.has(claimKey(found.id, says))) return "it is there already";
    this.#claims.add(claimKey(found.id, says));
    const id = freeId(slug(says.slice(0, 60)) || "claim", this.#claimIds);
    this.#claimIds.add(id);
    const issue = this.#issue(marked.issue);
    const by = this.#actor(marked.by);
    const act = CLAIM_ACTS.find((one) => one === marked.act) ?? ("unknown" as ClaimAct);
    const polarity = marked.polarity === "yes" || marked.polarity === "no" ? marked.polarity : "unknown";
    const notes = [
      ...(marked.note === undefined ? [] : [marked.note]),
      ...(marked.issue !== undefined && issue === undefined ? [`Issue: ${marked.issue}`] : []),
      ...(marked.by !== undefined && by === undefined ? [`Said by: ${marked.by}`] : []),
      // Without a word on it, nothing says that it is claimed to be so.
      ...(polarity === "unknown" ? [`${this.#from} does not say whether it is claimed to be so.`] : []),
    ];
    const claim: Claim = {
      kind: "claim",
      id,
      says,
      act,
      polarity,
      ...(issue === undefined ? {} : { issue }),
      ...(by === undefined ? {} : { by }),
      basis: { passages: [found.id] },
      ...(notes.length === 0 ? {} : { note: notes.join("\n") }),
      ...this.#proposed(),
    };
    this.result.objects.push(claim);
    return undefined;
  }

  #proposed(): Pick<Claim, "review" | "createdBy" | "knownAt"> {
    return {
      review: { state: "proposed" },
      createdBy: { type: "import", name: this.#from, reason: `Read from ${this.#from}` },
      knownAt: this.#at,
    };
  }

  /** The passage of a marked place: one there is, or a new one; undefined where its words are nowhere that is certain. */
  #passage(marked: Marked): { id: Id; isNew: boolean } | undefined {
    const text = this.#held.textOf(marked.source)?.text;
    if (text === undefined) return undefined;
    const { start, end, exact } = marked;
    const atPlace = start !== undefined && end !== undefined && text.slice(start, end) === exact;
    const anchor: Anchor = {
      exact,
      prefix: marked.prefix ?? "",
      suffix: marked.suffix ?? "",
      start: start ?? 0,
      end: end ?? exact.length,
    };
    const only = text.indexOf(exact);
    const found = atPlace
      ? { state: "exact" as const, start, end }
      : // Words without surroundings that stand in the text once are there and nowhere else.
        anchor.prefix === "" && anchor.suffix === "" && only >= 0 && text.indexOf(exact, only + 1) < 0
        ? { state: "exact" as const, start: only, end: only + exact.length }
        : relocate(anchor, text);
    if (found.state === "orphan") {
      // A place that is not certain asks, where it is known what stood there and around it.
      if (anchor.prefix === "" && anchor.suffix === "") return undefined;
      this.result.orphans++;
      return { id: this.#new(marked.source, { ...anchor, anchor: { state: "orphan" } }), isNew: true };
    }
    const known = this.#passages.get(placeKey(marked.source, found.start, found.end));
    if (known !== undefined) return { id: known, isNew: false };
    const exactly = anchorAt(text, found.start, found.end);
    const state = found.state === "fuzzy" ? { anchor: { state: "fuzzy" as const, score: found.score } } : {};
    return { id: this.#new(marked.source, { ...exactly, ...state }), isNew: true };
  }

  #new(source: Id, at: Anchor & Pick<Passage, "anchor">): Id {
    const id = freeId(`${source}.import-1`, this.#passageIds);
    this.#passageIds.add(id);
    if (at.anchor?.state !== "orphan") this.#passages.set(placeKey(source, at.start, at.end), id);
    this.result.objects.push({ kind: "passage", id, source, ...at, ...this.#proposed() });
    return id;
  }

  #issue(name: string | undefined): Id | undefined {
    return only(this.#held.inForce("issue"), (one: Issue) => one.id === name || same(one.name, name));
  }

  #actor(name: string | undefined): Id | undefined {
    return only(this.#held.inForce("actor"), (one) => one.id === name || same(one.name, name));
  }
}

/** The one that fits; none where several do. */
function only<T extends { id: Id }>(all: readonly T[], fits: (one: T) => boolean): Id | undefined {
  const found = all.filter(fits);
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Names are the same whatever their capitals and blanks. */
export function same(a: string | undefined, b: string | undefined): boolean {
  const key = (words: string): string => words.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
  return a !== undefined && b !== undefined && key(a) === key(b);
}

const placeKey = (source: Id, start: number, end: number): string => `${source}\n${start}\n${end}`;
const claimKey = (passage: Id, says: string): string => `${passage}\n${says}`;
