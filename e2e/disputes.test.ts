import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("the board of disputes", () => {
  let bench: Workbench;
  const go = (path: string): Promise<unknown> => bench.page.goto(`${bench.origin}/c/anchorage/${path}`);
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("navigation", { name: "Screens of the record" }).getByText("Disputes").click();
    await bench.page.getByTestId("disputes").waitFor();
  });
  afterAll(() => bench?.close());

  it("S53: shows an alleged understanding with who stands where, and that there is no text", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: "the understanding of Anchorage" }).first().click();
    const board = page.getByRole("table", { name: "Who stands where" });
    await board.waitFor();
    expect(await page.getByText("no text").count()).toBeGreaterThan(0);
    // S6: none of its parts is known.
    await page.getByText("0 of 3 parts are known.").waitFor();
    expect(
      await board
        .getByRole("row", { name: /United States/ })
        .locator("td")
        .nth(4)
        .textContent(),
    ).toContain("no day");
    // S7: two accounts of one meeting, side by side.
    await page.getByText("asserts: There is no deal.").waitFor();
    await page.getByText("asserts: An understanding was reached in Anchorage.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it("goes from a word on the board down to its characters, by keyboard", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: "its words: Russia" }).focus();
    await page.keyboard.press("Enter");
    await page
      .getByTestId("thread-panel")
      .getByText(/An understanding was reached/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
  });

  it("takes somebody's word by form, sees the contradiction, and moves through the days by arrow keys", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: "An understanding was reached in Anchorage." }).first().click();
    await page.getByRole("heading", { level: 2, name: /An understanding was reached/ }).waitFor();
    await page.getByRole("button", { name: "Edit", exact: true }).press("Enter");
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Add somebody’s word" }).press("Enter");
    const group = form.getByRole("group", { name: "Who stands where on it" });
    await group.getByRole("combobox", { name: "Who", exact: true }).fill("Ukraine");
    await page.getByRole("option", { name: "Ukraine", exact: true }).click();
    await group.getByRole("button", { name: /Stands how/ }).press("Enter");
    await page.getByRole("option", { name: "denies it" }).click();
    await group.getByRole("textbox", { name: "When it was said" }).fill("2026-06-10");
    await group.getByRole("button", { name: "Make it an assumption" }).press("Enter");
    await group.getByRole("textbox", { name: "Assumed by" }).fill("RK");
    await group.getByLabel("On", { exact: true }).fill("2026-06-22");
    expect(await violations(page)).toEqual([]);
    await form.getByRole("button", { name: "Save" }).press("Enter");
    await form.waitFor({ state: "detached" });
    await page.getByText("contested").first().waitFor();
    await page.getByText("Some stand to it and others deny or doubt it.").waitFor();
    const slider = page.getByRole("slider", { name: /Said until/ });
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => page.url()).toContain("until=2025-08-15");
    const board = page.getByRole("table", { name: "Who stands where" });
    await expect.poll(() => board.getByText("10 June 2026").count()).toBe(0);
    await page.keyboard.press("End");
    await board.getByText("10 June 2026").waitFor();
    expect(bench.errors).toEqual([]);
  });

  it("says what to do where nothing is disputed, and passes axe in the dark", async () => {
    const { page } = bench;
    await go("disputes?known=2020-01-01");
    await page.getByTestId("disputes").waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await go("disputes");
    await page.getByRole("table", { name: "Who stands where" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
