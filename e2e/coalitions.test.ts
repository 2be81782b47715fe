import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("Coalitions", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench("examples/london-plan");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("link", { name: "Coalitions", exact: true }).click();
    await bench.page.getByTestId("coalitions").waitFor();
  });
  afterAll(() => bench?.close());

  it("S82, S84: says whom to win first, in what share of the worlds, and from where it is enough", async () => {
    const { page } = bench;
    const order = page.getByRole("table", { name: "Order of joining" });
    await order.waitFor();
    const first = order.getByRole("row").nth(1);
    expect(await first.innerText()).toContain("Nordic and Baltic states");
    expect(
      await order
        .getByRole("row", { name: /United States/ })
        .first()
        .innerText(),
    ).toBeTruthy();
    await order
      .getByRole("row", { name: /United States an addendum/ })
      .getByText("enough from here")
      .waitFor();
    await page.getByText(/No order works in more of them \(proved\)/).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it("S85: without what it asks for, a member is won in fewer worlds; the case stays as it is", async () => {
    const { page } = bench;
    const status = page.getByTestId("coalitions").getByRole("status").first();
    const share = async (): Promise<number> =>
      Number(/in (\d+)%/.exec(await status.innerText())?.[1] ?? Number.NaN);
    const before = await share();
    await page.getByRole("checkbox", { name: /an addendum/ }).press("Space");
    await page.getByText("This is a trial; nothing in the case has changed.").waitFor();
    await expect.poll(async () => ((await share()) || 0) < before).toBe(true);
    await page.getByRole("button", { name: "As recorded" }).press("Enter");
    await expect.poll(share).toBe(before);
  });

  it("S86: names the way by which a party outside can be reached, and leads to the tie", async () => {
    const { page } = bench;
    const ways = page.getByRole("region", { name: "Ways to be heard outside" });
    await ways.getByText("United Arab Emirates").waitFor();
    await ways.getByRole("link", { name: "by trade with" }).press("Enter");
    await page
      .getByTestId("thread-panel")
      .getByText(/do business with Russia/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
  });

  it("S16: lays seats beside stakes, and leads to what is at stake", async () => {
    const { page } = bench;
    const table = page.getByRole("table", { name: "Who sits where, and what is at stake" });
    const row = table.getByRole("row", { name: /^Ukraine/ });
    expect(await row.innerText()).toContain("much");
    expect(await row.innerText()).toContain("kept out");
    await page.getByText("Nothing holds without: Russia, Ukraine.").waitFor();
    await row.getByRole("link", { name: "Ukraine" }).press("Enter");
    await page.getByTestId("thread-panel").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  it("S18: warns where something is disposed of whose owner sits nowhere", async () => {
    const { page, origin } = bench;
    await page.goto(`${origin}/c/london-plan/object/consent/who`);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: /^Take out London/ }).press("Enter");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.waitFor({ state: "detached" });
    await page.goto(`${origin}/c/london-plan/coalitions`);
    await page.getByText("Land disposes of Ukraine’s land. They sit at no table.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("They sit at no table.").waitFor({ state: "detached" });
  });

  it("reads in the dark, narrow, and right to left", async () => {
    const { page } = bench;
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    for (const [width, height] of [
      [390, 800],
      [683, 384],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await sideways(page)).toBe(0);
    }
    expect(bench.errors).toEqual([]);
    expect(bench.elsewhere).toEqual([]);
  });
});
