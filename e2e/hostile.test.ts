import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, type Workbench } from "./workbench.ts";

const NASTY = `<img src=x onerror="window.hit=1"><script>window.hit=2</script> javascript:hit \u202e`;

describe.skipIf(SKIP)("words that want to be a program", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    const { page, origin, url } = bench;
    await page.goto(url);
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Hostile");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    await page.evaluate(async (nasty) => {
      const named = encodeURIComponent(`${nasty}.txt`);
      await fetch(`/api/cases/hostile/documents?name=${named}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: `One text. The board said that ${nasty} no gate opens.`,
      });
      const edits = [
        {
          kind: "actor",
          id: "a",
          value: { kind: "actor", id: "a", name: nasty, type: "state", party: true },
        },
        { kind: "issue", id: "i", value: { kind: "issue", id: "i", name: nasty, options: { o: nasty } } },
        {
          kind: "claim",
          id: "c",
          value: {
            kind: "claim",
            id: "c",
            says: nasty,
            by: "a",
            act: "asserts",
            polarity: "yes",
            note: nasty,
            basis: { assumption: { by: nasty, on: "2026-11-23", why: nasty } },
          },
        },
        {
          kind: "position",
          id: "p",
          value: {
            kind: "position",
            id: "p",
            of: "a",
            issue: "i",
            wants: "o",
            firmness: "demand",
            standing: "assumed",
            basis: { claims: ["c"] },
          },
        },
      ];
      const reply = await fetch("/api/cases/hostile/changes", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ why: nasty, edits }),
      });
      if (!reply.ok) throw new Error(await reply.text());
    }, NASTY);
  });
  afterAll(() => bench?.close());

  it("stay words on every screen: in a claim, a name, a reason, a document and its file's name", async () => {
    const { page, origin } = bench;
    for (const path of [
      "record",
      "positions",
      "positions?of=a&on=i",
      "packages",
      "moves",
      "timing",
      "brief",
      "history",
      "object/claim/c",
      "object/position/p",
    ]) {
      await page.goto(`${origin}/c/hostile/${path}`);
      await page.locator("main h1, main h2").first().waitFor({ state: "attached" });
      // What would run would run at once; this leaves it the time of a few frames.
      await page.waitForTimeout(300);
      expect([path, await page.evaluate(() => (window as { hit?: number }).hit)]).toEqual([path, undefined]);
      expect(await page.locator("main img, main script").count()).toBe(0);
    }
    await page.getByText("<script>window.hit=2</script>").first().waitFor();
    expect(bench.elsewhere).toEqual([]);
    // A refused inline script would be told here.
    expect(bench.errors).toEqual([]);
  });
});
