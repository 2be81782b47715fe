import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("editing by hand", () => {
  let bench: Workbench;
  const go = (path: string): Promise<unknown> => bench.page.goto(`${bench.origin}/c/anchorage/${path}`);
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await go("object/position/russia-land");
  });
  afterAll(() => bench?.close());

  it("opens an object in a form whose fields are named, and says at once what is wrong", async () => {
    const { page } = bench;
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("heading", { name: "Edit: Position" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole("textbox", { name: "From" }).fill("0.8");
    await form.getByRole("textbox", { name: "to", exact: true }).fill("0.2");
    await form.getByText(/0\.8.*0\.2/).waitFor();
    await form.getByRole("textbox", { name: "to", exact: true }).fill("0.9");
    await expect.poll(() => form.locator(".field-error:not(:empty)").count()).toBe(0);
  });

  it("says the same in its text form, at line and column", async () => {
    const { page } = bench;
    const form = page.getByRole("dialog");
    await form.getByRole("radio", { name: "Text" }).click();
    const editor = form.getByRole("textbox", { name: "Text" });
    await editor.waitFor();
    await form.getByText("The check finds nothing wrong.").waitFor();
    expect(await violations(page)).toEqual([]);
    await editor.press("Control+End");
    await page.keyboard.type("    about: nobody\n");
    await form
      .getByText(/Line \d+, column \d+:/)
      .first()
      .waitFor();
    await form.getByRole("radio", { name: "Form" }).click();
    await page.getByText("The text must be without errors").waitFor();
    for (let i = 0; i < "    about: nobody\n".length; i++) await editor.press("Backspace");
  });

  it("saves with a reason, which the history keeps, and can be undone", async () => {
    const { page } = bench;
    const form = page.getByRole("dialog");
    await form.getByText("The check finds nothing wrong.").waitFor();
    await form.getByRole("radio", { name: "Form" }).click();
    await form.getByRole("textbox", { name: "Why this change" }).fill("The June letter sounds firmer");
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    await page.getByText("0.8 to 0.9").first().waitFor();
    await page.reload();
    await page.getByText("0.8 to 0.9").first().waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.getByText("0.8 to 0.9").count()).toBe(0);
  });

  it("asks for a basis: words picked from a document by keyboard make one", async () => {
    const { page } = bench;
    await go("object/position/europe-table");
    await page.getByRole("button", { name: "Edit", exact: true }).press("Enter");
    const form = page.getByRole("dialog").first();
    await form
      .getByRole("button", { name: /^Take out Europe/ })
      .first()
      .press("Enter");
    await form
      .getByText(/rests on nothing/)
      .first()
      .waitFor();
    await form.getByRole("button", { name: "Pick words from a document…" }).press("Enter");
    const pick = page.getByRole("dialog", { name: "Pick words from a document" });
    await pick.getByRole("searchbox", { name: "Find in it" }).fill("met the leaders of France");
    await page.keyboard.press("Enter");
    await pick.locator("q", { hasText: "met the leaders of France" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await pick.getByRole("button", { name: "Take these words" }).press("Enter");
    await form.locator("blockquote", { hasText: "met the leaders of France" }).waitFor();
    await form.getByRole("button", { name: "Save" }).press("Enter");
    await form.waitFor({ state: "detached" });
    await page.locator(".excerpt", { hasText: "met the leaders of France" }).first().waitFor();
  });

  it("edits values as ranges, and withdraws with a word about what hangs on it", async () => {
    const { page } = bench;
    await go("object/valuation/ukraine");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByText("Weights and values").waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole("button", { name: "Withdraw…" }).click();
    await form.getByText(/will lose (its|their) support/).waitFor();
    await form.getByRole("button", { name: "Cancel" }).click();
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
  });

  it("stays within the width of a small window", async () => {
    const { page } = bench;
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    for (const [width, height] of [
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
