import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { chromium } from "playwright-core";

const cases = mkdtempSync("/tmp/print-");
const server = spawn(process.execPath, [
  "packages/cli/bin/parley.js",
  "open",
  "--json",
  "--no-browser",
  "--port",
  "0",
  "--cases",
  cases,
  "examples/anchorage",
]);
const { url, origin } = JSON.parse(await new Promise((d) => server.stdout.once("data", (c) => d(String(c)))));
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await page.goto(url);
for (const p of (
  process.argv[2] ?? "record,positions,deadlocks,packages,moves,timing,brief,history,settings,help,text"
).split(",")) {
  await page.goto(`${origin}/c/anchorage/${p}`);
  await page.waitForTimeout(1800);
  await page.pdf({ path: `/tmp/print/${p.replaceAll("/", "_")}.pdf`, format: "A4" });
}
await browser.close();
server.kill();
