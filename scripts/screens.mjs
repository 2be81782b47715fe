// Takes the pictures of docs/screens: the example's record and brief at 1366×768.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

const cases = mkdtempSync(join(tmpdir(), "parley-screens-"));
const args = [
  "packages/cli/bin/parley.js",
  "open",
  "--json",
  "--no-browser",
  "--port",
  "0",
  "--cases",
  cases,
  "examples/anchorage",
];
const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
const { url, origin } = JSON.parse(
  await new Promise((done) => server.stdout.once("data", (chunk) => done(String(chunk)))),
);
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
const shoot = (name) => page.screenshot({ path: `docs/screens/${name}.png` });

await page.goto(url);
await page.getByTestId("document-text").waitFor();
await page
  .getByRole("link", { name: /Letters, a plan/ })
  .first()
  .click();
await page.waitForTimeout(800);
await shoot("record");
await page.getByRole("link", { name: "Brief", exact: true }).click();
await page.getByTestId("brief").waitFor();
await page.locator("a.sentence", { hasText: "cannot be told" }).click();
await page.getByTestId("chain").locator(".here").first().scrollIntoViewIfNeeded();
await page.waitForTimeout(500);
await shoot("brief");
await page.goto(`${origin}/`);
await page.getByText("New case").first().waitFor();
await page.waitForTimeout(300);
await shoot("start");

await browser.close();
server.kill("SIGTERM");
rmSync(cases, { recursive: true, force: true });
