import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("Deadlocks", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("link", { name: "Deadlocks" }).click();
    await bench.page.getByTestId("deadlocks").waitFor();
  });
  afterAll(() => bench?.close());

  it("draws the circle, marks what was inferred, and says how it could be cut", async () => {
    const { page } = bench;
    await page.getByText("1 circle among 3 preconditions as of").waitFor();
    await page
      .getByRole("link", { name: "waits, as Ukraine has it: “land settled” for “Kyiv at the table”" })
      .waitFor();
    await page.getByText("∴ waits, inferred of Russia").waitFor();
    await page.getByText("Russia would have to waive “land settled”").waitFor();
    await page.getByRole("radio", { name: "Table" }).click();
    const row = page.getByRole("row", { name: /Kyiv at the table land settled Russia/ }).first();
    expect(await row.innerText()).toContain("inferred");
    await page.getByRole("radio", { name: "Drawing" }).click();
  });

  it("goes from an arrow to its evidence, and from the result to the sentence of the brief and back", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: /as Ukraine has it: “land settled”/ }).focus();
    await page.keyboard.press("Enter");
    const panel = page.getByTestId("thread-panel");
    await panel.locator(".excerpt .here").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "The result, and where the brief uses it" }).click();
    await panel.getByRole("link", { name: /Russia wants land settled before/ }).click();
    await page.getByTestId("chain").waitFor();
    await page.goBack();
    await panel.waitFor();
    await page.keyboard.press("Escape");
  });

  it("opens when one of its preconditions is met, and closes when that is undone", async () => {
    const { page, origin } = bench;
    await page.goto(`${origin}/c/anchorage/object/precondition/land-before-table`);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: /Where it stands/ }).click();
    await page.getByRole("option", { name: "waived" }).click();
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Deadlocks" }).click();
    await page.getByText("None of them wait for each other in a circle.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("1 circle among 3 preconditions").waitFor();
  });

  it("says what to do where there are none", async () => {
    const { page, origin } = bench;
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Nothing yet");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Deadlocks" }).click();
    await page.getByText("No preconditions yet.").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("passes axe in both themes and does not scroll sideways", async () => {
    const { page, origin } = bench;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/c/anchorage/deadlocks`);
      await page.getByTestId("deadlocks").waitFor();
      expect(await violations(page)).toEqual([]);
    }
    for (const [width, height] of [
      [1366, 768],
      [683, 384],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(150);
      expect(await sideways(page)).toBe(0);
    }
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
