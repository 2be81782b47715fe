import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, ROOT, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

/** Where pictures of the states go, when somebody wants to look at them. */
const SHOTS = process.env.PARLEY_SHOTS;

describe.skipIf(SKIP)("the start page and whole cases", () => {
  let bench: Workbench;
  let page: Page;
  beforeAll(async () => {
    bench = await openWorkbench();
    page = bench.page;
    await page.goto(`${bench.origin}/${new URL(bench.url).search}`);
  });
  afterAll(async () => bench?.close());

  const parley = (...args: string[]): string =>
    execFileSync(process.execPath, [join(ROOT, "packages/cli/bin/parley.js"), ...args], {
      encoding: "utf8",
      env: { ...process.env, PARLEY_BY: "Ana" },
    });

  /** Press Tab until an element of that name has the focus. */
  async function tabTo(name: string | RegExp, most = 80): Promise<void> {
    for (let i = 0; i < most; i++) {
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

  async function look(name: string): Promise<void> {
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      if (SHOTS !== undefined) {
        mkdirSync(SHOTS, { recursive: true });
        await page.screenshot({ path: join(SHOTS, `${name}-${scheme}.png`) });
      }
      expect(await violations(page), `${name}, ${scheme}`).toEqual([]);
      for (const [width, height] of [
        [683, 384],
        [390, 800],
        [1366, 768],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await sideways(page), `${name}, ${width}`).toBeLessThanOrEqual(0);
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
  }

  async function newCase(title: string): Promise<void> {
    await page.goto(bench.origin);
    await page.getByText("New case").first().waitFor();
    await tabTo("Title of the case");
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/record/);
  }

  it("is empty at first and says what to do", async () => {
    // Without a path `parley open` opens the example; a case thrown away leaves an empty page.
    await page.getByRole("button", { name: /^Manage/ }).press("Enter");
    await page.getByRole("button", { name: "Move to Trash" }).press("Enter");
    await page.getByText("There is no case here yet.").waitFor();
    await page.reload();
    await page.getByText("There is no case here yet.").waitFor();
    expect(await page.getByRole("heading", { name: "Examples" }).count()).toBe(1);
    await look("start-empty");
  });

  it("changes a title, by keyboard", async () => {
    await newCase("Two towns and a dam");
    await page.goto(bench.origin);
    await page.getByRole("link", { name: /Two towns and a dam/ }).waitFor();
    await tabTo("Manage Two towns and a dam");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await look("manage");
    await tabTo("Title of the case");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("The dam, three years on");
    await page.keyboard.press("Enter");
    await page.getByText("Title changed").first().waitFor();
    await expect.poll(() => page.getByRole("dialog").textContent()).toContain("The dam, three years on");
  });

  it("encrypts it; the address of a screen asks for the passphrase, says a wrong one, and then opens", async () => {
    await page.getByLabel("New passphrase").fill("river");
    await page.getByLabel("The same again").fill("lake");
    await page.getByText("The two differ.").waitFor();
    await page.getByLabel("The same again").fill("river");
    await page.keyboard.press("Enter");
    await page.getByText("Encrypted with the new passphrase").first().waitFor({ timeout: 20_000 });
    const [file] = readdirSync(bench.folder).filter((name) => name.endsWith(".parley"));
    expect(file).toBeDefined();
    // Another run of Parley knows nothing of the passphrase.
    const own = bench;
    const other = await openWorkbench(undefined, own.folder);
    try {
      page = other.page;
      await page.goto(`${other.origin}/${new URL(other.url).search}`);
      await page.getByText("locked").first().waitFor();
      await look("start-locked");
      await page.goto(`${other.origin}/c/two-towns-and-a-dam/brief?level=public`);
      await page.getByLabel("Passphrase").waitFor();
      await look("unlock");
      await page.keyboard.type("lake");
      await page.keyboard.press("Enter");
      await page.getByText("This passphrase is wrong.").waitFor();
      expect(await page.getByLabel("Passphrase").inputValue()).toBe("");
      await look("unlock-wrong");
      await page.getByLabel("Passphrase").focus();
      await page.keyboard.type("river");
      await page.keyboard.press("Enter");
      await page
        .getByTestId("brief")
        .or(page.getByText("brief", { exact: false }))
        .first()
        .waitFor();
      await expect.poll(() => page.title()).toContain("The dam, three years on");
      expect(page.url()).toContain("/brief?level=public");
      expect(page.url()).not.toContain("river");
      expect(other.errors.filter((one) => !/status of 40[13]|has not been unlocked/.test(one))).toEqual([]);
    } finally {
      await other.close();
      page = own.page;
    }
  }, 60_000);

  it("shows what another program changes, without a reload", async () => {
    await newCase("Live");
    const path = join(bench.folder, "live.parley");
    const text = join(bench.folder, "notice.txt");
    writeFileSync(
      text,
      "The ferry board met on 4 May 2026.\n\nThe uplands said no gate opens without them.\n",
    );
    parley("add", path, text);
    await expect
      .poll(() => page.getByTestId("source-list").textContent(), { timeout: 5000 })
      .toContain("notice");
    parley("undo", path);
    await expect.poll(() => page.textContent("main"), { timeout: 5000 }).toContain("no documents yet");
  });

  it("two windows that change one object end in a conflict that shows both, and nothing is lost", async () => {
    await newCase("Two windows");
    const address = page.url();
    const send = (edit: object): Promise<void> =>
      page.evaluate(async (body) => {
        const answer = await fetch("/api/cases/two-windows/changes", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(await answer.text());
      }, edit);
    const claim = (says: string, more: object = {}): object => ({
      kind: "claim",
      id: "gate",
      says,
      act: "asserts",
      polarity: "yes",
      basis: { assumption: { by: "RK", on: "2026-05-04" } },
      review: { state: "accepted" },
      ...more,
    });
    await send({ why: "first", edits: [{ kind: "claim", id: "gate", value: claim("A gate opens.") }] });
    const state = await page.evaluate(
      async () =>
        (await (await fetch("/api/cases/two-windows")).json()) as { versions: Record<string, number> },
    );
    const version = state.versions["claim:gate"];
    const second = await page.context().newPage();
    await second.goto(address);
    await send({
      why: "heard on Monday",
      edits: [
        { kind: "claim", id: "gate", version, value: claim("A gate opens in May.", { level: "mediator" }) },
      ],
    });
    await send({
      why: "<img src=x onerror=alert(1)>",
      edits: [{ kind: "claim", id: "gate", version, value: claim("No gate opens.", { polarity: "no" }) }],
    });
    // Both windows say it, without reload.
    for (const window of [page, second])
      await window.getByRole("button", { name: /changed in two places/ }).waitFor({ timeout: 5000 });
    await page.getByRole("button", { name: /changed in two places/ }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("A gate opens in May.").waitFor();
    const words = (await dialog.textContent()) ?? "";
    for (const said of [
      "No gate opens.",
      "heard on Monday",
      "<img src=x onerror=alert(1)>",
      "They began from",
    ])
      expect(words).toContain(said);
    await look("conflict");
    // Each field is proposed from the one version that changed it; the one both changed must be chosen.
    const save = dialog.getByRole("button", { name: "Save what is chosen" });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByRole("radio", { name: /: take version 1, A gate opens in May/ }).press("Space");
    await save.press("Enter");
    await dialog.getByText("Everything is settled.").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => second.getByRole("button", { name: /changed in two places/ }).count()).toBe(0);
    const after = await page.evaluate(
      async () =>
        (await (await fetch("/api/cases/two-windows")).json()) as {
          objects: { id: string; says?: string; polarity?: string; level?: string }[];
        },
    );
    expect(after.objects.find((o) => o.id === "gate")).toMatchObject({
      says: "A gate opens in May.",
      polarity: "no",
      level: "mediator",
    });
    await second.close();
  });

  it("brings in a case file, and merges a copy with what is in conflict", async () => {
    await page.goto(bench.origin);
    const text = join(bench.folder, "dam.yaml");
    writeFileSync(
      text,
      "parley: 1\ntitle: Dam <script>alert(1)</script>\nactors:\n  uplands: {name: Uplands, type: state}\n",
    );
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Bring in a case…" }).press("Enter"),
    ]);
    await chooser.setFiles(text);
    await page.waitForURL(/\/c\/dam\//);
    await page.goto(bench.origin);
    await page.getByRole("button", { name: /^Manage Dam </ }).press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Duplicate" }).press("Enter");
    await page
      .getByText(/^Made: Copy of Dam/)
      .first()
      .waitFor();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /other copy/i })
      .press("Enter");
    await page.getByRole("option", { name: /Copy of Dam/ }).click();
    await page.getByRole("button", { name: "Merge", exact: true }).press("Enter");
    await page.getByRole("status").getByText("1 change came in.").first().waitFor();
    await look("merged");
    const [bad] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.keyboard
        .press("Escape")
        .then(() => page.getByRole("button", { name: "Bring in a case…" }).press("Enter")),
    ]);
    writeFileSync(join(bench.folder, "broken.zip"), "PK\u0003\u0004 nothing");
    await bad.setFiles(join(bench.folder, "broken.zip"));
    await page.getByText("This archive is damaged").waitFor();
    await look("start-failed");
  });

  it("throws a case away into Trash and puts it back", async () => {
    await page.goto(bench.origin);
    await page.getByRole("button", { name: "Manage Live" }).press("Enter");
    await page.getByRole("button", { name: "Move to Trash" }).press("Enter");
    await page.getByText("Moved to Trash: Live").waitFor();
    await expect.poll(() => page.getByRole("link", { name: /^Live/ }).count()).toBe(0);
    expect(readdirSync(join(bench.folder, "Trash"))).toContain("live.parley");
    await page.getByRole("button", { name: "Put back" }).press("Enter");
    await page.getByRole("link", { name: /^Live/ }).waitFor();
  });

  it("shows long titles, broken files and many cases, and finds one by its words", async () => {
    await newCase(`${"A very long title of talks about a dam and its gates ".repeat(3)}والمحادثات`);
    writeFileSync(join(bench.folder, "broken.parley"), "this is not a case");
    for (let i = 0; i < 130; i++) parleyFile(bench.folder, `many-${i}`);
    await page.goto(bench.origin);
    await page.getByText("cannot be opened").waitFor();
    await look("start-many");
    await page.getByRole("searchbox", { name: "Find a case" }).fill("many-129");
    await expect.poll(() => page.locator(".entries").first().locator("li").count()).toBe(1);
    expect(await page.locator(".entries a").first().getAttribute("href")).toContain("many-129");
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
  });

  it("says plainly when Parley stops, and when it was started anew", async () => {
    await newCase("Restart");
    await page.getByText("This case has no documents yet.").waitFor();
    const port = Number(new URL(bench.origin).port);
    await bench.stopServer();
    await page.getByText("The line to the server is lost.").waitFor({ timeout: 10_000 });
    const again = await openWorkbench(undefined, bench.folder, port);
    try {
      expect(again.origin).toBe(bench.origin);
      await page.getByText("Parley was started anew").waitFor({ timeout: 10_000 });
      await look("started-anew");
      // The printed address brings the page back to the case as it was.
      await page.goto(again.url);
      await page.goto(`${again.origin}/c/restart/record`);
      await page.getByText("This case has no documents yet.").waitFor();
    } finally {
      await again.close();
    }
  }, 60_000);
});

/** An empty case file under a name, by copying one that is there. */
function parleyFile(folder: string, name: string): void {
  const from = join(folder, "restart-seed.parley");
  if (!readdirSync(folder).includes("restart-seed.parley"))
    execFileSync(process.execPath, [
      join(ROOT, "packages/cli/bin/parley.js"),
      "new",
      from,
      "--title",
      "Seed",
    ]);
  execFileSync("cp", [from, join(folder, `${name}.parley`)]);
}
