import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { chromium } from "playwright-core";

const dir = mkdtempSync("/tmp/shot-");
const s = spawn(
  process.execPath,
  [
    "packages/cli/bin/parley.js",
    "open",
    "--json",
    "--no-browser",
    "--port",
    "0",
    "--cases",
    dir,
    "examples/anchorage",
  ],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const { url, origin } = JSON.parse(await new Promise((d) => s.stdout.once("data", (c) => d(String(c)))));
const b = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const p = await (await b.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
p.on("console", (m) => m.type() === "error" && console.log("console:", m.text()));
p.on("pageerror", (e) => console.log("error:", String(e)));
await p.goto(url);
await p.waitForTimeout(1000);
await p.goto(origin + "/c/anchorage/object/position/russia-land");
await p.waitForTimeout(800);
await p.getByRole("button", { name: "Edit", exact: true }).click();
await p.waitForTimeout(1500);
await p.screenshot({ path: "/tmp/shots/form.png" });
await p.locator(".overlay").evaluate((e) => e.scrollTo(0, 700));
await p.waitForTimeout(300);
await p.screenshot({ path: "/tmp/shots/form2.png" });
console.log(await p.getByRole("dialog").getByRole("heading").allInnerTexts());
await b.close();
s.kill();
