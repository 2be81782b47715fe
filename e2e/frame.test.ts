import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, sideways, violations, type Workbench } from "./workbench.ts";

/** Every address of a case, below `/c/CASE`. */
const ROUTES = [
  "/record",
  "/positions",
  "/deadlocks",
  "/packages",
  "/moves",
  "/timing",
  "/brief",
  "/history",
  "/settings",
  "/help",
  "/help/moves",
  "/object/position/ukraine-land",
  "/object/valuation/russia",
  "/object/claim/nothing-of-that-name",
];
const SIZES = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
];

const ARABIC = `بيان مشترك حول السد

اجتمع ممثلو البلدتين في 4 May 2026 وقال المتحدث إن بوابة North Gate لن تُفتح قبل توقيع الاتفاق.

لم يُنشر أي نص حتى الآن.
`;
const UKRAINIAN = `Заява щодо греблі

Представники двох міст зустрілися 4 травня 2026 року. Речниця сказала, що шлюз не відкриють без спільної згоди.

Тексту угоди досі не оприлюднено.
`;

describe.skipIf(SKIP)("the frame around every screen", () => {
  let bench: Workbench;
  let base: string;
  const open = async (path: string): Promise<void> => {
    await bench.page.goto(base + path);
    await bench.page.getByRole("heading", { level: 1 }).first().waitFor();
    await bench.page.waitForLoadState("networkidle").catch(() => undefined);
  };
  /** Settings of the workbench as a reader would have chosen them. */
  const choose = (preferences: object): Promise<void> =>
    bench.page.evaluate((p) => localStorage.setItem("parley.preferences", JSON.stringify(p)), preferences);

  beforeAll(async () => {
    bench = await openWorkbench("examples/anchorage");
    await bench.page.goto(bench.url);
    await bench.page.getByTestId("document-text").waitFor();
    base = new URL(bench.page.url()).pathname.replace(/\/record.*/, "");
    base = bench.origin + base;
  });
  afterAll(async () => bench?.close());
  beforeEach(async () => {
    await bench.page.setViewportSize({ width: 1366, height: 768 });
    await choose({});
  });

  for (const theme of ["light", "dark"] as const) {
    for (const language of ["en", "ar-XB"] as const) {
      it(`passes axe on every address, ${theme}, ${language === "en" ? "left to right" : "right to left"}`, async () => {
        await choose({ theme, language });
        for (const route of ROUTES) {
          await open(route);
          const root = bench.page.locator("html");
          expect(await root.getAttribute("data-theme")).toBe(theme);
          expect(await root.getAttribute("dir")).toBe(language === "en" ? "ltr" : "rtl");
          expect(await violations(bench.page), route).toEqual([]);
        }
      }, 120_000);
    }
  }

  it("does not scroll sideways on any address at any size, in either direction, with longer words", async () => {
    for (const language of ["en", "en-XA", "ar-XB"]) {
      await choose({ language });
      for (const route of ROUTES) {
        await open(route);
        for (const size of SIZES) {
          await bench.page.setViewportSize(size);
          // Drawings take the new width in the next frame.
          await expect
            .poll(() => sideways(bench.page), {
              message: `${route} ${size.width} ${language}`,
              timeout: 3000,
            })
            .toBe(0);
        }
      }
    }
  }, 120_000);

  it("keeps its line one line high at 1366 wide", async () => {
    await open("/positions");
    const box = await bench.page.locator("header.top").boundingBox();
    expect(box?.height).toBeLessThan(60);
  });

  it("says what is in sight, and narrows it by keyboard", async () => {
    const { page } = bench;
    await open("/positions");
    const view = page.getByRole("button", { name: /^View: Everything · today/ });
    await view.press("Enter");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Reading level/ })
      .press("Enter");
    await page.getByRole("option", { name: "Team" }).press("Enter");
    await expect.poll(() => page.url()).toContain("/positions?level=team");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^View: Team · today/ }).waitFor();
  });

  it("finds by kind and opens with the keyboard alone", async () => {
    const { page } = bench;
    await open("/positions");
    await page.keyboard.press("/");
    await page.keyboard.type("Donetsk");
    const list = page.getByRole("listbox", { name: "Found" });
    await expect.poll(() => list.textContent()).toContain("Claim");
    expect(await list.textContent()).toContain("Passage");
    // While the list changes, the field may still name the option that had been first.
    await expect.poll(() => violations(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await list.waitFor({ state: "detached" });
    expect(page.url()).not.toContain("/positions");
  });

  it("S34: marks dissent wherever the object is shown, until it is resolved", async () => {
    const { page } = bench;
    await open("/object/position/ukraine-land");
    await page.getByRole("button", { name: "Comment, or disagree…" }).press("Enter");
    await page.getByRole("checkbox", { name: "I do not agree with this" }).press("Space");
    await page.getByRole("textbox", { name: "I do not agree, because" }).fill("One interview is thin.");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    const comments = page.getByTestId("comments");
    await expect.poll(() => comments.textContent()).toContain("One interview is thin.");
    const mark = page.getByText("disputed in the team");
    await mark.first().waitFor();
    // On another object that leads to it as well.
    await open("/object/claim/no-land");
    await expect.poll(() => mark.count()).toBeGreaterThan(0);
    await open("/object/position/ukraine-land");
    await page.getByRole("button", { name: "Resolve" }).press("Enter");
    await expect.poll(() => mark.count()).toBe(0);
  });

  it("shows a change field by field and brings the version before back by a new change", async () => {
    const { page } = bench;
    await open("/settings");
    const title = page.getByRole("textbox", { name: "Title" });
    await title.fill("");
    await page.getByText("A case needs a title.").waitFor();
    await title.fill("After the summit");
    await title.press("Enter");
    await expect.poll(() => page.locator(".case-title").textContent()).toBe("After the summit");
    await open("/history");
    await page.getByRole("searchbox", { name: "Words" }).fill("case settings");
    const rows = page.getByRole("row");
    await expect.poll(() => rows.count()).toBe(2);
    await rows.nth(1).getByRole("link").press("Enter");
    const panel = page.getByTestId("change-panel");
    await expect.poll(() => panel.locator("del").textContent()).toBe("After Anchorage");
    expect(await panel.locator("ins").textContent()).toBe("After the summit");
    expect(await violations(page)).toEqual([]);
    await panel.getByRole("button", { name: "Bring back the version before" }).press("Enter");
    await expect.poll(() => page.locator(".case-title").textContent()).toBe("After Anchorage");
  });

  it("lets the analyst say who they are, and changes carry that name", async () => {
    const { page } = bench;
    await open("/settings");
    const name = page.getByRole("textbox", { name: "Your name" });
    await name.fill("R. Kovač");
    await name.press("Enter");
    await page.getByRole("textbox", { name: "What it is about" }).fill("Changed by another name.");
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await open("/history");
    await expect.poll(() => page.getByRole("row").nth(1).textContent()).toContain("R. Kovač");
  });

  it("explains each screen on the screen itself", async () => {
    const { page } = bench;
    await open("/deadlocks");
    await page.getByRole("button", { name: "Help: Deadlocks" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Deadlocks" });
    await dialog.getByText("The exact method, its source and its limits").press("Enter");
    await dialog.getByText("D. B. Johnson", { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  it("gives a tour of the real screens that can be left at any point and ends in a new case", async () => {
    const { page } = bench;
    await open("/positions");
    const start = async (): Promise<void> => {
      await page.getByRole("button", { name: "Menu of the case" }).press("Enter");
      await page.getByRole("menuitem", { name: "Tour" }).press("Enter");
    };
    await start();
    const tour = page.getByTestId("tour");
    await expect.poll(() => page.url()).toContain("/record");
    await tour.getByRole("button", { name: "Next" }).press("Enter");
    await expect.poll(() => page.url()).toContain("/positions");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await tour.waitFor({ state: "detached" });
    await start();
    for (let i = 0; i < 7; i++) await tour.getByRole("button", { name: "Next" }).press("Enter");
    await tour.getByRole("button", { name: "Begin a new case" }).press("Enter");
    await page
      .getByRole("button", { name: /Create|Begin|Start/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  it("loads its own letters for Latin, Cyrillic, Greek and Arabic", async () => {
    const { page } = bench;
    await open("/help");
    const loaded = await page.evaluate(async () => {
      const faces = async (family: string, text: string): Promise<number> =>
        (await document.fonts.load(`16px "${family}"`, text)).length;
      return {
        latin: await faces("Noto Sans Variable", "Parley"),
        cyrillic: await faces("Noto Sans Variable", "Україна"),
        greek: await faces("Noto Sans Variable", "Ελλάδα"),
        arabic: await faces("Noto Sans Arabic Variable", "السلام"),
      };
    });
    for (const [script, count] of Object.entries(loaded)) expect(count, script).toBeGreaterThan(0);
  });

  it("prints any screen as a page: light, without controls, nothing cut off", async () => {
    const { page } = bench;
    await choose({ theme: "dark" });
    await open("/history");
    await page.getByRole("table").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("header.top").isVisible()).toBe(false);
    const paper = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--paper"),
    );
    expect(paper.trim()).toMatch(/^#fff(fff)?$/);
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector(".screen-main") as Element).overflow),
    ).toBe("visible");
    await page.emulateMedia({ media: null });
  });

  it("prints every row of a long table, the whole table of positions lengthwise, and whose case it is", async () => {
    const { page } = bench;
    /** What stands on the page at the moment at which the browser counts its sheets. */
    const onPaper = (path: string, selector: string): Promise<number> =>
      open(path).then(() =>
        page.evaluate((all) => {
          dispatchEvent(new Event("beforeprint"));
          const found = document.querySelectorAll(all).length;
          dispatchEvent(new Event("afterprint"));
          return found;
        }, selector),
      );
    await open("/history");
    const changes = Number(/(\d+) changes/.exec(await page.getByTestId("history").innerText())?.[1]);
    // More than a screen draws.
    expect(changes).toBeGreaterThan(100);
    expect(await page.locator("tbody tr[aria-rowindex]").count()).toBeLessThan(changes);
    expect(await onPaper("/history", "tbody tr[aria-rowindex]")).toBe(changes);
    await page.getByTestId("history").waitFor();
    expect(await page.locator("tbody tr[aria-rowindex]").count()).toBeLessThan(changes);
    expect(await onPaper("/positions", ".matrix-printed thead th")).toBe(5);
    expect(await onPaper("/positions", ".matrix-printed tbody td")).toBe(20);
    expect(await onPaper("/text", ".text-printed")).toBe(1);
    await open("/positions");
    await page.getByRole("grid").waitFor();
    const sheets = (pdf: Buffer): string[] => pdf.toString("latin1").match(/MediaBox \[[^\]]*\]/g) ?? [];
    const wide = sheets(await page.pdf({ preferCSSPageSize: true }));
    expect(wide).toHaveLength(1);
    const [width = 0, height = 0] = (wide[0]?.match(/[\d.]+/g) ?? []).slice(2).map(Number);
    expect(width).toBeGreaterThan(height);
    await open("/history");
    await page.getByRole("table").waitFor();
    expect(sheets(await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(3);
    await page.emulateMedia({ media: "print" });
    const line = await page.locator(".print-line").innerText();
    for (const part of ["as of 22 June 2026", "in sight: Everything", "as known today", "printed"])
      expect(line).toContain(part);
    await page.emulateMedia({ media: null });
  });

  it("raises no error and asks no other address", () => {
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});

describe.skipIf(SKIP)("documents from right to left and in Cyrillic", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.page.goto(bench.url);
  });
  afterAll(async () => bench?.close());

  it("read in their own direction, with the highlight on the very characters that were chosen", async () => {
    const { page } = bench;
    await page.goto(bench.origin);
    await page
      .getByRole("textbox", { name: "Title of the new case" })
      .or(page.getByRole("textbox").first())
      .first()
      .fill("Two towns");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Record" }).waitFor();
    const base = bench.origin + new URL(page.url()).pathname.replace(/\/record.*/, "");
    const name = base.split("/c/")[1] as string;
    const sources: string[] = [];
    for (const [file, text] of [
      ["arabic.txt", ARABIC],
      ["ukrainian.txt", UKRAINIAN],
    ] as const) {
      const source = await page.evaluate(
        async ([caseName, fileName, words]) => {
          const response = await fetch(`/api/cases/${caseName}/documents?name=${fileName}`, {
            method: "POST",
            headers: { "content-type": "application/octet-stream" },
            body: new TextEncoder().encode(words),
          });
          return ((await response.json()) as { source: string }).source;
        },
        [name, file, text] as const,
      );
      sources.push(source);
    }
    for (const [i, direction, words] of [
      [0, "rtl", "North Gate"],
      [1, "ltr", "шлюз не відкриють"],
    ] as const) {
      const state = (await page.evaluate(
        async (n) => (await (await fetch(`/api/cases/${n}`)).json()) as unknown,
        name,
      )) as { objects: { kind: string; source?: string; text?: string }[] };
      const text = state.objects.find((o) => o.kind === "text" && o.source === sources[i])?.text ?? "";
      const start = text.indexOf(words);
      expect(start).toBeGreaterThan(0);
      await page.goto(
        `${base}/record/${encodeURIComponent(sources[i] as string)}?at=${start}-${start + words.length}`,
      );
      const here = page.getByTestId("document-text").locator(".here").first();
      await here.waitFor();
      expect((await page.locator(".here").allTextContents()).join("")).toBe(words);
      const shown = await here.evaluate((element) => {
        const block = element.closest("[dir]") as HTMLElement;
        return getComputedStyle(block).direction;
      });
      expect(shown).toBe(direction);
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    }
    expect(bench.errors).toEqual([]);
  });
});
