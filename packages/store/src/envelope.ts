import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";

/*
 * An encrypted case is one file. libsql's cipher (wxSQLite3 AES-256-CBC) has no salt, a weak derivation and no place
 * for either, so the file's key is random and wrapped: AES-256-GCM under scrypt(passphrase, salt). The wrapped key
 * stands in the clear at a fixed place, inside an overflow page of a row that is never rewritten (see schema.ts);
 * the cipher maps a page to a page of the same length one to one, so those bytes decrypt to meaningless content of
 * that row and are otherwise valid to SQLite. Two copies are kept, so that changing the passphrase survives a power cut.
 */
export const PAGE_SIZE = 4096;
/** The pages (from 1) that hold the two copies. */
const ENVELOPE_PAGES: readonly number[] = [3, 4];
/** Bytes from the page's start: past the first cipher block, which holds SQLite's link to the next page. */
const ENVELOPE_OFFSET = 512;
/** Room an envelope may take. */
export const ENVELOPE_SIZE = 256;
/** scrypt: 128 MiB of memory, about half a second. */
const SCRYPT: { readonly N: number; readonly r: number; readonly p: number } = {
  N: 2 ** 17,
  r: 8,
  p: 1,
};

/** Most bytes a file may make us take for its key: four times what Parley itself asks for. */
const MOST_MEMORY = 512 * 1024 * 1024;

const MAGIC = "Parley encrypted case 1\n";

/** Where the copies of the envelope start, in bytes. */
export function envelopePlaces(): number[] {
  return ENVELOPE_PAGES.map((page) => (page - 1) * PAGE_SIZE + ENVELOPE_OFFSET);
}

/**
 * A new key for a file: 32 characters of base64url, 192 random bits. The cipher takes no more than 32 bytes of
 * what it is given and ignores the rest.
 */
export function newKey(): string {
  return randomBytes(24).toString("base64url");
}

function derive(passphrase: string, salt: Uint8Array, N: number, r: number, p: number): Buffer {
  // One form for what people type: the same characters composed or decomposed.
  return scryptSync(passphrase.normalize("NFKC"), salt, 32, { N, r, p, maxmem: 256 * N * r + 1024 * 1024 });
}

/** Layout: magic, log2 N, r, p (one byte each), salt 32, nonce 12, tag 16, wrapped key 32. */
export function seal(key: string, passphrase: string): Uint8Array {
  const salt = randomBytes(32);
  const nonce = randomBytes(12);
  const head = Buffer.concat([
    Buffer.from(MAGIC),
    Buffer.from([Math.log2(SCRYPT.N), SCRYPT.r, SCRYPT.p]),
    salt,
    nonce,
  ]);
  const cipher = createCipheriv("aes-256-gcm", derive(passphrase, salt, SCRYPT.N, SCRYPT.r, SCRYPT.p), nonce);
  cipher.setAAD(head);
  const wrapped = Buffer.concat([cipher.update(key, "latin1"), cipher.final()]);
  const out = Buffer.alloc(ENVELOPE_SIZE);
  Buffer.concat([head, cipher.getAuthTag(), wrapped]).copy(out);
  return out;
}

/** Whether these bytes are an envelope. */
export function isEnvelope(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MAGIC.length)).toString("latin1") === MAGIC;
}

/** The file's key; undefined when the passphrase is not the one it was sealed with. */
export function unseal(envelope: Uint8Array, passphrase: string): string | undefined {
  const bytes = Buffer.from(envelope);
  const at = MAGIC.length;
  const [logN = 0, r = 0, p = 0] = bytes.subarray(at, at + 3);
  // What a damaged or hostile file asks for must not take the machine's memory.
  if (logN < 10 || logN > 20 || r < 1 || r > 16 || p < 1 || p > 4) return undefined;
  if (128 * 2 ** logN * r > MOST_MEMORY) return undefined;
  const head = bytes.subarray(0, at + 3 + 44);
  const salt = bytes.subarray(at + 3, at + 35);
  const nonce = bytes.subarray(at + 35, at + 47);
  const tag = bytes.subarray(at + 47, at + 63);
  const wrapped = bytes.subarray(at + 63, at + 95);
  try {
    const decipher = createDecipheriv("aes-256-gcm", derive(passphrase, salt, 2 ** logN, r, p), nonce);
    decipher.setAAD(head);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(wrapped), decipher.final()]).toString("latin1");
  } catch {
    return undefined;
  }
}
