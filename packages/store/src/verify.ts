import { blobList, hasBlob } from "./blobs.ts";
import { canonical } from "./canonical.ts";
import type { Change } from "./change.ts";
import { hashOf } from "./change.ts";
import type { Driver, Row } from "./driver.ts";
import { standing } from "./fold.ts";
import { changeOf, eachRow, headsOf, levelOf } from "./log.ts";
import * as say from "./messages.ts";
import { GUARDS } from "./schema.ts";
import { foldText, wordsOf } from "./words.ts";

/** Something that is not as it was written. */
export interface Finding {
  code:
    | "tampered"
    | "predecessor"
    | "replaces"
    | "tips"
    | "fold"
    | "index"
    | "blob"
    | "blob-missing"
    | "guard"
    | "pages";
  message: string;
  /** The change, object or document concerned. */
  where: string;
}

/** Changes whose hash is checked at every opening: the newest ones. */
const RECENT = 200;

/** The row as a change if it matches its hash. */
export function intact(row: Row): Change | undefined {
  try {
    const change = changeOf(row);
    const sameText = change.value === null ? row.value === null : row.value === canonical(change.value);
    return sameText && hashOf(change) === change.hash ? change : undefined;
  } catch {
    return undefined;
  }
}

const tampered = (row: Row): Finding => ({
  code: "tampered",
  message: say.findTampered(Number(row.seq), String(row.id)),
  where: String(row.id),
});

/** The cheap check made at every opening: the guards, the tips and the newest changes. */
export function quickCheck(db: Driver): Finding[] {
  const found: Finding[] = [];
  for (const [name, sql] of Object.entries(GUARDS)) {
    const row = db.get("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", name);
    if (row?.sql !== sql) found.push({ code: "guard", message: say.findGuard(name), where: name });
  }
  const lost = db.number("SELECT count(*) FROM tips WHERE hash NOT IN (SELECT hash FROM log)");
  if (lost > 0) found.push({ code: "tips", message: say.findTips(), where: "tips" });
  for (const row of eachRow(db, db.number("SELECT max(seq) FROM log") - RECENT))
    if (intact(row) === undefined) found.push(tampered(row));
  return found;
}

/** The whole check: every hash, every predecessor, the fold, the index, every document. Time grows with the file. */
export function verify(db: Driver): Finding[] {
  return db.read(() => {
    const found: Finding[] = [];
    for (const row of db.all("PRAGMA integrity_check(20)")) {
      const text = String(Object.values(row)[0]);
      if (text !== "ok") found.push({ code: "pages", message: say.findPages(text), where: "pages" });
    }
    for (const finding of quickCheck(db)) if (finding.code === "guard") found.push(finding);
    found.push(...checkLog(db), ...checkObjects(db));
    for (const hash of blobList(db, true))
      found.push({ code: "blob", message: say.findBlob(hash), where: hash });
    return found;
  });
}

function checkLog(db: Driver): Finding[] {
  const found: Finding[] = [];
  const hashes = new Set<string>();
  const objectOf = new Map<string, string>();
  const parents = new Set<string>();
  const links: { id: string; key: string; parents: string[]; replaces: string[] }[] = [];
  for (const row of eachRow(db)) {
    const change = intact(row);
    if (change === undefined) {
      found.push(tampered(row));
      continue;
    }
    const key = `${change.kind}:${change.object}`;
    hashes.add(change.hash);
    objectOf.set(change.id, key);
    for (const parent of change.parents) parents.add(parent);
    links.push({ id: change.id, key, parents: change.parents, replaces: change.replaces });
  }
  for (const link of links) {
    for (const hash of link.parents)
      if (!hashes.has(hash))
        found.push({ code: "predecessor", message: say.findPredecessor(link.id, hash), where: link.id });
    for (const id of link.replaces)
      if (objectOf.get(id) !== link.key)
        found.push({ code: "replaces", message: say.findReplaces(link.id, id), where: link.id });
  }
  const tips = [...hashes].filter((hash) => !parents.has(hash)).sort();
  const kept = db.all("SELECT hash FROM tips ORDER BY hash").map((row) => String(row.hash));
  if (tips.join() !== kept.join()) found.push({ code: "tips", message: say.findTips(), where: "tips" });
  return found;
}

/** Compares, object by object, what is kept with what the log says. */
function checkObjects(db: Driver): Finding[] {
  const found: Finding[] = [];
  const names = db.all(
    `SELECT kind, object FROM log UNION SELECT kind, object FROM objects UNION SELECT kind, object FROM strings
     UNION SELECT kind, object FROM heads`,
  );
  for (const name of names) {
    const [kind, object] = [String(name.kind), String(name.object)];
    const where = `${kind}:${object}`;
    try {
      const rows = db.all("SELECT * FROM log WHERE kind = ? AND object = ?", kind, object);
      const state = standing(rows.map(changeOf));
      const kept = db.get("SELECT * FROM objects WHERE kind = ? AND object = ?", kind, object);
      const shown = db.number("SELECT seq FROM log WHERE id = ?", state.shown.id);
      const heads = headsOf(db, kind, object).map((head) => head.id);
      const same =
        kept?.seq === shown &&
        kept.withdrawn === (state.shown.value === null ? 1 : 0) &&
        kept.conflict === (state.conflict ? 1 : 0) &&
        kept.level === levelOf(state.heads) &&
        heads.join() === state.heads.map((head) => head.id).join();
      if (!same) found.push({ code: "fold", message: say.findFold(where), where });
      const value = state.shown.value;
      const words =
        value === null ? [] : wordsOf(value as never).map((w) => `${w.field}\n${foldText(w.text).folded}`);
      const indexed = db
        .all("SELECT field, folded FROM strings WHERE kind = ? AND object = ?", kind, object)
        .map((row) => `${String(row.field)}\n${String(row.folded)}`);
      if (words.sort().join("\0") !== indexed.sort().join("\0"))
        found.push({ code: "index", message: say.findIndex(where), where });
      if (value?.kind === "source" && !hasBlob(db, value.sha256))
        found.push({ code: "blob-missing", message: say.findBlobMissing(where, value.sha256), where });
    } catch {
      found.push({ code: "fold", message: say.findFold(where), where });
    }
  }
  return found;
}
