import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("sources", () => {
  let bench: Workbench;
  const go = (path: string): Promise<unknown> => bench.page.goto(`${bench.origin}/c/anchorage/${path}`);
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("navigation", { name: "Screens of the record" }).getByText("Sources").click();
    await bench.page.getByTestId("sources").waitFor();
  });
  afterAll(() => bench?.close());

  it("lists the documents with where they come from, their grade and what does not fit", async () => {
    const { page } = bench;
    const table = page.getByRole("table", { name: "Documents" });
    const row = table.getByRole("row", { name: /Letters, a plan in London/ });
    await row.getByText("What does not fit").waitFor();
    expect(await row.textContent()).toContain("C2");
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it("says what to look up first: the gap on which a conclusion hangs stands before the others", async () => {
    const { page } = bench;
    await page.getByRole("radio", { name: "What to look up first" }).click();
    const rows = page.getByRole("table", { name: "What to look up first" }).getByRole("row");
    expect(await rows.nth(1).textContent()).toContain("1 conclusion");
    expect(await rows.nth(1).textContent()).toContain("for or against");
    expect(await rows.last().textContent()).toContain("nothing yet");
    await rows
      .nth(1)
      .getByRole("link", { name: /^lost link/ })
      .click();
    await page.getByTestId("thread-panel").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  it("sets a finding aside with a reason, which is remembered", async () => {
    const { page } = bench;
    await go("sources?list=findings");
    await page.getByText("written over by foreign text").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Set aside…" }).press("Enter");
    await page.getByRole("textbox", { name: "Why it is right as it stands" }).fill("Looked up: our own copy");
    await page.keyboard.press("Enter");
    await page.getByText("1 finding was set aside").waitFor();
    await page.reload();
    await page.getByText("1 finding was set aside").click();
    await page.getByText(/Looked up: our own copy/).waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
