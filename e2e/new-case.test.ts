import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, ROOT, SKIP, violations, type Workbench } from "./workbench.ts";

const DOCUMENTS = ["summit-2025-08.html", "letters-2026-06.txt"].map((name) =>
  join(ROOT, "examples/anchorage/sources", name),
);

describe.skipIf(SKIP)("a new case, by keyboard", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.page.goto(bench.origin + new URL(bench.url).search);
  });
  afterAll(async () => bench?.close());

  /** Press Tab until an element of that name has the focus. */
  async function tabTo(name: string | RegExp): Promise<void> {
    const { page } = bench;
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("Tab");
      const label = await page.evaluate(() => {
        const at = document.activeElement as
          | (HTMLInputElement & { labels?: NodeListOf<HTMLLabelElement> })
          | null;
        return (
          [at?.getAttribute("aria-label"), at?.labels?.[0]?.textContent, at?.textContent].find((x) => x) ?? ""
        );
      });
      if (typeof name === "string" ? label.trim() === name : name.test(label)) return;
    }
    throw new Error(`Tab never came to ${name}.`);
  }

  it("starts with a title and comes straight to an empty record that says what to do", async () => {
    const { page } = bench;
    await page.getByText("New case").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await tabTo("Title of the case");
    await page.keyboard.type("Two dispatches");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/record/);
    await expect.poll(() => page.textContent("main")).toContain("This case has no documents yet.");
    expect(await violations(page)).toEqual([]);
  });

  it("takes both documents in and says what was wrong with each", async () => {
    const { page } = bench;
    await tabTo("Add documents…");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(DOCUMENTS);
    const list = page.getByTestId("source-list");
    await expect.poll(() => list.textContent(), { timeout: 20_000 }).toContain("Letters, a plan in London");
    await expect.poll(() => list.textContent()).toContain("Anchorage summit ends");
    await expect.poll(() => list.textContent()).toMatch(/repairs? wait/);
  });

  it("accepts a proposal with one key, and takes it back with another", async () => {
    const { page } = bench;
    const review = page.getByTestId("review");
    await expect.poll(() => review.textContent()).toMatch(/[1-9]\d* to review/);
    const before = Number(/(\d+) to review/.exec((await review.textContent()) ?? "")?.[1]);
    await page.locator("body").press("j");
    await page.keyboard.press("a");
    await expect
      .poll(async () => Number(/(\d+) to review/.exec((await review.textContent()) ?? "")?.[1]))
      .toBeLessThan(before);
    await page.keyboard.press("Control+z");
    await expect
      .poll(async () => Number(/(\d+) to review/.exec((await review.textContent()) ?? "")?.[1]))
      .toBe(before);
    // Names and events are proposed too; a brief quotes claims.
    for (let i = 0; i < 60; i++) {
      await page.locator("body").press("j");
      if ((await page.locator('.card-focused[data-ref^="claim:"]').count()) > 0) break;
    }
    await page.keyboard.press("a");
    await expect
      .poll(async () => Number(/(\d+) to review/.exec((await review.textContent()) ?? "")?.[1]))
      .toBeLessThan(before);
  });

  it("ends in a brief whose sentence leads back to the characters", async () => {
    const { page } = bench;
    await tabTo("Brief");
    await page.keyboard.press("Enter");
    const brief = page.getByTestId("brief");
    await brief.waitFor();
    await expect.poll(() => brief.textContent()).toContain("What we do not know");
    const noted = page.locator("li[id^='s1.'] a.sentence").first();
    await noted.press("Enter");
    await expect.poll(() => page.getByTestId("chain").locator(".here").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
