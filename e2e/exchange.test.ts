import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, ROOT, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

describe.skipIf(SKIP)("Exchange", () => {
  let bench: Workbench;
  const folder = mkdtempSync(join(tmpdir(), "parley-exchange-"));
  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByRole("button", { name: "Menu of the case" }).press("Enter");
    await bench.page.getByRole("menuitem", { name: "Exchange with other tools" }).press("Enter");
    await bench.page.getByTestId("exchange").waitFor();
  });
  afterAll(async () => {
    await bench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says what leaves at which level, and writes the file", async () => {
    const { page } = bench;
    await page.getByText(/2 documents, \d+ passages, 16 claims/).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    const link = page.getByRole("link", { name: "Save the file" });
    const [download] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
    expect(download.suggestedFilename()).toBe("anchorage.jsonld");
    await download.saveAs(join(folder, "a.jsonld"));
    const json = JSON.parse(readFileSync(join(folder, "a.jsonld"), "utf8")) as {
      total: number;
      "parley:level": string;
    };
    expect(json["parley:level"]).toBe("team");
    expect(json.total).toBeGreaterThan(15);
    await page.getByRole("button", { name: /Format/ }).press("Enter");
    await page.getByRole("option", { name: "Table (CSV)" }).press("Enter");
    await page.getByRole("button", { name: /Of what/ }).waitFor();
    const [table] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
    expect(table.suggestedFilename()).toBe("anchorage-claims.csv");
  });

  it("takes them into another case, where they wait for review, and says what was not taken", async () => {
    const { page, origin } = bench;
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Other side");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Add documents…" }).first().click(),
    ]);
    await chooser.setFiles(
      ["summit-2025-08.html"].map((name) => join(ROOT, "examples/anchorage/sources", name)),
    );
    await page
      .getByTestId("source-list")
      .getByText(/Anchorage summit ends/)
      .waitFor();
    await page.goto(`${origin}/c/other-side/exchange`);
    const take = async (file: string): Promise<void> => {
      const [files] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Choose a file…" }).press("Enter"),
      ]);
      await files.setFiles(file);
    };
    await take(join(folder, "a.jsonld"));
    await page.getByText(/passages?, \d+ claims? wait for review/).waitFor();
    await page.getByText(/entries were not taken/).press("Enter");
    await page.getByText("no document of the case is meant, or several could be").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Review it in Record" }).press("Enter");
    await page
      .getByTestId("review")
      .locator(".card-waiting", { hasText: "There is no deal." })
      .first()
      .waitFor();
    await page.goto(`${origin}/c/other-side/exchange`);
    writeFileSync(join(folder, "bad.json"), '{"type":"Annotation"');
    await take(join(folder, "bad.json"));
    await page
      .getByRole("alert")
      .getByText(/does not hold JSON/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await sideways(page)).toBe(0);
    expect(bench.elsewhere).toEqual([]);
  });

  it("says what to do in a case without documents", async () => {
    const { page, origin } = bench;
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Nothing");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    await page.goto(`${origin}/c/nothing/exchange`);
    await page.getByText("At this level there is no document, so nothing would be in the file.").waitFor();
    expect(bench.errors.filter((one) => !one.includes("422") && !one.includes("400"))).toEqual([]);
  });
});
