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

  it("closes a gap with the words that were found and what they rest on; the claims say so, and it can be undone", async () => {
    const { page } = bench;
    await go("sources?list=gaps");
    const rows = page.getByRole("table", { name: "What to look up first" }).getByRole("row");
    await rows.nth(1).waitFor();
    const before = await rows.count();
    await rows
      .nth(1)
      .getByRole("button", { name: /^The words were found/ })
      .press("Enter");
    const form = page.getByRole("dialog");
    await form.getByRole("textbox", { name: "The words that stood here" }).fill("now doubts");
    await page.keyboard.press("Enter");
    await form.getByText("and what they rest on are needed").waitFor();
    await form.getByRole("button", { name: "Make it an assumption" }).press("Enter");
    await form.getByRole("textbox", { name: "Assumed by" }).fill("RK");
    await form.getByLabel("On", { exact: true }).fill("2026-06-22");
    expect(await violations(page)).toEqual([]);
    await form.getByRole("button", { name: "Close the gap" }).press("Enter");
    await page.getByText("1 gap was closed").waitFor();
    expect(await rows.count()).toBe(before - 1);
    await page.getByText("1 gap was closed").press("Enter");
    await page.getByText("now doubts").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await go("record/letters");
    await page.getByText("lost words found: now doubts").first().waitFor();
    await go("sources?list=gaps");
    await page.getByText("1 gap was closed").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("1 gap was closed").waitFor({ state: "detached" });
    expect(await rows.count()).toBe(before);
  });

  it("marks a gap by hand on selected words, says which claims touch it, and takes it out again", async () => {
    const { page } = bench;
    await go("record/letters");
    await page
      .getByTestId("document-text")
      .getByText(/No text has been published/)
      .waitFor();
    await page.evaluate(() => {
      const spans = [...document.querySelectorAll("[data-at]")];
      const node = spans.find((s) => s.textContent?.includes("No text has been published"))?.firstChild;
      const at = node?.textContent?.indexOf("No text has") ?? 0;
      const range = document.createRange();
      range.setStart(node as Node, at);
      range.setEnd(node as Node, at + 7);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await page.keyboard.press("m");
    const form = page.getByRole("dialog");
    await form.getByText("No text", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole("button", { name: "Mark the gap" }).press("Enter");
    await form.waitFor({ state: "detached" });
    const marked = page.getByRole("button", { name: /^Gap: words missing/ });
    await marked.press("Enter");
    await page.getByRole("button", { name: "Not a gap" }).press("Enter");
    await page.getByText("Marked as not a gap.").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Not a gap" }).waitFor();
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

  it("offers two events of two documents as one, and makes them one with both anchors; undo makes them two", async () => {
    const { page, origin } = bench;
    const add = (name: string, text: string): Promise<void> =>
      page.evaluate(
        async ([name, text]) => {
          const reply = await fetch(`/api/cases/anchorage/documents?name=${name}`, {
            method: "POST",
            headers: { "content-type": "application/octet-stream" },
            body: text as string,
          });
          if (!reply.ok) throw new Error(await reply.text());
        },
        [name, text] as const,
      );
    await add(
      "first.txt",
      "A first report\n\nThe Geneva meeting between Keir Starmer and Volodymyr Zelenskyy on 3 July 2026 ended without a statement, and both of them left the city at once.\n",
    );
    await add(
      "second.txt",
      "A second report\n\nNobody spoke for long. The Geneva talks on 3 July 2026 concluded late, said people near Starmer and Zelenskyy, and little was heard of what came next.\n",
    );
    await go("sources?list=findings");
    const finding = page.locator("li.finding").filter({ hasText: "may be one event" });
    await finding.first().waitFor();
    expect(await finding.first().textContent()).toContain("the same day (2026-07-03)");
    expect(await violations(page)).toEqual([]);
    const title = (await finding.first().getByRole("link").first().textContent())?.trim();
    const before = await finding.count();
    await finding.first().getByRole("button", { name: "They are one event" }).press("Enter");
    await expect.poll(() => finding.count()).toBe(before - 1);
    // The page shows what it sent at once; the case has it a moment later.
    const anchors = (): Promise<string[] | undefined> =>
      page.evaluate(async (title) => {
        const reply = await fetch("/api/cases/anchorage");
        const { objects } = (await reply.json()) as {
          objects: {
            kind: string;
            title?: string;
            basis?: { passages?: string[] };
            review?: { state: string };
          }[];
        };
        const kept = objects.find(
          (one) => one.kind === "event" && one.title === title && one.review?.state === "edited",
        );
        return kept?.basis?.passages?.map((id) => id.split("@")[0] ?? "").sort();
      }, title);
    await expect.poll(anchors).toEqual(["first", "second"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => finding.count()).toBe(before);
    expect(new URL(page.url()).origin).toBe(origin);
  });
});
