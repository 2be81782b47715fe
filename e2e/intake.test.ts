import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

const SAID = "The upland board said on Monday that no gate would be opened before the level is agreed.";

describe.skipIf(SKIP)("an import of many documents", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    const { page, origin, url } = bench;
    await page.goto(url);
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Import");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
  });
  afterAll(() => bench?.close());

  const choose = async (files: { name: string; text: string }[]): Promise<void> => {
    const [chooser] = await Promise.all([
      bench.page.waitForEvent("filechooser"),
      bench.page.getByRole("button", { name: "Add documents…" }).press("Enter"),
    ]);
    await chooser.setFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: "application/octet-stream",
        buffer: Buffer.from(text),
      })),
    );
  };
  const line = () => bench.page.getByRole("region", { name: "Import of documents" });

  it("says of each file what became of it, and a bad one does not stop the others", async () => {
    await choose([
      ...Array.from({ length: 12 }, (_, i) => ({
        name: `note ${i + 1}.txt`,
        text: `${SAID} Note ${i + 1}.`,
      })),
      { name: "again.txt", text: `${SAID} Note 1.` },
      { name: "broken.pdf", text: "%PDF-1.4 nothing" },
      {
        name: `${"long ".repeat(40)}.eml`,
        text: `From: a@example.org\nSubject: Gates\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${SAID} In a message.\n--b\nContent-Type: text/plain; name="نص.txt"\nContent-Disposition: attachment\n\n${SAID} Attached.\n--b--\n`,
      },
    ]);
    await line().getByText("The import has ended.").waitFor({ timeout: 60_000 });
    await line().getByText("13 taken in · 1 in the case already · 1 not taken in").waitFor();
    await line().getByRole("button", { name: "What became of each…" }).press("Enter");
    const dialog = bench.page.getByRole("dialog");
    const first = dialog.getByRole("row").nth(1);
    await first.getByText("broken.pdf").waitFor();
    await first.getByText(/damaged or cut off/).waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await dialog.getByRole("button", { name: "Take in its attachment" }).press("Enter");
    await bench.page.keyboard.press("Escape");
    await line().getByText("14 taken in · 1 in the case already · 1 not taken in").waitFor();
    await expect.poll(() => bench.page.getByTestId("source-list").getByRole("listitem").count()).toBe(14);
  });

  it("fits narrow screens, and goes away when it is closed", async () => {
    expect(await violations(bench.page)).toEqual([]);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 683, height: 384 },
      { width: 390, height: 844 },
    ]) {
      await bench.page.setViewportSize(size);
      expect(await sideways(bench.page)).toBeLessThanOrEqual(0);
    }
    await bench.page.setViewportSize({ width: 1366, height: 768 });
    await line().getByRole("button", { name: "Close" }).press("Enter");
    await line().waitFor({ state: "detached" });
  });

  it("can be stopped; what was taken in stays, and the same files again go on from there", async () => {
    const files = Array.from({ length: 60 }, (_, i) => ({
      name: `report ${i + 1}.txt`,
      text: `Report ${i + 1}\n\n${Array.from({ length: 60 }, (_, k) => `${SAID} ${i}.${k}.`).join("\n\n")}`,
    }));
    await choose(files);
    await line().getByRole("button", { name: "Stop" }).press("Enter");
    await line().getByText("The import has ended.").waitFor();
    const count = (): Promise<number> => bench.page.getByTestId("source-list").getByRole("listitem").count();
    expect(await count()).toBeLessThan(14 + 60);
    await choose(files);
    await line().getByText("The import has ended.").waitFor({ timeout: 90_000 });
    await expect.poll(count, { timeout: 15_000 }).toBe(14 + 60);
    expect(bench.errors).toEqual([]);
    expect(bench.elsewhere).toEqual([]);
  });
});
