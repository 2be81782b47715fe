import { createReadStream, existsSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { Readable } from "node:stream";
import type { Context } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** Vite puts a hash of the contents into these names: they never change. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/;

/**
 * A file of the built workbench; a path that is none gives the start page, so that deep links work. Undefined: the
 * workbench has not been built, or a file with an ending was asked for that is not there.
 */
export function workbenchFile(c: Context, dist: string): Response | undefined {
  const path = decoded(new URL(c.req.url).pathname);
  if (path === undefined) return undefined;
  const wanted = inside(dist, path);
  if (wanted !== undefined && isFile(wanted)) return send(c, wanted, HASHED.test(path));
  if (extname(path) !== "" && path.startsWith("/assets/")) return undefined;
  const start = join(dist, "index.html");
  return existsSync(start) ? send(c, start, false) : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The file a path names below the folder; undefined when it would lead out of it. */
function inside(folder: string, path: string): string | undefined {
  if (path.includes("\0") || path.includes("\\")) return undefined;
  const root = normalize(folder + sep);
  const full = normalize(join(root, path));
  return full.startsWith(root) ? full : undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function send(c: Context, path: string, forever: boolean): Response {
  c.header("content-type", TYPES[extname(path).toLowerCase()] ?? "application/octet-stream");
  c.header("content-length", String(statSync(path).size));
  c.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
  if (c.req.method === "HEAD") return c.body(null);
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream);
}
