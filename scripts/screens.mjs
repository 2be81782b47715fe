// Takes the pictures of docs/screens: every screen in its main states, at 1366×768. Look at them after a change.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

const cases = mkdtempSync(join(tmpdir(), "parley-screens-"));
const args = ["open", "--json", "--no-browser", "--port", "0", "--cases", cases, "examples/anchorage"];
const server = spawn(process.execPath, ["packages/cli/bin/parley.js", ...args], {
  stdio: ["ignore", "pipe", "inherit"],
});
const { url, origin } = JSON.parse(
  await new Promise((done) => server.stdout.once("data", (chunk) => done(String(chunk)))),
);
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
page.setDefaultTimeout(15_000);

/** Go to a place of the example, wait until what it is about is there and nothing is being computed, and take a picture. */
async function shoot(name, path, seen, act) {
  if (path !== undefined) await page.goto(`${origin}${path}`);
  if (seen !== undefined) await page.getByText(seen).first().waitFor();
  await act?.(page);
  await page.waitForFunction(() => document.querySelector(".computing, progress") === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(350);
  await page.screenshot({ path: `docs/screens/${name}.png` });
}
const button = (name) => page.getByRole("button", { name, exact: true });

await page.goto(url);
await page.getByTestId("document-text").waitFor();
const example = "/c/anchorage";
await shoot("record", `${example}/record`, "Letters, a plan", async () => {
  await page
    .getByRole("link", { name: /Letters, a plan/ })
    .first()
    .click();
  await page.getByText("replaced name").first().waitFor();
});
await shoot("positions", `${example}/positions`, "a red line stands against it");
await shoot(
  "positions-cell",
  `${example}/positions?of=ukraine&on=land`,
  "that the state keeps its territory",
);
await shoot("deadlocks", `${example}/deadlocks`, "Where it could be cut");
await shoot("packages", `${example}/packages`, "It hangs most on");
await shoot(
  "packages-red-line",
  `${example}/packages?p=land-for-truce`,
  "What each party makes of it",
  async () => {
    await page.getByText("Ukraine withdraws and cedes them", { exact: true }).first().click();
    await page.getByText("The smallest change that would win a party").waitFor();
  },
);
await shoot("moves", `${example}/moves`, "Where it can rest");
await shoot("timing", `${example}/timing`, "8 of 95 lasted as long");
await shoot("brief", `${example}/brief`, "cannot be told", async () => {
  await page.locator("a.sentence", { hasText: "cannot be told" }).click();
  await page.getByTestId("chain").locator(".here").first().scrollIntoViewIfNeeded();
});
await shoot("history", `${example}/history`, "Working copy");
await shoot("settings", `${example}/settings`, "After Anchorage");
await shoot("help", `${example}/help/packages`, "How to read it");
await shoot("form", `${example}/object/position/russia-land`, "Russia on Donetsk", async () => {
  await button("Edit").click();
  await page.getByRole("dialog").getByText("Whose position").waitFor();
});
await shoot("text", undefined, undefined, async () => {
  await page.getByRole("dialog").getByRole("radio", { name: "Text" }).click();
  await page.getByText("The check finds nothing wrong.").waitFor();
});
await page.emulateMedia({ colorScheme: "dark" });
await shoot("packages-dark", `${example}/packages`, "It hangs most on");
await page.emulateMedia({ colorScheme: "light" });
await shoot("start", "/", "Examples");
await page.getByRole("textbox", { name: "Title of the case" }).fill("A new case");
await page.keyboard.press("Enter");
await shoot("record-empty", undefined, "This case has no documents yet.");
await shoot("positions-empty", "/c/a-new-case/positions", "No positions yet.");

await browser.close();
server.kill("SIGTERM");
rmSync(cases, { recursive: true, force: true });
