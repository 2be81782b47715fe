import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

const TEXT = `Two towns and a river

The union bellyached that the gates of the valley were rusty. Ana Petrov said that Uplands should open the gates before any talks begin, and President Ivo Kell flatly rejected any truce.

Both sides agreed to keep the channels open. Kell plans to meet Petrov in Oslo on 12 March 2027.`;

describe.skipIf(SKIP)("proposals in the workbench", () => {
  let bench: Workbench;
  let model: Server;
  let modelAsked = 0;

  beforeAll(async () => {
    bench = await openWorkbench();
    model = createServer((request, response) => {
      request.resume();
      request.on("end", () => {
        modelAsked += 1;
        const claims = [
          { quote: "the gates of the valley were rusty", act: "asserts", polarity: "yes", speaker: null },
          { quote: "the gates of the valley were golden", act: "asserts", polarity: "yes", speaker: null },
        ];
        response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ claims }) } }] }));
      });
    });
    await new Promise<void>((done) => model.listen(0, "127.0.0.1", done));
    const { page, url, origin } = bench;
    await page.goto(url);
    const made = await page.evaluate(async (text) => {
      const created = await fetch("/api/cases", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ title: "Two towns" }),
      });
      const { name } = (await created.json()) as { name: string };
      for (const actor of ["Ana Petrov", "Ivo Kell", "Uplands"]) {
        const id = actor.toLowerCase().replace(" ", "-");
        await fetch(`/api/cases/${name}/changes`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            why: "a",
            edits: [
              {
                kind: "actor",
                id,
                value: { kind: "actor", id, name: actor, type: actor === "Uplands" ? "state" : "person" },
              },
            ],
          }),
        });
      }
      await fetch(`/api/cases/${name}/documents?name=towns.txt`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: new TextEncoder().encode(text),
      });
      return name;
    }, TEXT);
    await page.goto(`${origin}/c/${made}/record/towns`);
    await page.getByTestId("review").waitFor();
  });
  afterAll(async () => {
    model?.closeAllConnections();
    model?.close();
    await bench?.close();
  });

  it("shows every kind with its reason, and filters by kind", async () => {
    const { page } = bench;
    const kinds = page.getByTestId("review").getByRole("button", { name: /All kinds/ });
    await kinds.focus();
    await page.keyboard.press("Enter");
    const options = await page.getByRole("option").allTextContents();
    for (const kind of ["Claim", "Event", "Position", "Precondition", "Issue"])
      expect(
        options.some((o) => o.startsWith(kind)),
        `${kind} in ${options.join(", ")}`,
      ).toBe(true);
    await page.getByRole("option", { name: /^Event/ }).click();
    const cards = page.locator("article.card");
    await expect.poll(() => cards.count()).toBe(1);
    expect(await cards.first().textContent()).toContain("Ivo Kell to meet Petrov in Oslo");
    expect(await cards.first().textContent()).toContain("tells of an event");
    await page.getByTestId("review").getByRole("button", { name: /Event/ }).first().click();
    await page.getByRole("option", { name: /^All kinds/ }).click();
  });

  it("puts the surest first on request, by key too, and remembers it for the case", async () => {
    const { page } = bench;
    const refs = (): Promise<(string | null)[]> =>
      page
        .locator("article.card-waiting")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-ref")));
    const byPlace = await refs();
    await page.locator("article.card-waiting").first().click();
    await page.keyboard.press("o");
    await expect.poll(refs).not.toEqual(byPlace);
    const bySure = await refs();
    expect([...bySure].sort()).toEqual([...byPlace].sort());
    await page.reload();
    await page.getByRole("radio", { name: "Surest first", checked: true }).waitFor();
    await expect.poll(refs).toEqual(bySure);
    await page.getByRole("radio", { name: "By place" }).click();
    await expect.poll(refs).toEqual(byPlace);
  });

  it("splits a claim by keyboard, and undo brings it back as one", async () => {
    const { page } = bench;
    const before = await page.locator("article.card-waiting").count();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("j");
      if (
        (await page
          .locator("article.card-focused")
          .getByRole("button", { name: /^Split/ })
          .count()) > 0
      )
        break;
    }
    await page.keyboard.press("p");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("The gates must open first.\nTalks come after.");
    await dialog.getByRole("button", { name: "Make 2 claims" }).click();
    await expect
      .poll(() => page.locator("article.card").filter({ hasText: "Talks come after." }).count())
      .toBe(1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator("article.card-waiting").count()).toBe(before);
  });

  it("sets a proposal aside with a reason, and looking again does not bring it back", async () => {
    const { page } = bench;
    await page.locator("article.card-waiting").first().click();
    const gone = await page.locator("article.card-focused").getAttribute("data-ref");
    await page.keyboard.press("r");
    await page.getByRole("dialog").getByRole("textbox").fill("not what it says");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(`[data-ref="${gone}"]`).count()).toBe(0);
    await page.getByRole("button", { name: "Look again" }).click();
    await page
      .getByText(/What was decided stays decided/)
      .first()
      .waitFor();
    expect(await page.locator(`[data-ref="${gone}"]`).count()).toBe(0);
  });

  it("accepts all that is shown as one act", async () => {
    const { page } = bench;
    const before = await page.locator("article.card-waiting").count();
    await page.getByRole("button", { name: "Accept several…" }).click();
    const several = page.getByRole("dialog", { name: "Accept several proposals" });
    // Nothing is accepted unseen: nothing is ticked yet, and the way to tick all stands below the last.
    expect(await several.getByRole("button", { name: "Accept the 0 ticked" }).isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await several.getByRole("button", { name: /^I have read them: tick all/ }).click();
    await several.getByRole("button", { name: /^Accept the [1-9]/ }).click();
    await several.waitFor({ state: "detached" });
    await expect.poll(() => page.locator("article.card-waiting").count()).toBe(0);
    await page.locator("body").press("Control+z");
    await expect.poll(() => page.locator("article.card-waiting").count()).toBe(before);
  });

  it("takes a word of the analyst's, tried on a text before, and finds what it missed", async () => {
    const { page } = bench;
    const record = page.url();
    await page.goto(`${record.replace(/\/record.*/, "")}/settings`);
    const look = page.getByTestId("look-for");
    await look.getByLabel("Words, by commas").fill("bellyached, bellyaches");
    await look.getByLabel("Some sentences").fill("The union bellyached that the gates were rusty and old.");
    await look.getByRole("button", { name: "Show what is found" }).click();
    await look.getByTestId("tried").getByText("the gates were rusty and old").waitFor();
    await look.getByRole("button", { name: "Add", exact: true }).click();
    await look.locator(".look-list bdi").getByText("bellyached, bellyaches").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.goto(record);
    await page.getByRole("button", { name: "Look again" }).click();
    await page
      .locator("article.card")
      .filter({ hasText: "the gates of the valley were rusty" })
      .first()
      .waitFor();
  });

  it("asks a model only when it is turned on, and drops what does not stand in the text", async () => {
    const { page } = bench;
    const record = page.url();
    expect(await page.getByRole("button", { name: /^Ask / }).count()).toBe(0);
    expect(modelAsked).toBe(0);
    await page.goto(`${record.replace(/\/record.*/, "")}/settings`);
    const section = page.getByTestId("model");
    await section.getByText("On", { exact: true }).click();
    await section.getByLabel("Address").fill("http://example.org/v1");
    await section.getByLabel("Name of the model").fill("own");
    await section.getByRole("button", { name: "Save" }).click();
    await section.getByText(/must begin with https/).waitFor();
    await section.getByLabel("Address").fill(`http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`);
    await section.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => section.getByText(/must begin with https/).count()).toBe(0);
    await page.goto(record);
    await page.getByRole("button", { name: "Ask own" }).click();
    await page
      .getByText(/own proposed 1 claim/)
      .first()
      .waitFor();
    await page
      .getByText(/1 was dropped/)
      .first()
      .waitFor();
    await page.getByText("proposed by a language model").first().waitFor();
    expect(bench.elsewhere).toEqual([]);
  });

  it("reads well by assistive technology, in the dark and on narrow screens", async () => {
    const { page } = bench;
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    for (const width of [1366, 683, 390]) {
      await page.setViewportSize({ width, height: 768 });
      expect(await sideways(page), String(width)).toBe(0);
    }
    expect(bench.errors.filter((e) => !e.includes("400"))).toEqual([]);
  });
});
