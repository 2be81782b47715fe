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
await shoot(
  "disputes",
  `${example}/disputes?d=instrument:anchorage-understanding`,
  "0 of 3 parts are known.",
);
await shoot("timeline", `${example}/timeline`, "Texts between parties");
await shoot("sources", `${example}/sources`, "What the grades mean");
await shoot("look-up-first", `${example}/sources?list=gaps`, "for or against");
await shoot("repairs", `${example}/repairs/letters`, "J and K go on and back");
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
await shoot("exchange", `${example}/exchange`, "Save the file");
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
await shoot("moves-views", `${example}/moves?state=011`, "What each believes", async () => {
  await page.getByText("What each believes").first().scrollIntoViewIfNeeded();
});
await shoot("case-as-text", `${example}/text`, "Nothing is changed.");
await page.emulateMedia({ colorScheme: "dark" });
await shoot("packages-dark", `${example}/packages`, "It hangs most on");
await page.emulateMedia({ colorScheme: "light" });
await page.evaluate(() => localStorage.setItem("parley.preferences", JSON.stringify({ language: "ar-XB" })));
await shoot("positions-right-to-left", `${example}/positions`);
await page.evaluate(() => localStorage.removeItem("parley.preferences"));
await shoot("start", "/", "Examples");
await page.getByRole("textbox", { name: "Title of the case" }).fill("A new case");
await page.keyboard.press("Enter");
await shoot("record-empty", undefined, "This case has no documents yet.");
await shoot("positions-empty", "/c/a-new-case/positions", "No positions yet.");

// Two versions of one object, and a case that asks for its passphrase.
const send = (path, body) =>
  page.evaluate(
    async ([to, said]) => {
      const answer = await fetch(to, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(said),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    [path, body],
  );
const claim = (says) => ({
  kind: "claim",
  id: "gate",
  says,
  act: "asserts",
  polarity: "yes",
  basis: { assumption: { by: "RK", on: "2026-05-04" } },
  review: { state: "accepted" },
});
const changes = "/api/cases/a-new-case/changes";
await send(changes, { why: "First", edits: [{ kind: "claim", id: "gate", value: claim("A gate opens.") }] });
const { versions } = await page.evaluate(async () => (await fetch("/api/cases/a-new-case")).json());
for (const [why, says] of [
  ["Heard on Monday", "A gate opens in May."],
  ["Read in the Gazette", "No gate opens before June."],
]) {
  const version = versions["claim:gate"];
  await send(changes, { why, edits: [{ kind: "claim", id: "gate", version, value: claim(says) }] });
}
await shoot("conflict", "/c/a-new-case/positions", "changed in two places", async () => {
  await page.getByRole("button", { name: /changed in two places/ }).click();
  await page.getByRole("dialog").getByText("A gate opens in May.").waitFor();
});
// The other example, beside the one the server was started with.
await send("/api/cases/open", { example: "london-plan" });
await shoot("plans", "/c/london-plan/plans", "Who stands how to them");
await shoot("coalitions", "/c/london-plan/coalitions", "enough from here");
await send("/api/cases/a-new-case/passphrase", { next: "a long one" });
server.kill("SIGTERM");
await new Promise((done) => server.once("exit", done));
const again = spawn(process.execPath, ["packages/cli/bin/parley.js", ...args.slice(0, -1)], {
  stdio: ["ignore", "pipe", "inherit"],
});
const reopened = JSON.parse(
  await new Promise((done) => again.stdout.once("data", (chunk) => done(String(chunk)))),
);
await page.goto(reopened.url);
await page.goto(`${reopened.origin}/c/a-new-case/brief`);
await page.getByLabel("Passphrase").waitFor();
await page.screenshot({ path: "docs/screens/locked.png" });

await browser.close();
again.kill("SIGTERM");
rmSync(cases, { recursive: true, force: true });
