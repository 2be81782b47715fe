import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { hostname, networkInterfaces } from "node:os";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import * as say from "../messages.ts";
import { HttpError } from "./http-error.ts";

/*
 * Who may talk to the server. It holds what a person would not show to the page of another tab, so every request to the
 * API passes three gates: it is addressed to a name we answer to (a page that points its own name at 127.0.0.1 fails), it
 * does not come from a page of another origin, and it carries the token that was printed in the terminal.
 */

/** Everything a page may load, and nothing else; only style attributes may be inline (React Aria places popovers so). */
export const CONTENT_SECURITY_POLICY: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every answer. */
export function headers(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const set = (name: string, value: string): void => c.res.headers.set(name, value);
    if (!c.res.headers.has("content-security-policy"))
      set("content-security-policy", CONTENT_SECURITY_POLICY);
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "no-referrer");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    if (!c.res.headers.has("cache-control")) set("cache-control", "no-store");
  };
}

/** 192 random bits, in characters that need no escaping. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** The names under which the server answers: of the loopback, or of what it was told to listen on. */
export function allowedHosts(host: string, port: number): Set<string> {
  const names = new Set([host]);
  const loopback = ["127.0.0.1", "localhost", "::1"];
  const everywhere = host === "0.0.0.0" || host === "::" || host === "";
  if (everywhere || loopback.includes(host)) for (const name of loopback) names.add(name);
  if (everywhere) {
    names.add(hostname().toLowerCase());
    for (const own of Object.values(networkInterfaces()))
      for (const { address } of own ?? []) names.add(address);
  }
  const hosts = new Set<string>();
  for (const name of names) {
    const plain = name.includes(":") ? `[${name}]` : name.toLowerCase();
    hosts.add(`${plain}:${port}`);
    if (port === 80) hosts.add(plain);
  }
  return hosts;
}

/** Refuse a request that was addressed to another name (DNS rebinding). */
export function checkHost(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header("host") ?? "").toLowerCase();
    if (!hosts.has(host)) {
      const own = [...hosts][0] as string;
      throw new HttpError(421, "wrong-host", say.wrongHost(host), { todo: say.wrongHostTodo(own) });
    }
    await next();
  };
}

/**
 * Refuse what a page of another origin sends. Browsers mark every request with `Sec-Fetch-Site`; another port of this
 * machine counts as the same site, so only the same origin will do. A request without either header is no browser's.
 */
export function checkOrigin(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const safe = c.req.method === "GET" || c.req.method === "HEAD";
    const siteFits = site === undefined || site === "same-origin" || (safe && site === "none");
    const originFits = origin === undefined || isOwn(origin, hosts);
    if (!siteFits || !originFits) {
      throw new HttpError(403, "other-origin", say.otherOrigin(origin ?? site ?? "unknown"));
    }
    await next();
  };
}

function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  return origin.startsWith("http://") && hosts.has(origin.slice("http://".length).toLowerCase());
}

/** Cookies know no ports: two servers of one machine need two names. */
export const cookieName = (port: number): string => `parley-${port}`;

/** Let pass only who brings the token: in the cookie, or as `Authorization: Bearer`. */
export function checkToken(token: string, port: number): MiddlewareHandler {
  return async (c, next) => {
    const bearer = /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1];
    const given = bearer ?? getCookie(c, cookieName(port));
    if (given === undefined || !same(given, token)) {
      throw new HttpError(401, "no-token", say.needToken(), { todo: say.needTokenTodo() });
    }
    await next();
  };
}

/** Exchange the token of the printed address for the cookie, and take it out of the address. */
export function admit(c: Context, token: string, port: number): Response | undefined {
  const given = c.req.query("token");
  if (given === undefined) return undefined;
  if (!same(given, token))
    throw new HttpError(401, "no-token", say.needToken(), { todo: say.needTokenTodo() });
  setCookie(c, cookieName(port), token, { httpOnly: true, sameSite: "Strict", path: "/" });
  const url = new URL(c.req.url);
  url.searchParams.delete("token");
  // A path such as //elsewhere would lead to another host.
  return c.redirect(url.pathname.replace(/^\/+/, "/") + url.search, 303);
}

/** Whether two secrets are the same, in a time that tells nothing. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
