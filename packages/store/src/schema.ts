/** "Prly" in ASCII: SQLite's application id of a case file. */
export const APPLICATION_ID = 0x50726c79;
/** The version of the file's layout, kept as SQLite's user_version. */
export const FILE_VERSION = 1;

/** The row whose overflow pages 3 and 4 carry the wrapped key of an encrypted file. It must be the first thing written. */
export const ENVELOPE_TABLE = "CREATE TABLE envelope (id INTEGER PRIMARY KEY, filler BLOB NOT NULL) STRICT";

/** The log cannot be altered or shortened by a statement; who removes a guard is found at opening. */
export const GUARDS: Readonly<Record<string, string>> = {
  log_is_not_altered:
    "CREATE TRIGGER log_is_not_altered BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
  log_is_not_shortened:
    "CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
};

/*
 * log       the truth. seq is the order of arrival in this file and differs between copies.
 * tips      hashes of the changes that are nobody's parent.
 * heads     per object the changes that no other one replaces.
 * objects   per object the head that is shown, its handling level (0 public … 3 sealed; the strictest of its heads)
 *           and the object it takes its level from as well (a text from its source).
 * strings   words of the shown objects, folded for searching; words is the trigram index over them.
 */
export const TABLES: readonly string[] = [
  `CREATE TABLE log (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL,
   grp TEXT NOT NULL, undoes TEXT, kind TEXT NOT NULL, object TEXT NOT NULL, value TEXT, replaces TEXT NOT NULL,
   parents TEXT NOT NULL, hash TEXT NOT NULL UNIQUE) STRICT`,
  "CREATE INDEX log_by_object ON log (kind, object)",
  "CREATE INDEX log_by_group ON log (grp)",
  "CREATE INDEX log_by_undone ON log (undoes) WHERE undoes IS NOT NULL",
  "CREATE TABLE tips (hash TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
  `CREATE TABLE heads (kind TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, object, id))
   STRICT, WITHOUT ROWID`,
  `CREATE TABLE objects (kind TEXT NOT NULL, object TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES log (seq),
   withdrawn INTEGER NOT NULL, conflict INTEGER NOT NULL, level INTEGER NOT NULL, origin_kind TEXT, origin TEXT,
   PRIMARY KEY (kind, object)) STRICT, WITHOUT ROWID`,
  "CREATE INDEX objects_in_conflict ON objects (kind, object) WHERE conflict = 1",
  `CREATE TABLE strings (rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, object TEXT NOT NULL, field TEXT NOT NULL,
   folded TEXT NOT NULL) STRICT`,
  "CREATE INDEX strings_by_object ON strings (kind, object)",
  "CREATE VIRTUAL TABLE words USING fts5(folded, content='strings', content_rowid='rowid', tokenize='trigram case_sensitive 1')",
  "CREATE TABLE blobs (hash TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT, WITHOUT ROWID",
  "CREATE TABLE blob_parts (hash TEXT NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (hash, n)) STRICT",
  "CREATE TABLE results (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
  "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
  ...Object.values(GUARDS),
];

/** What SQLite keeps of each of these statements, by the name it gives. */
export const LAYOUT: ReadonlyMap<string, string> = new Map(
  TABLES.map((sql) => [/^CREATE (?:VIRTUAL )?(?:TABLE|INDEX|TRIGGER) (\w+)/.exec(sql)?.[1] ?? "", sql]),
);
