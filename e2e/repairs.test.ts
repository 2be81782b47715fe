import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("Repairs", () => {
  let bench: Workbench;
  const folder = mkdtempSync(join(tmpdir(), "parley-repairs-"));
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.goto(`${bench.origin}/c/anchorage/record/letters`);
    await bench.page.getByRole("link", { name: "Repairs, side by side" }).press("Enter");
    await bench.page.getByTestId("repairs").waitFor();
  });
  afterAll(async () => {
    await bench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("S38: shows what came beside what it reads, each change with its kind and its reason", async () => {
    const { page } = bench;
    const row = page.locator(".repairs-row", { hasText: "UTF-8 read as GBK" }).first();
    await row.getByText("Damaged punctuation, restored exactly").waitFor();
    expect(await row.locator("del").innerText()).toMatch(/\p{Script=Han}/u);
    expect(await row.locator("ins").innerText()).toContain("’");
    await page.locator(".repairs-row", { hasText: "Left out: not part of the document" }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it("by keyboard goes from change to change, takes one back, and undo brings it again", async () => {
    const { page } = bench;
    await page.getByRole("button", { name: /^Show|Show$/ }).press("Enter");
    await page.getByRole("option", { name: /^Damaged punctuation, restored exactly/ }).press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("kind")).toBe("A");
    await page.locator("h1").click();
    await page.keyboard.press("j");
    const focused = page.locator(".repairs-focused");
    await focused.getByText("This repair was made by rule.").waitFor();
    await page.keyboard.press("r");
    await focused.getByText("You rejected this repair.").waitFor();
    await focused.locator("mark").first().waitFor();
    await page.keyboard.press("a");
    await focused.getByText("You accepted this repair.").waitFor();
    await page.keyboard.press("Control+z");
    await focused.getByText("You rejected this repair.").waitFor();
    await page.keyboard.press("Control+z");
    await focused.getByText("This repair was made by rule.").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("S41: takes what was left out back into the text with one press", async () => {
    const { page, origin } = bench;
    await page.goto(`${origin}/c/anchorage/repairs/letters?kind=left`);
    const row = page.locator(".repairs-row").first();
    await row.getByRole("button", { name: "Take back into the text" }).press("Enter");
    await row.getByText("You took it back into the text.").waitFor();
    await row.getByRole("button", { name: "Leave it out" }).press("Enter");
    await row.getByText("It is kept with the document and not part of its text.").waitFor();
  });

  it("shows what another encoding would make of it, and which passages would ask, before anything changes", async () => {
    const { page } = bench;
    await page.getByRole("button", { name: "Read it in another encoding…" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /Read it as/ }).press("Enter");
    await page.getByRole("option", { name: "Windows-1252 (Western European)" }).press("Enter");
    await dialog.getByText(/Passages: \d+ stay/).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Cancel" }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.locator(".repairs-row").first().waitFor();
  });

  it("stays fluent with fifteen thousand repairs, of which only those in sight are drawn", async () => {
    const { page, origin } = bench;
    writeFileSync(
      join(folder, "long.txt"),
      Array.from(
        { length: 15_000 },
        (_, n) => `The board鈥檚 word number ${n} was final, and nobody asked why.`,
      ).join("\n\n"),
    );
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Long");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Add documents…" }).first().click(),
    ]);
    await chooser.setFiles(join(folder, "long.txt"));
    await page.getByTestId("source-list").getByText("repairs made").waitFor({ timeout: 60_000 });
    await page.goto(`${origin}/c/long/repairs/long`);
    await page.locator(".repairs-row").first().waitFor({ timeout: 30_000 });
    expect(await page.locator(".repairs-row").count()).toBeLessThan(60);
    expect(await page.locator(".repairs-row").first().getAttribute("aria-setsize")).toBe("15000");
    await page.locator("h1").click();
    for (let n = 0; n < 30; n++) await page.keyboard.press("j");
    await expect.poll(() => page.locator(".repairs-focused").getAttribute("aria-posinset")).toBe("30");
  });

  it("says where nothing was repaired, and reads in the dark, narrow and from right to left", async () => {
    const { page, origin } = bench;
    writeFileSync(join(folder, "ar.txt"), "قالت الحكومة إن الجسر مغلق حتى مايو ولم تقل لماذا.\n");
    await page.goto(`${origin}/c/anchorage/record`);
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Add documents…" }).first().click(),
    ]);
    await chooser.setFiles(join(folder, "ar.txt"));
    await page
      .getByTestId("source-list")
      .getByText(/الجسر|^ar/)
      .first()
      .waitFor();
    await page.goto(`${origin}/c/anchorage/repairs/ar`);
    await page.getByText("Nothing was repaired and nothing was left out.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`${origin}/c/anchorage/repairs/letters`);
    await page.locator(".repairs-row").first().waitFor();
    expect(await violations(page)).toEqual([]);
    for (const [width, height] of [
      [390, 800],
      [683, 384],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await sideways(page)).toBe(0);
    }
    await page.goto(`${origin}/c/anchorage/repairs/none`);
    await page.getByText("There is no such document in this case").waitFor();
    expect(bench.errors).toEqual([]);
    expect(bench.elsewhere).toEqual([]);
  });
});
