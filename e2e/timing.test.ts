import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, ROOT, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("Timing", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("link", { name: "Timing" }).click();
    await bench.page.getByTestId("timing").waitFor();
  });
  afterAll(() => bench?.close());

  it("shows a question with its rule, and every class with its n", async () => {
    const { page } = bench;
    await page.getByRole("heading", { name: "When does a ceasefire" }).waitFor();
    expect(await page.getByText("Announcements of both governments").count()).toBeGreaterThan(0);
    await page.getByText("Interstate wars, 1823 to 2003: 8 of 95 lasted as long").waitFor();
    await page.getByText("Interstate wars since 1946: 3 of 38 lasted as long").waitFor();
  });

  it("has the very numbers of the command line in its table", async () => {
    const { page } = bench;
    const args = ["packages/cli/bin/parley.js", "base-rate", "--elapsed", "1579", "--json"];
    const rate = JSON.parse(
      execFileSync(process.execPath, [...args, "--class", "cow-interstate"], { cwd: ROOT, encoding: "utf8" }),
    ) as { within: { days: number; ended: number; share: number; interval: [number, number] }[] };
    const toTable = page.getByRole("radio", { name: "Table" });
    await toTable.focus();
    await page.keyboard.press("Enter");
    const two = (share: number): string => `${Number((share * 100).toPrecision(2))}%`;
    for (const { days, ended, share, interval } of rate.within) {
      const row = page.getByRole("row", { name: new RegExp(`1823 to 2003 ${days} days`) });
      const words = await row.innerText();
      expect(words).toContain(`${ended} of 8`);
      expect(words).toContain(two(share));
      expect(words).toContain(`${two(interval[0])} to ${two(interval[1])}`);
    }
    await page.getByRole("radio", { name: "Drawing" }).click();
  });

  it("leads from a class to its result and to the sentence of the brief that quotes it, and back", async () => {
    const { page } = bench;
    await page.getByRole("link", { name: "What it rests on" }).nth(1).click();
    const panel = page.getByTestId("thread-panel");
    await panel.getByText("By the class: Interstate wars, 1823 to 2003").first().waitFor();
    await panel.getByRole("link", { name: /Of the wars between states that lasted as long/ }).click();
    await page.getByTestId("chain").waitFor();
    await page.goBack();
    await panel.waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  it("says when it looks from another day than the brief", async () => {
    const { page } = bench;
    await page.getByLabel("Looked at on").fill("2026-11-23");
    await page.getByText("1823 to 2003: 7 of 95 lasted as long").waitFor();
    await page.getByText("its figures differ").waitFor();
    await page.getByLabel("Looked at on").fill("2021-01-01");
    await page.getByText("There is no base rate.").waitFor();
    await page.getByLabel("Looked at on").fill("2026-06-22");
  });

  it("takes a new question by keyboard, and not without a rule", async () => {
    const { page } = bench;
    await page.getByRole("button", { name: "New question…" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("When do talks begin?");
    await page.getByText("It is not said what counts as the event.").waitFor();
    expect(await page.getByRole("button", { name: "Put the question" }).isDisabled()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Delegations of both sit in one room for an hour.");
    await page.keyboard.press("Tab");
    await page.keyboard.type("The mediator’s word.");
    await page.keyboard.press("Enter");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Put the question" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "When do talks begin?" }).waitFor();
    await page.getByText("does not say since when").waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "When do talks begin?" }).waitFor();
  });

  it("passes axe in both themes and does not scroll sideways", async () => {
    const { page, origin } = bench;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/c/anchorage/timing`);
      await page.getByTestId("timing").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("radio", { name: "Table" }).click();
      expect(await violations(page)).toEqual([]);
    }
    for (const [width, height] of [
      [1366, 768],
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
