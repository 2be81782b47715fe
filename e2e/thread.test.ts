import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("the thread on the example", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
  });
  afterAll(async () => bench?.close());

  it("opens on the record of the example, with what was wrong with each document", async () => {
    const { page } = bench;
    await page.getByTestId("document-text").waitFor();
    const list = page.getByTestId("source-list");
    await expect.poll(() => list.textContent()).toContain("14 repairs made");
    expect(await list.textContent()).toContain("gaps");
    // The token has left the address: it is in no history and no referrer.
    expect(page.url()).not.toContain("token");
  });

  it("goes from a sentence of the brief down to the exact characters", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: "Brief", exact: true }).press("Enter");
    const sentence = page.locator("a.sentence", { hasText: "cannot be told" });
    await sentence.press("Enter");
    const chain = page.getByTestId("chain");
    await chain.waitFor();
    // A repair inside the characters is marked, which splits the highlight: together they are the passage.
    await expect
      .poll(async () => (await chain.locator(".here").allTextContents()).join(""))
      .toContain(
        "that any understanding on Ukraine’s withdrawal from the fortresses in the Donetsk region was reached",
      );
    expect(await chain.textContent()).toContain("lost link text");
  });

  it("shows a result's inputs down to judgements said to be assumed", async () => {
    const { page } = bench;
    await page.locator("a.sentence", { hasText: "Under the assumed values" }).press("Enter");
    const chain = page.getByTestId("chain");
    await expect.poll(() => chain.textContent()).toContain("Parley example desk");
    await expect.poll(() => chain.textContent()).toMatch(/proved/i);
  });

  it("goes from a passage up to everything that hangs on it", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: "Record", exact: true }).press("Enter");
    const passage = page
      .locator("[data-passage^='summit@']", { hasText: "Ukrainians will not give" })
      .first();
    await passage.click();
    const inspector = page.getByTestId("inspector");
    await expect.poll(() => inspector.textContent()).toContain("Ukraine does not give land to the occupier");
    await expect.poll(() => inspector.textContent()).toContain("Ukraine rules out ceding land");
  });

  it("keeps to its own address, raises no error, and passes axe in both rooms", async () => {
    const { page } = bench;
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByRole("link", { name: "Brief", exact: true }).press("Enter");
    await page.getByTestId("brief").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
