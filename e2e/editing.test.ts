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

  it("keeps what another window wrote in the same brief, and shows both where it was the same sentence", async () => {
    const { page } = bench;
    const address = "/api/cases/anchorage";
    /** What the other window does: put other words in the place of a sentence of the first section. */
    const elsewhere = (at: number, words: string): Promise<void> =>
      page.evaluate(
        async ([to, place, text]) => {
          const state = await (await fetch(to)).json();
          const brief = state.objects.find((o: { id: string; kind: string }) => o.kind === "brief");
          brief.sections[0].sentences[place].text = text;
          const body = JSON.stringify({
            why: "Another window",
            edits: [
              { kind: "brief", id: brief.id, value: brief, version: state.versions[`brief:${brief.id}`] },
            ],
          });
          await fetch(`${to}/changes`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body,
          });
        },
        [address, at, words] as const,
      );
    const brief = page.getByTestId("brief");
    const begin = async (): Promise<void> => {
      await go("brief");
      await brief.locator("a.sentence").first().waitFor();
      await brief.getByRole("button", { name: "Edit", exact: true }).first().click();
    };
    const save = async (words: string): Promise<void> => {
      await page.getByRole("textbox", { name: "Sentence" }).fill(words);
      await page.getByRole("button", { name: "Save the sentence" }).click();
    };
    await begin();
    await elsewhere(1, "Another window wrote this.");
    await brief.getByText("Another window wrote this.").waitFor();
    await save("The summit ended without a text.");
    await brief.getByText("The summit ended without a text.").waitFor();
    await brief.getByText("Another window wrote this.").waitFor();
    expect(await page.getByText(/changed in two places/).count()).toBe(0);
    await begin();
    await elsewhere(0, "No text came of the summit.");
    await page.waitForTimeout(500);
    await save("The summit ended with no text at all.");
    await page
      .getByRole("button", { name: "1 object was changed in two places: choose what stands" })
      .click();
    const both = page.getByRole("dialog");
    for (const words of ["No text came of the summit.", "The summit ended with no text at all."])
      await both.getByText(words).first().waitFor();
    await page.keyboard.press("Escape");
  });

  it("stays within the width of a small window", async () => {
    const { page } = bench;
    await go("object/valuation/ukraine");
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
