import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openWorkbench, ROOT, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

interface Settled {
  acceptable: number;
  packages: number;
  solutions: Record<string, { values: Record<string, number> }>;
}

describe.skipIf(SKIP)("Packages", () => {
  let bench: Workbench;
  const radio = (issue: RegExp, option: string | RegExp) =>
    bench.page.getByRole("radiogroup", { name: issue }).getByRole("radio", { name: option, exact: true });
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("link", { name: "Packages" }).click();
    await bench.page.getByTestId("packages").waitFor();
  });
  afterAll(() => bench?.close());

  it("has the very numbers of the command line", async () => {
    const { page } = bench;
    const out = execFileSync(
      process.execPath,
      ["packages/cli/bin/parley.js", "settle", "examples/anchorage", "--json"],
      { cwd: ROOT, encoding: "utf8" },
    );
    const settled = JSON.parse(out) as Settled;
    await page.getByText(`${settled.acceptable} of ${settled.packages} packages cross no red line`).waitFor();
    const row = await page
      .getByRole("table", { name: "What bargaining theory picks" })
      .getByRole("row", { name: /Largest product of gains/ })
      .innerText();
    const two = (v: number): string => String(Number(v.toPrecision(2)));
    for (const [id, name] of [
      ["russia", "Russia"],
      ["ukraine", "Ukraine"],
    ] as const)
      expect(row).toContain(`${name} ${two(settled.solutions.nash?.values[id] ?? Number.NaN)}`);
  });

  it("answers at once when an option is chosen by keyboard, and says why in words", async () => {
    const { page } = bench;
    await page.getByText("All whose consent is needed could accept this package.").waitFor();
    await radio(/Donetsk and Luhansk/, "the line of contact holds, nothing is recognised").focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.getByText("Not all whose consent is needed could accept this package.").waitFor();
    await page
      .getByText(
        /Ukraine would not accept it: it crosses a red line \(Donetsk and Luhansk: Ukraine withdraws/,
      )
      .waitFor();
    await page.getByText("It holds in 0% of 400 plausible worlds.").waitFor();
    await page.getByRole("heading", { name: "The smallest change that would win a party" }).waitFor();
    await page.getByRole("button", { name: "Try it" }).first().click();
    await expect.poll(() => page.getByText(/Ukraine could accept it/).count()).toBe(1);
    await page.getByRole("button", { name: "Back to the start" }).click();
    await page.getByText(/It holds in [1-9]\d*% of 400 plausible worlds\./).waitFor();
  });

  it("leads from a verdict to the judgement behind it, and from the result to the brief", async () => {
    const { page } = bench;
    await page
      .getByRole("link", { name: /against .* for no deal/ })
      .nth(1)
      .click();
    const panel = page.getByTestId("thread-panel");
    await panel.getByText("What Russia makes of each option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "The result, and where the brief uses it" }).click();
    await panel.getByRole("link", { name: /Under the assumed values/ }).waitFor();
    await page.keyboard.press("Escape");
  });

  it("keeps a package with a name, as a change that can be undone", async () => {
    const { page } = bench;
    await page.getByText("no exchange", { exact: true }).click();
    await page.getByRole("button", { name: "Save as a package…" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("textbox", { name: "Name", exact: true }).fill("Without an exchange");
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /Start from/ }).click();
    await page.getByRole("option", { name: "Without an exchange" }).click();
    await expect.poll(() => radio(/Prisoners/, "no exchange").isChecked()).toBe(true);
    await page.reload();
    await expect.poll(() => radio(/Prisoners/, "no exchange").isChecked()).toBe(true);
  });

  it("lays packages side by side, the most robust first, and takes one from there", async () => {
    const { page } = bench;
    const table = page.getByRole("table", { name: "Side by side" });
    await table.getByText("most robust").waitFor();
    const shares = await table
      .getByRole("row")
      .evaluateAll((rows) =>
        rows.slice(1).map((row) => Number.parseFloat(row.querySelectorAll("td")[0]?.textContent ?? "")),
      );
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    await table.getByRole("columnheader", { name: "Russia short by" }).waitFor();
    await table.getByRole("button", { name: /Take it: Largest smallest gain/ }).press("Enter");
    await page.getByText("It holds in 100% of 400 plausible worlds.").waitFor();
  });

  it("finds trades that hurt nobody, and takes one", async () => {
    const { page } = bench;
    // Without an exchange of prisoners everybody can be made better off.
    await page.getByRole("button", { name: "Back to the start" }).click();
    const better = page.getByRole("region", { name: "Trades that hurt nobody" });
    const trade = better.getByRole("listitem").filter({ hasText: "Prisoners: all for all" }).first();
    await trade.getByText(/Russia \+.*Ukraine \+/).waitFor();
    await trade.getByRole("button", { name: "Try it" }).press("Enter");
    await expect.poll(() => radio(/Prisoners/, "all for all").isChecked()).toBe(true);
  });

  it("shows the same package through another party's eyes", async () => {
    const { page, origin } = bench;
    // Moscow thinks that Kyiv would cede: the same values, without the red lines and with no deal worth nothing to it.
    const board = parse(readFileSync(join(ROOT, "examples/anchorage/board.yaml"), "utf8")) as {
      valuations: Record<string, Record<string, unknown>>;
    };
    const { redLines: _, ...picture } = { ...board.valuations.ukraine, seenBy: "russia", noDeal: 0 };
    const thought = { of: "ukraine", issue: "land", wants: "line", firmness: "signal", seenBy: "russia" };
    await page.goto(`${origin}/c/anchorage/text?part=valuation`);
    const editor = page.getByRole("textbox", { name: "The case as text" });
    await editor.press("Control+End");
    await page.keyboard.insertText(
      `  ukraine-in-moscow: ${JSON.stringify(picture)}\npositions:\n  land-in-moscow: ${JSON.stringify({ ...thought, standing: "assumed", basis: picture.basis })}\n`,
    );
    await page.getByText("2 new", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Save all" }).press("Enter");
    await page.getByText("Nothing is changed.").waitFor();
    await page.goto(`${origin}/c/anchorage/packages?p=land-for-truce`);
    await page.getByText(/Ukraine would not accept it/).waitFor();
    await page.getByRole("button", { name: /As seen by/ }).press("Enter");
    await page.getByRole("option", { name: "Russia" }).press("Enter");
    await page.getByText(/Ukraine could accept it/).waitFor();
    await page.getByText(/as Russia sees them where the case says so/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByText(/Ukraine could accept it/).waitFor();
    await page.getByRole("button", { name: /As seen by/ }).press("Enter");
    await page.getByRole("option", { name: "the record" }).press("Enter");
    await page.getByText(/Ukraine would not accept it/).waitFor();
  });

  it("says what is missing where nothing can be computed", async () => {
    const { page, origin } = bench;
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Nothing yet");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Packages" }).click();
    await page
      .getByText("Nothing can be computed yet.")
      .waitFor()
      .catch(async (e) => {
        await page.screenshot({ path: "/tmp/fail.png" });
        throw e;
      });
    await page.getByText("No issue has options and a valuation").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("passes axe in both themes and does not scroll sideways", async () => {
    const { page, origin } = bench;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/c/anchorage/packages`);
      await page.getByText("How sure that is").waitFor();
      await page.getByText("What two parties get").waitFor();
      expect(await violations(page)).toEqual([]);
    }
    for (const [width, height] of [
      [1366, 768],
      [683, 384],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(150);
      expect(await sideways(page)).toBe(0);
    }
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
