import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

/** Comes by Tab to what is wanted. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 120; n++) {
    const now = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (name.test(now)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}.`);
}

describe.skipIf(SKIP)("Plans", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench("examples/london-plan");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("link", { name: "Plans", exact: true }).click();
    await bench.page.getByTestId("plans").waitFor();
  });
  afterAll(() => bench?.close());

  it("S78: lays rival plans side by side, and what is not known is neither the same nor changed", async () => {
    const { page } = bench;
    const row = page
      .getByRole("table", { name: "Side by side" })
      .getByRole("row", { name: /Security of Ukraine/ });
    expect(await row.innerText()).toContain("mentioned; what it says is not known");
    expect(await row.innerText()).toContain("firm conditions for the security of Ukraine");
    await page.getByText("It mentions Land; what it says is not known.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it("S87: of two plans says issue by issue whether both can stand; the address keeps which", async () => {
    const { page } = bench;
    await page.getByRole("checkbox", { name: "The drafters' text" }).press("Space");
    const table = page.getByRole("table", { name: "Side by side" });
    await table.getByRole("columnheader", { name: "Can both stand" }).waitFor();
    expect(await table.getByRole("row", { name: /Ceasefire/ }).innerText()).toContain("not known");
    expect(new URL(page.url()).searchParams.get("with")).toBe("spring-2023,london");
    await page.reload();
    await table.getByRole("columnheader", { name: "Can both stand" }).waitFor();
  });

  it("goes by keyboard from who objects to the words it rests on", async () => {
    const { page } = bench;
    await page.getByRole("checkbox", { name: "The London plan" }).focus();
    const stances = page.getByRole("table", { name: "Who stands how to them" });
    await stances
      .getByRole("row", { name: /Russia.*objects/ })
      .getByRole("link", { name: "why" })
      .press("Enter");
    const panel = page.getByTestId("thread-panel");
    await panel
      .getByText(/turn the London plan down was never in doubt/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  it("enters a plan by form, with a number, and sees by how much it differs", async () => {
    const { page } = bench;
    for (const [name, size] of [
      ["First draft", "600000"],
      ["Second draft", "800000"],
    ] as const) {
      await page.getByRole("button", { name: "New plan…" }).first().click();
      const form = page.getByRole("dialog");
      await form.getByRole("textbox", { name: "Name of the plan" }).fill(name);
      await form
        .getByRole("button", { name: /Security of Ukraine$/ })
        .first()
        .click();
      await page.getByRole("option", { name: "mentioned, content not known" }).click();
      await form.getByText("Numbers, days and conditions on Security of Ukraine").press("Enter");
      await form
        .getByRole("button", { name: "Add: What it lays down on Security of Ukraine" })
        .press("Enter");
      await form.getByRole("textbox", { name: "What it is about" }).fill("Size of the forces");
      await form.getByRole("textbox", { name: "From" }).first().fill(size);
      await form.getByRole("textbox", { name: "Unit" }).fill("people");
      await form.getByRole("button", { name: "Make it an assumption" }).click();
      await form.getByRole("textbox", { name: "Assumed by" }).fill("RK");
      expect(await violations(page)).toEqual([]);
      await form.getByRole("button", { name: "Save", exact: true }).click();
      await form.waitFor({ state: "detached" });
    }
    await page.goto(`${bench.origin}/c/london-plan/plans?with=first-draft,second-draft`);
    const row = page.getByRole("table", { name: "Side by side" }).getByRole("row", { name: /Security/ });
    await row.getByText("(200,000 more)").waitFor();
    await row.getByText("they differ").or(row.getByText("changed")).first().waitFor();
  });

  it("says what to do where there are none, and reads in the dark and narrow", async () => {
    const { page, origin } = bench;
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`${origin}/c/london-plan/plans`);
    await page.getByRole("table", { name: "Side by side" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({ width: 683, height: 384 });
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Nothing yet");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    await page.getByRole("link", { name: "Plans", exact: true }).click();
    await page.getByText("No plans yet.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(bench.errors).toEqual([]);
    expect(bench.elsewhere).toEqual([]);
    await page.getByRole("link", { name: "Coalitions", exact: true }).press("Enter");
    await page.getByText("No coalition yet.").waitFor();
    expect(await violations(page)).toEqual([]);
    await tabTo(page, /^New coalition…$/);
  });
});
