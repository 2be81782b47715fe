import { createHash } from "node:crypto";
import type { Driver } from "./driver.ts";
import { StoreError } from "./errors.ts";
import { blobDamaged, blobMissing } from "./messages.ts";

/** Documents are kept in parts of this size. */
const PART = 1024 * 1024;

/** Keeps bytes and returns their SHA-256 (hex). The same bytes are kept once. */
export function putBlob(db: Driver, bytes: Uint8Array | Iterable<Uint8Array>): string {
  const chunks = bytes instanceof Uint8Array ? [bytes] : bytes;
  return db.write(() => {
    const hash = createHash("sha256");
    const draft = `draft:${process.hrtime.bigint()}`;
    let size = 0;
    let n = 0;
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PART) {
        const part = chunk.subarray(at, at + PART);
        hash.update(part);
        size += part.length;
        db.run("INSERT INTO blob_parts (hash, n, bytes) VALUES (?,?,?)", draft, n++, Buffer.from(part));
      }
    }
    const name = hash.digest("hex");
    if (hasBlob(db, name) && verifyBlob(db, name)) db.run("DELETE FROM blob_parts WHERE hash = ?", draft);
    else {
      // New, or a damaged one replaced by the whole one.
      db.run("DELETE FROM blob_parts WHERE hash = ?", name);
      db.run("UPDATE blob_parts SET hash = ? WHERE hash = ?", name, draft);
      db.run("INSERT OR REPLACE INTO blobs (hash, size) VALUES (?,?)", name, size);
    }
    return name;
  });
}

export function hasBlob(db: Driver, hash: string): boolean {
  return db.get("SELECT 1 FROM blobs WHERE hash = ?", hash) !== undefined;
}

/** The parts of a document in order, as they stand. */
export function* blobParts(db: Driver, hash: string): Generator<Uint8Array> {
  const count = db.number("SELECT count(*) FROM blob_parts WHERE hash = ?", hash);
  for (let n = 0; n < count; n++) {
    const bytes = db.get("SELECT bytes FROM blob_parts WHERE hash = ? AND n = ?", hash, n)?.bytes;
    if (bytes !== undefined && bytes !== null) yield new Uint8Array(bytes as Uint8Array);
  }
}

function verifyBlob(db: Driver, hash: string): boolean {
  const sum = createHash("sha256");
  for (const part of blobParts(db, hash)) sum.update(part);
  return sum.digest("hex") === hash;
}

/** The bytes of a document, checked. @throws StoreError when it is missing or damaged. */
export function getBlob(db: Driver, hash: string): Uint8Array {
  return db.read(() => {
    if (!hasBlob(db, hash)) throw new StoreError("blob-missing", blobMissing(hash));
    const bytes = Buffer.concat([...blobParts(db, hash)]);
    const found = createHash("sha256").update(bytes).digest("hex");
    if (found !== hash) throw new StoreError("blob-damaged", blobDamaged(hash, found));
    return new Uint8Array(bytes);
  });
}

/** Hashes of the kept documents; with `damagedOnly` those whose bytes no longer match. */
export function blobList(db: Driver, damagedOnly = false): string[] {
  const all = db.all("SELECT hash FROM blobs ORDER BY hash").map((row) => String(row.hash));
  return damagedOnly ? all.filter((hash) => !verifyBlob(db, hash)) : all;
}
