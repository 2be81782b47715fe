import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../scripts/chromium.mjs";

/** The folder of the repository. */
export const ROOT: string = fileURLToPath(new URL("..", import.meta.url));

/** What `SKIP_BROWSER=1` leaves out. */
export const SKIP: boolean = process.env.SKIP_BROWSER === "1";

/** A running `parley open` and a browser that looks at it. */
export interface Workbench {
  url: string;
  origin: string;
  /** The folder of its cases. */
  folder: string;
  page: Page;
  /** Addresses asked for outside the server's own origin. Always empty, or Parley broke its word. */
  elsewhere: string[];
  /** Errors the page reported. */
  errors: string[];
  /** Ends the server and leaves the page open. */
  stopServer(): Promise<void>;
  close(): Promise<void>;
}

/** Start the built command on an empty cases folder (or one that is there), and a fresh browser at 1366×768. */
export async function openWorkbench(path?: string, there?: string, port = 0): Promise<Workbench> {
  const folder = there ?? mkdtempSync(join(tmpdir(), "parley-e2e-"));
  const args = [
    "packages/cli/bin/parley.js",
    "open",
    "--json",
    "--no-browser",
    "--port",
    String(port),
    "--cases",
    folder,
  ];
  const server = spawn(process.execPath, path === undefined ? args : [...args, path], { cwd: ROOT });
  const { url, origin } = await firstJson(server);
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("No Chromium: run `node scripts/chromium.mjs`, or set SKIP_BROWSER=1.");
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const elsewhere: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => {
    const asked = request.url();
    if (!asked.startsWith(origin) && !asked.startsWith("data:") && !asked.startsWith("blob:"))
      elsewhere.push(asked);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const stopServer = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
  };
  return {
    url,
    origin,
    folder,
    page,
    elsewhere,
    errors,
    stopServer,
    async close() {
      await browser.close();
      await stopServer();
      if (there === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstJson(server: ChildProcess): Promise<{ url: string; origin: string }> {
  return new Promise((resolve, reject) => {
    let out = "";
    let complaint = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    server.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const line = out.split("\n")[0];
      if (out.includes("\n") && line !== undefined)
        resolve(JSON.parse(line) as { url: string; origin: string });
    });
    server.once("exit", (code) => reject(new Error(`parley open ended with ${code}: ${complaint}`)));
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Violations of WCAG 2.2 A and AA on the page as it stands, one line each. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger, not a script element: the page's own policy allows no foreign script.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")}`);
  });
}

/** How many pixels the page can be scrolled sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
