import type { BriefDocument, Result, UntaggedNumber } from "@parley/brief";
import type { CaseObject, Id, Kind, Level, LookFor, Ref } from "@parley/case";
import type { Examination } from "@parley/record";
import type { ExportFormat, ImportFormat, Skipped, Table } from "@parley/record/exchange";

/*
 * What the server says and hears. Types only: the workbench imports this file and nothing else of the server.
 * All paths are below /api; every request carries the token (cookie set by the printed address, or
 * `Authorization: Bearer`). Errors: status 4xx/5xx with an `ApiError`.
 *
 *   GET  /me                                 → Analyst                who makes the changes
 *   PUT  /me Analyst                         → Analyst                kept in the cases folder, for later runs too
 *   GET  /cases                              → CaseEntry[]            cases in the folder, and the examples
 *   POST /cases {title}                      → CaseEntry              a new, empty case
 *   POST /cases/open {example}               → CaseEntry              a working copy of an example
 *   POST /cases/:case/unlock {passphrase}    → CaseEntry              an encrypted case, for as long as the server runs
 *   POST /cases/import?name=   (raw bytes)   → CaseEntry              a .parley file, a case.yaml, a ZIP of a text form
 *   POST /cases/restore {trashed}            → CaseEntry              out of the folder Trash
 *   POST /cases/:case/title {title}          → CaseEntry
 *   POST /cases/:case/duplicate {title, passphrase?} → CaseEntry      with documents and history
 *   POST /cases/:case/passphrase {current?, next?}   → CaseEntry      set, change or (no `next`) remove
 *   POST /cases/:case/merge {from}           → MergeReply             what another copy in the folder has, into this one
 *   POST /cases/:case/trash                  → TrashReply             moved into the folder Trash, never erased
 *   GET  /cases/:case                        → CaseState              everything the screens draw
 *   GET  /cases/:case?since=                 → CaseDelta              what differs from the state at that `seq`
 *   GET  /cases/:case/objects/:kind/:id/versions → VersionsReply      the versions that stand beside each other
 *   GET  /cases/:case/results                → Result[]               all analyses
 *   POST /cases/:case/results/stop           → {stopped}              ends a computation; its waiters get `cancelled`
 *   GET  /cases/:case/examination            → Examination            the documents looked at beside each other
 *   GET  /cases/:case/brief?level=           → BriefReply
 *   GET  /cases/:case/brief/file?level=&format=html|md → the file
 *   GET  /cases/:case/exchange/file?format=&level=&table= → the file, in a format of another tool
 *   POST /cases/:case/exchange?name=&format=    (raw bytes) → ImportReply      a file of another tool
 *   GET  /cases/:case/sources/:id/raw        → RawReply               the raw characters
 *   POST /cases/:case/documents?name=&charset=  (raw bytes) → AddReply         one document
 *   POST /cases/:case/sources/:id/reread     RereadRequest            → RereadReply   another encoding: seen first, then done
 *   POST /cases/:case/intake?name=&charset=     (raw bytes) → IntakeState      a document or archive of an import
 *   GET  /cases/:case/intake → IntakeState
 *   POST /cases/:case/intake/stop → IntakeState                       what waits is dropped
 *   POST /cases/:case/intake/clear → IntakeState                      forget what became of finished ones
 *   POST /cases/:case/sources/:id/attachments → IntakeState           take in what came with a message
 *   POST /cases/:case/changes ChangeRequest  → ChangeReply
 *   POST /cases/:case/repairs RepairRequest  → ChangeReply            accept or reject repairs, restore furniture
 *   POST /cases/:case/sources/:id/look-again {}      → LookReply      the rules once more, with words added since
 *   GET  /model                              → ModelSettings          the user's own language model; off until set
 *   PUT  /model ModelRequest                 → ModelSettings
 *   POST /cases/:case/sources/:id/ask-model {} → ModelReply           its proposals, checked word for word, for review
 *   POST /cases/:case/try-words TryRequest   → TryReply               what the rules find in a text; nothing is kept
 *   POST /cases/:case/undo | /redo           → ChangeReply
 *   GET  /cases/:case/history?limit=&before= → HistoryEntry[]         newest first; without values
 *   GET  /cases/:case/history/:change?of=    → HistoryDetail          what one change put in place of what
 *   GET  /cases/:case/search?q=              → SearchHit[]
 *   GET  /cases/:case/events                 → server-sent events: `change` with {seq}; `progress` with {done, all},
 *                                              null when nothing is computed
 */

/** What went wrong, in words a user can act on. */
export type { ExportFormat, ImportFormat, Skipped, Table };

export interface ApiError {
  error: { code: string; message: string; where?: string; todo?: string };
}

export interface CaseEntry {
  /** Name in addresses: the file's name without its ending, or `example:anchorage` for one not yet opened. */
  name: string;
  title: string;
  type: "case" | "example";
  encrypted: boolean;
  /** Encrypted and not unlocked yet: only its name is known. */
  locked?: boolean;
  /** Set when it cannot be opened: why, in words. */
  error?: ApiError["error"];
  documents?: number;
  changedAt?: string;
  /** Where the file lies on this machine, and its bytes. */
  file?: string;
  size?: number;
  /** It lies outside the folder of cases: it was opened by its path. */
  elsewhere?: boolean;
}

/** What a merge brought; `fresh` counts the conflicts that were not there before. */
export interface MergeReply {
  added: number;
  documents: number;
  objects: number;
  /** Objects with new changes, by kind. */
  kinds: Record<string, number>;
  conflicts: number;
  fresh: number;
}

export interface TrashReply {
  name: string;
  /** Its name in the trash: what `restore` takes. */
  trashed: string;
  file: string;
}

export interface CaseState {
  name: string;
  title: string;
  /** Grows with every change. */
  seq: number;
  objects: CaseObject[];
  conflicts: { ref: Ref; heads: string[] }[];
  /** Findings of the check, worst first. */
  findings: { ref?: Ref; severity: "error" | "warning"; message: string }[];
  canUndo: boolean;
  canRedo: boolean;
  /** For each object the place of its newest version: what an edit says it began from. */
  versions: Record<Ref, number>;
}

/** What differs between two states of a case; the rest is as it was. */
export interface CaseDelta extends Omit<CaseState, "objects" | "versions"> {
  since: number;
  /** Objects as they now stand; null: withdrawn. */
  changed: Changed[];
}

export interface Changed {
  ref: Ref;
  value: CaseObject | null;
  version: number;
}

/** One of the versions of an object that stand beside each other. */
export interface Version {
  id: string;
  at: string;
  by: string;
  why: string;
  /** null: this version withdraws the object. */
  value: CaseObject | null;
}

export interface VersionsReply {
  ref: Ref;
  /** Two or more when they are in conflict; in the order in which they were made. */
  versions: Version[];
  /** The version whose value the screens show meanwhile. */
  shown: string;
  /** The last version all of them began from; none when the object was made twice. */
  common?: Version;
}

export interface BriefReply {
  document: BriefDocument;
  /** Not empty: the brief cannot be exported until each is tagged or taken out. */
  untagged: UntaggedNumber[];
}

export interface RawReply {
  raw: string;
  charset: string;
}

export interface AddReply {
  source: Id;
  title: string;
  /** Set when the very same bytes are in the case already. */
  already: boolean;
  repairs: Partial<Record<"A" | "B" | "C" | "D" | "E" | "L", number>>;
  gaps: number;
  furniture: number;
  proposals: number;
  /** How its characters were got and what was left out, where they are not the file's own. */
  said?: string[];
  /** Names of the files that came with a message; they are documents of their own. */
  attachments?: string[];
  seq: number;
}

/** What a file of another tool came to. */
export interface ImportReply {
  format: ImportFormat;
  /** New objects by kind; all wait for review. */
  taken: Partial<Record<Kind, number>>;
  /** Documents of which fields that were empty are filled. */
  filled: Id[];
  /** Passages whose place is not certain. */
  orphans: number;
  skipped: { what: string; why: Skipped }[];
  /** Documents that came with it. */
  documents: { name: string; source: Id; already: boolean }[];
  seq: number;
}

/** One file of an import and what became of it. */
export interface IntakeOutcome {
  name: string;
  state: "taken" | "already" | "failed" | "stopped";
  source?: Id;
  title?: string;
  /** Why it was not taken in. */
  message?: string;
  /** Files that came with a message, offered as documents of their own. */
  attachments?: string[];
}

/** Where an import stands. It goes on when the page is closed; what was taken in stays when it is stopped. */
export interface IntakeCounts {
  /** The file that is being read; null: nothing is. */
  now: string | null;
  waiting: number;
  taken: number;
  already: number;
  failed: number;
  stopped: number;
}

export interface IntakeState extends IntakeCounts {
  /** In order; of a long import the last ones, and all that failed, up to a limit. */
  outcomes: IntakeOutcome[];
}

export interface ChangeRequest {
  why: string;
  /**
   * `version`: the object's, from `CaseState.versions`, when the editor began (0: there was none). If somebody has
   * changed it since, both versions stand as a conflict. `expect`: the ids of all versions this one takes the place of,
   * which settles a conflict. With neither it takes the place of what is shown now.
   */
  edits: { kind: Kind; id: Id; value: CaseObject | null; version?: number; expect?: string[] }[];
}

export interface RepairRequest {
  source: Id;
  repairs?: Record<string, "accept" | "reject" | { to: string }>;
  /** Indices into the text version's furniture. */
  restore?: number[];
  fold?: number[];
}

/** Read a document with another encoding: to see what would come of it, or to do it. */
export interface RereadRequest {
  charset: string;
  apply: boolean;
}

/** What a document says in another encoding, and what becomes of the passages that stand in it. */
export interface RereadReply {
  charset: string;
  /** The encoding it is read in now. */
  was: string;
  /** Whether its text differs at all. */
  differs: boolean;
  /** The first place where the two texts differ, with what stands around it. */
  excerpt: { was: string; now: string };
  repairs: { made: number; waiting: number };
  gaps: number;
  passages: { exact: number; moved: number; fuzzy: number; orphan: number };
  /** Passages that would ask, the first fifty. */
  orphans: { passage: Id; exact: string }[];
  /** Decisions about repairs that belonged to the characters as they were. */
  decisionsLost: number;
  seq: number;
}

/** How many proposals came that the case did not have. */
export interface LookReply {
  proposals: number;
  seq: number;
}

/** A language model of the user's own, behind an OpenAI-compatible address. */
export interface ModelSettings {
  on: boolean;
  address: string;
  model: string;
}

/** The key is kept in memory only, for as long as the server runs; absent: as it was. */
export interface ModelRequest extends ModelSettings {
  key?: string;
}

export interface ModelReply {
  proposals: number;
  /** Not kept: words that do not stand in the text, answers of another shape, the same once more. */
  dropped: { notVerbatim: number; malformed: number; twice: number };
  model: string;
  host: string;
  seq: number;
}

export interface TryRequest {
  text: string;
  lookFor: LookFor[];
}

export interface TryReply {
  /** ISO 639-1; null: too short to tell, and then read as English. */
  language: string | null;
  /** The text as the rules saw it: ranges are in it. */
  text: string;
  proposals: {
    kind: string;
    rule: string;
    reason: string;
    confidence: number;
    range: [number, number];
    text: string;
  }[];
}

export interface ChangeReply {
  seq: number;
  /** Objects as they now stand; null: withdrawn. */
  changed: Changed[];
  conflicts: { ref: Ref; heads: string[] }[];
  canUndo: boolean;
  canRedo: boolean;
}

export interface HistoryEntry {
  /** Place in the file; `before=` takes the smallest of a page to get the next one. */
  seq: number;
  id: string;
  group: string;
  at: string;
  by: string;
  why: string;
  ref: Ref;
  name: string;
  withdrawn: boolean;
  /** Handling level of the object as this change left it; that of the version before where it was withdrawn. */
  level: Level;
}

export interface HistoryDetail {
  /** The object as this change left it; null: withdrawn. */
  after: CaseObject | null;
  /** What it took the place of: none for a new object, two or more when it settled a conflict. */
  before: (CaseObject | null)[];
}

/** Whose name the changes made in the workbench carry. */
export interface Analyst {
  by: string;
}

export interface SearchHit {
  ref: Ref;
  name: string;
  field: string;
  snippet: string;
  /** Ranges of the snippet that match. */
  marks: [number, number][];
}

export type { BriefDocument, CaseObject, Examination, Level, Result };
