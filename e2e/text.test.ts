import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("the case as text", () => {
  let bench: Workbench;
  const go = (path: string): Promise<unknown> => bench.page.goto(`${bench.origin}/c/anchorage/${path}`);
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("button", { name: "Menu" }).click();
    await bench.page.getByRole("menuitem", { name: "Edit as text" }).click();
    await bench.page.getByRole("textbox", { name: "The case as text" }).waitFor();
  });
  afterAll(() => bench?.close());

  it("stands in order, and changes nothing by being opened", async () => {
    const { page } = bench;
    await page.getByText("Nothing is changed.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it("says where an error stands, and what would be changed, new and withdrawn", async () => {
    const { page } = bench;
    const editor = page.getByRole("textbox", { name: "The case as text" });
    await editor.press("Control+Home");
    await editor.press("ArrowDown");
    await page.keyboard.insertText("topics:\n  ports: {name: Ports}\nnonsense: 1\n");
    await page.getByText("The check finds errors").waitFor();
    await page.getByText(/Line 4, column 1:.*nonsense/).waitFor();
    for (let i = 0; i < "nonsense: 1\n".length; i++) await editor.press("Backspace");
    await page.getByText("1 new", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("asks before it is left unsaved, saves as one change, and one undo takes it back", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: "Positions" }).click();
    const asking = page.getByRole("dialog", { name: "Leave without saving?" });
    await asking.getByRole("button", { name: "Stay" }).click();
    await page.getByRole("textbox", { name: "Why this change" }).fill("Ports are a topic");
    await page.getByRole("button", { name: "Save all" }).click();
    await page.getByText("Nothing is changed.").waitFor();
    await go("object/topic/ports");
    await page.getByRole("heading", { name: "Ports" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.getByRole("heading", { name: "Ports" }).count()).toBe(0);
  });

  it("shows a part, and refuses a name that something out of sight bears", async () => {
    const { page } = bench;
    await go("text?part=issue");
    const editor = page.getByRole("textbox", { name: "The case as text" });
    await editor.waitFor();
    expect(await editor.innerText()).not.toContain("positions:");
    await editor.press("Control+End");
    await page.keyboard.insertText(
      "positions:\n  russia-land: {of: russia, issue: land, firmness: demand, standing: stated}\n",
    );
    await page.getByText(/"russia-land" is taken by a position/).waitFor();
    await page.getByRole("button", { name: "Back to what is saved" }).click();
    await page.getByText("Nothing is changed.").waitFor();
  });

  it("loses no key typed faster than the page draws", async () => {
    const { page } = bench;
    const editor = page.getByRole("textbox", { name: "The case as text" });
    await editor.press("Control+End");
    const typed = "# the quick brown fox jumps over the lazy dog ".repeat(6).trim();
    // Keys come between a rendering and its effects, which no waiting for the page would do.
    await page.evaluate(async (keys) => {
      const { port1, port2 } = new MessageChannel();
      for (const key of keys) {
        document.execCommand("insertText", false, key);
        await new Promise((next) => {
          port1.onmessage = next;
          port2.postMessage(0);
        });
      }
    }, typed);
    await expect.poll(async () => (await editor.innerText()).replaceAll("\n", "")).toContain(typed);
    await page.getByRole("button", { name: "Back to what is saved" }).click();
    await page.getByText("Nothing is changed.").waitFor();
    expect(await editor.innerText()).not.toContain("quick brown fox");
  });

  it("does not save over what is shown only in part", async () => {
    const { page } = bench;
    await go("brief?level=public&for=public");
    await page
      .getByRole("button", { name: /Add a sentence/ })
      .first()
      .click();
    await page.getByRole("textbox").first().fill("Nobody knows more.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(/was not changed: part of it is out of sight/).waitFor();
    expect(bench.errors).toEqual([]);
  });
});
