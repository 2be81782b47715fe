import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("Positions", () => {
  let bench: Workbench;
  const cell = (row: number, column: number) => bench.page.locator(`[data-at="${row} ${column}"]`);
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("link", { name: "Positions" }).click();
    await bench.page.getByRole("grid").waitFor();
  });
  afterAll(() => bench?.close());

  it("shows who wants what, what they rule out, and what is not on record", async () => {
    const { page } = bench;
    const heads = await page.getByRole("columnheader").allInnerTexts();
    expect(heads.slice(1)).toEqual(["Europe", "Russia", "Ukraine", "United States"]);
    expect(await cell(0, 0).innerText()).toBe("not on record");
    expect(await cell(0, 1).innerText()).toMatch(/Ukraine withdraws and cedes them[\s\S]*reported/);
    expect(await cell(0, 2).innerText()).toMatch(/not: Ukraine withdraws and cedes them[\s\S]*red line/);
    expect(await page.getByRole("rowheader").first().innerText()).toContain("a red line stands against it");
    expect(await page.getByRole("rowheader").nth(3).innerText()).toContain("nobody’s position known");
  });

  it("goes through the cells with the arrows, and opens one down to the characters and up to the brief", async () => {
    const { page } = bench;
    await cell(0, 0).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const panel = page.getByTestId("cell-panel");
    await panel.getByRole("heading", { name: "Ukraine on Donetsk and Luhansk" }).waitFor();
    await panel.getByText("that the state keeps its territory").waitFor();
    await panel.locator(".excerpt .here").first().waitFor();
    await panel.getByText(/sentences? of the brief/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await panel.getByRole("heading", { name: "Ukraine on Donetsk and Luhansk" }).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await cell(0, 0).focus();
    await page.keyboard.press("Control+End");
    await expect.poll(() => cell(4, 3).evaluate((e) => e === document.activeElement)).toBe(true);
  });

  it("takes a picture that one party has of another’s position, and marks where it differs", async () => {
    const { page } = bench;
    await cell(0, 2).click();
    const panel = page.getByTestId("cell-panel");
    await panel.getByRole("button", { name: "How another sees it…" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("combobox", { name: "As seen by" }).fill("Russ");
    await page.getByRole("option", { name: "Russia" }).click();
    await form.getByRole("button", { name: /Wants/ }).click();
    await page.getByRole("option", { name: "Ukraine withdraws and cedes them" }).click();
    await form.getByRole("button", { name: /How firm/ }).click();
    await page.getByRole("option", { name: "flexible" }).click();
    await form.getByRole("button", { name: "Make it an assumption" }).click();
    await form.getByRole("textbox", { name: "Assumed by" }).fill("RK");
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    await panel.getByText("As others see it").waitFor();
    await page.getByRole("button", { name: /As seen by/ }).click();
    await page.getByRole("option", { name: "Russia" }).click();
    await page.getByText("as Russia is taken to see them").waitFor();
    await expect
      .poll(() => cell(0, 2).innerText())
      .toMatch(/its picture[\s\S]*Ukraine withdraws[\s\S]*assumed/);
    expect(await cell(0, 1).innerText()).not.toContain("its picture");
  });

  it("filters, and says when nothing fits", async () => {
    const { page } = bench;
    await page.getByRole("searchbox", { name: "Filter by issue or words" }).fill("prison");
    await expect.poll(() => page.getByRole("rowheader").count()).toBe(1);
    await page.getByRole("searchbox", { name: "Filter by issue or words" }).fill("zzz");
    await page.getByText("No issue fits “zzz”.").waitFor();
    await page.getByRole("searchbox", { name: "Filter by issue or words" }).fill("");
  });

  it("passes axe in both themes and does not scroll sideways", async () => {
    const { page, origin } = bench;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/c/anchorage/positions`);
      await page.getByRole("grid").waitFor();
      expect(await violations(page)).toEqual([]);
    }
    for (const [width, height] of [
      [1366, 768],
      [683, 384],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(100);
      expect(await sideways(page)).toBe(0);
    }
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
