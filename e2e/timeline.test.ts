import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("the time line", () => {
  let bench: Workbench;
  const go = (path: string): Promise<unknown> => bench.page.goto(`${bench.origin}/c/anchorage/${path}`);
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("navigation", { name: "Screens of the record" }).getByText("Timeline").click();
    await bench.page.getByTestId("timeline").waitFor();
  });
  afterAll(() => bench?.close());

  it("draws what a table says too, and is walked by keyboard down to the characters", async () => {
    const { page } = bench;
    const summit = page.getByRole("link", { name: /Summit at Joint Base.*15 August 2025.*within a day/ });
    await summit.focus();
    await page.keyboard.press("Enter");
    await page
      .getByTestId("thread-panel")
      .getByText(/met at Joint Base/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByRole("radio", { name: "Table" }).click();
    const table = page.getByRole("table", { name: "In world time" });
    expect(await table.getByRole("row").count()).toBe(8);
    // S22, S23: announced without a date, with nobody saying that it did not take place.
    expect(await table.getByRole("row", { name: /A next summit, in Russia/ }).textContent()).toContain(
      "ahead",
    );
    expect(await violations(page)).toEqual([]);
  });

  it("S44: shows the letter with the answer to it, and S73, S21: what falls together and whether a channel is open", async () => {
    const { page } = bench;
    const exchange = page.locator("section", {
      has: page.getByRole("heading", { name: "Messages and replies" }),
    });
    const answer = exchange.locator("li li").getByRole("link", { name: /Putin answers/ });
    await answer.press("Enter");
    await page
      .getByTestId("thread-panel")
      .getByText(/Putin answered/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await page.evaluate(async () => {
      const value = (id: string, of: object): object => ({
        kind: "event",
        id,
        value: { kind: "event", id, ...of },
      });
      const basis = { assumption: { by: "RK", on: "2026-06-22" } };
      const when = { earliest: "2026-06-18", latest: "2026-06-18", precision: "day" };
      const channel = {
        kind: "tie",
        id: "line",
        type: "channel",
        from: "us",
        to: "russia",
        open: "open",
        during: { earliest: "2025-08-15", precision: "open" },
        basis,
      };
      const answer = await fetch("/api/cases/anchorage/changes", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          why: "For this test",
          edits: [
            value("strike", { title: "A strike", type: "assault", occurrence: "happened", when, basis }),
            value("forum", { title: "A forum opens", type: "consult", occurrence: "happened", when, basis }),
            { kind: "tie", id: "line", value: channel },
          ],
        }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    });
    await page.reload();
    const near = page.locator("section", { has: page.getByRole("heading", { name: "Together in time" }) });
    await near.getByText("on the same day as").waitFor();
    const channels = page.getByRole("table", { name: "Channels" });
    expect(await channels.getByRole("row").last().textContent()).toMatch(/Russia.*open/);
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it("narrows by level and days", async () => {
    const { page } = bench;
    await go("timeline?from=2026-01-01&track=leaders");
    await page.getByRole("radio", { name: "Table" }).click();
    const table = page.getByRole("table", { name: "In world time" });
    await table.getByText(/Zelensky meets/).waitFor();
    expect(await table.getByText(/Summit at Joint Base/).count()).toBe(0);
  });

  it("S90: a commitment made by form is overdue when its time is over, and never broken by silence", async () => {
    const { page } = bench;
    await go("timeline");
    await page.getByRole("button", { name: "New commitment…" }).press("Enter");
    const form = page.getByRole("dialog");
    await form.getByRole("combobox", { name: "Who undertakes" }).fill("Europe");
    await page.getByRole("option", { name: "Europe", exact: true }).click();
    await form.getByRole("textbox", { name: "What", exact: true }).fill("To send a team for the talks");
    await form.getByRole("button", { name: /How strongly/ }).press("Enter");
    await page.getByRole("option", { name: "promises" }).click();
    await form.getByRole("button", { name: /What became of it/ }).press("Enter");
    await page.getByRole("option", { name: "not yet due" }).click();
    await form.getByRole("textbox", { name: "Due" }).fill("2026-06-15");
    await form.getByRole("button", { name: "Make it an assumption" }).press("Enter");
    await form.getByRole("textbox", { name: "Assumed by" }).fill("RK");
    await form.getByLabel("On", { exact: true }).fill("2026-06-22");
    await form.getByRole("button", { name: "Save" }).press("Enter");
    await form.waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "Overdue, and not seen" }).waitFor();
    const ledger = page.getByRole("table", { name: "Commitments" });
    await ledger.getByText("overdue: not seen").waitFor();
    expect(await ledger.getByText("broken").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it("S1: says how far the process is, by whom and on what, and S3: shows texts by their rung", async () => {
    const { page } = bench;
    const phases = page.getByRole("table", { name: "How far the process is" });
    expect(await phases.getByRole("row", { name: /stalemate/ }).textContent()).toContain(
      "Its diplomacy has not",
    );
    await page.getByText("alleged understanding").first().waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await go("timeline");
    await page.getByTestId("timeline").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
