import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, ROOT, SKIP, type Workbench } from "./workbench.ts";

const DOCUMENTS = ["summit-2025-08.html", "letters-2026-06.txt"].map((name) =>
  join(ROOT, "examples/anchorage/sources", name),
);

/** How somebody works: each thing a person does to a screen, by keyboard alone or by pointer. */
interface Hand {
  press(target: Locator): Promise<void>;
  write(target: Locator, words: string): Promise<void>;
  /** A day as 2026-06-22. */
  date(target: Locator, day: string): Promise<void>;
  /** One of a closed list. */
  choose(button: Locator, option: string): Promise<void>;
  /** One of a list that typing narrows. */
  find(field: Locator, words: string, option: string | RegExp): Promise<void>;
}

function byKeyboard(page: Page): Hand {
  async function to(target: Locator): Promise<void> {
    // A list that is open hides all else from everybody; Tab closes it.
    if ((await page.getByRole("listbox").count()) === 0) await target.waitFor();
    const there = async (): Promise<boolean> =>
      (await target.count()) > 0 &&
      target.evaluate((e) => e === document.activeElement, undefined, { timeout: 500 }).catch(() => false);
    for (let n = 0; n < 250; n++) {
      if (await there()) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${target}.`);
  }
  const hand: Hand = {
    async press(target) {
      await to(target);
      await page.keyboard.press("Enter");
    },
    async write(target, words) {
      await to(target);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(words);
      await page.keyboard.press("Tab");
    },
    async date(target, day) {
      await to(target);
      const [year, month, date] = day.split("-");
      await page.keyboard.type(`${month}${date}${year}`);
    },
    async choose(button, option) {
      await hand.press(button);
      const wanted = page.getByRole("option", { name: option, exact: true });
      await wanted.waitFor();
      await page.keyboard.press("Home");
      for (let n = 0; !(await wanted.evaluate((e) => e === document.activeElement)); n++) {
        if (n > 80) throw new Error(`The arrows never came to “${option}”.`);
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
      await wanted.waitFor({ state: "detached" });
    },
    async find(field, words, option) {
      await to(field);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(words);
      const wanted = page.getByRole("option", { name: option }).first();
      await wanted.waitFor();
      for (let n = 0; (await wanted.getAttribute("data-focused")) === null; n++) {
        if (n > 80) throw new Error(`The arrows never came to “${option}”.`);
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
      await wanted.waitFor({ state: "detached" });
    },
  };
  return hand;
}

function byPointer(page: Page): Hand {
  return {
    press: (target) => target.click(),
    async write(target, words) {
      await target.click();
      await target.fill(words);
      // Leaving the field closes what it offers.
      await target.press("Tab");
    },
    date: (target, day) => target.fill(day),
    async choose(button, option) {
      await button.click();
      const wanted = page.getByRole("option", { name: option, exact: true });
      await wanted.click();
      await wanted.waitFor({ state: "detached" });
    },
    async find(field, words, option) {
      await field.click();
      await field.fill(words);
      const wanted = page.getByRole("option", { name: option }).first();
      await wanted.click();
      await wanted.waitFor({ state: "detached" });
    },
  };
}

describe.skipIf(SKIP).each([
  ["by keyboard alone", byKeyboard],
  ["by pointer", byPointer],
] as const)("a day's work on a new case, all of it in forms, %s", (_, handOf) => {
  let bench: Workbench;
  let page: Page;
  let hand: Hand;
  beforeAll(async () => {
    bench = await openWorkbench();
    page = bench.page;
    hand = handOf(page);
    await page.goto(bench.origin + new URL(bench.url).search);
  });
  afterAll(() => bench?.close());

  const form = (): Locator => page.getByRole("dialog").first();
  const button = (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true }).first();
  const field = (name: string): Locator => form().getByRole("textbox", { name, exact: true });
  const combo = (name: string): Locator => form().getByRole("combobox", { name, exact: true });
  const list = (name: string): Locator =>
    (page.url().includes("/brief") ? page : form()).getByRole("button", { name: new RegExp(` ${name}$`) });
  const room = (name: string): Promise<void> =>
    hand.press(page.getByRole("navigation").getByRole("link", { name, exact: true }));
  async function save(): Promise<void> {
    await hand.press(form().getByRole("button", { name: "Save", exact: true }));
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  async function assume(): Promise<void> {
    await hand.press(form().getByRole("button", { name: "Make it an assumption" }));
    await hand.write(field("Assumed by"), "RK");
  }

  it("1, 2. opens a new case, and takes in two dispatches with what is damaged in them", async () => {
    await hand.write(page.getByRole("textbox", { name: "Title of the case" }), "Two dispatches");
    await hand.press(button("Create case"));
    await page.getByText("This case has no documents yet.").waitFor();
    const chooser = page.waitForEvent("filechooser");
    await hand.press(button("Add documents…"));
    await (await chooser).setFiles(DOCUMENTS);
    const sources = page.getByTestId("source-list");
    await sources.getByText(/Letters, a plan in London/).waitFor();
    await sources.getByText(/Anchorage summit ends/).waitFor();
    await sources
      .getByText(/repairs? waits?/)
      .first()
      .waitFor();
  });

  const review = (): Locator => page.getByTestId("review");
  const waiting = async (): Promise<number> =>
    Number(/(\d+) to review/.exec((await review().textContent()) ?? "")?.[1] ?? Number.NaN);

  /** Come to the proposal that says so, whatever else waits. */
  async function proposal(words: string): Promise<Locator> {
    // A term in quotation marks is proposed for itself, and within what is said with it.
    const card = review().locator(".card-waiting", { hasText: words }).first();
    if (handOf === byPointer) await card.click();
    else
      for (let n = 0; !((await card.getAttribute("class")) ?? "").includes("card-focused"); n++) {
        if (n > 80) throw new Error(`J never came to “${words}”.`);
        await page.keyboard.press(n < 40 ? "j" : "k");
      }
    const focused = review().locator(".card-focused", { hasText: words });
    await focused.waitFor();
    return focused;
  }
  async function decide(words: string, name: "Accept" | "Reject" | "Edit"): Promise<void> {
    const card = await proposal(words);
    if (handOf === byKeyboard) await page.keyboard.press(name[0]!.toLowerCase());
    else await card.getByRole("button", { name, exact: true }).click();
  }

  it("3. goes through the suggested claims: accepts, sets aside, edits", async () => {
    await hand.press(page.getByTestId("source-list").getByRole("link", { name: /Letters, a plan/ }));
    await expect.poll(waiting).toBeGreaterThan(5);
    const before = await waiting();
    await decide("will not discuss land", "Accept");
    await expect.poll(waiting).toBe(before - 1);
    await decide("will not come to a table", "Accept");
    await expect.poll(waiting).toBe(before - 2);
    await decide("peacemakers", "Reject");
    await hand.press(form().getByRole("button", { name: "Set aside", exact: true }));
    await expect.poll(waiting).toBe(before - 3);
    await decide("any understanding on", "Edit");
    await hand.choose(list("Whose claim"), "Somebody new…");
    await hand.write(field("Name"), "Donald Trump");
    await hand.press(form().getByRole("button", { name: "Save", exact: true }));
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(waiting).toBe(before - 4);
  });

  it("4. opens the disputed understanding: whose it is, that its verb is lost, and as of which day", async () => {
    const card = review().locator(".card", { hasText: "any understanding on" });
    if (handOf === byKeyboard) {
      for (let n = 0; !((await card.getAttribute("class")) ?? "").includes("card-focused"); n++) {
        if (n > 80) throw new Error("J never came to the claim.");
        await page.keyboard.press(n < 40 ? "j" : "k");
      }
    } else await card.click();
    await hand.press(card.getByRole("link", { name: "All about it" }));
    const object = page.getByTestId("object");
    await object.getByText("Donald Trump").first().waitFor();
    await object
      .getByText(/not known/)
      .first()
      .waitFor();
    await object.locator(".excerpt .here").first().waitFor();
  });

  it("5. fills the position table: one rests on a claim, one on a named assumption, one is a red line", async () => {
    await room("Positions");
    for (const name of ["Kyiv delegation", "Moscow delegation"]) {
      await hand.press(button("New party…"));
      await hand.write(field("Name"), name);
      await hand.choose(list("What it is"), "a body");
      const party = form().getByRole("checkbox", { name: "It is a party to the negotiation" });
      expect(await party.isChecked()).toBe(true);
      await save();
    }
    for (const [name, options] of [
      ["Fortresses", ["given up", "held"]],
      ["Truce", ["at once", "after a settlement"]],
    ] as const) {
      await hand.press(button("New issue…"));
      await hand.write(field("Issue"), name);
      for (const option of options) {
        await hand.write(field("Another option"), option);
        await hand.press(form().getByRole("button", { name: "Add", exact: true }));
      }
      await save();
    }
    const position = async (who: string, wants: string, rejects?: string): Promise<void> => {
      await hand.press(button("New position…"));
      await hand.find(combo("Whose position"), who, who);
      await hand.find(combo("On which issue"), "Fort", "Fortresses");
      await hand.choose(list("Wants"), wants);
      if (rejects !== undefined) await hand.find(combo("Rules out"), rejects, rejects);
      await hand.choose(list("How firm"), rejects === undefined ? "demand" : "red line");
      await hand.choose(list("How we know"), rejects === undefined ? "inferred by us" : "assumed by us");
    };
    await position("Moscow delegation", "given up");
    await hand.find(combo("Claims it rests on"), "will not come", /will not come to a table/);

    await save();
    await position("Kyiv delegation", "held", "given up");
    await assume();
    await save();
    const grid = page.getByRole("grid");
    await grid.getByText("not: given up").waitFor();
    await grid.getByText("a red line stands against it").waitFor();
  });

  it("7. sees which preconditions wait for each other in a circle", async () => {
    await room("Deadlocks");
    for (const [who, needs, before] of [
      ["Moscow delegation", "land settled", "talks held"],
      ["Kyiv delegation", "talks held", "land settled"],
    ] as const) {
      await hand.press(button("New precondition…"));
      await hand.find(combo("Who holds it"), who, who);
      await hand.write(combo("What must come first"), needs);
      await hand.write(combo("Before what"), before);
      await hand.choose(list("What kind of condition"), "necessary");
      await hand.choose(list("Where it stands"), "open");
      await hand.choose(list("How we know"), "inferred by us");
      await hand.find(
        combo("Claims it rests on"),
        "will not",
        who.startsWith("M") ? /will not come/ : /will not discuss/,
      );
      await save();
    }
    await page.getByText("1 circle among 2 preconditions").waitFor();
    await page
      .getByText(/Moscow delegation would have to .*“land settled”/)
      .first()
      .waitFor();
  });

  it("8. builds a package, sees who could accept it and why not; then who could walk away", async () => {
    await room("Packages");
    await page.getByText("Nothing can be computed yet.").waitFor();
    await hand.press(button("Who must agree…"));
    for (const who of ["Kyiv delegation", "Moscow delegation"])
      await hand.find(combo("All of these must agree"), who, who);
    await assume();
    await save();
    for (const [who, held, given] of [
      ["Kyiv delegation", "0.9", "0.1"],
      ["Moscow delegation", "0.2", "0.9"],
    ] as const) {
      await hand.press(button("New valuation…"));
      await hand.find(combo("Whose valuation"), who, who);
      await hand.write(field("From"), "0.3");
      await hand.write(field("to"), "0.4");
      for (const [issue, values] of [
        ["Fortresses", { held, "given up": given }],
        ["Truce", { "at once": "0.7", "after a settlement": "0.6" }],
      ] as const) {
        await hand.press(form().locator("summary", { hasText: issue }));
        await hand.write(field(`Weight of ${issue}: From`), "0.5");
        for (const [option, value] of Object.entries(values))
          await hand.write(field(`Value of ${option}: From`), value);
      }
      await assume();
      await save();
    }
    await page.getByText("What each party makes of it").waitFor();
    await page.getByText(/It holds in \d+% of 400 plausible worlds\./).waitFor();

    await room("Moves");
    for (const [who, name] of [
      ["Kyiv delegation", "table"],
      ["Moscow delegation", "halt"],
    ] as const) {
      await hand.press(button("New move…"));
      await hand.find(combo("Whose move"), who, who);
      await hand.write(field("Short name"), name);
      await assume();
      await save();
    }
    for (const [who, likes] of [
      ["Kyiv delegation", "halt\ntable"],
      ["Moscow delegation", "-halt\ntable"],
    ] as const) {
      await hand.press(button(`Enter the order of ${who}…`));
      await hand.write(field("What they want most, first"), likes);
      await assume();
      await save();
    }
    await page.getByText("Where it can rest").first().waitFor();
    await page.locator(".states-table").waitFor();
  });

  it("9. asks “when”, with a rule, and sees how comparable pasts went", async () => {
    await room("Timing");
    await hand.press(button("New question…"));
    await hand.write(field("Question"), "When do the delegations meet?");
    await hand.write(field("What counts"), "Both sit in one room for an hour.");
    await hand.write(field("How it is decided"), "By the word of the host.");
    await hand.write(field("Who decides"), "The host");
    await hand.date(form().getByLabel("Lasts since"), "2022-02-24");
    await hand.press(button("Put the question"));
    await hand.date(page.getByLabel("Looked at on"), "2026-06-22");
    await page.getByText("8 of 95 lasted as long").waitFor();
  });

  it("10. writes the brief on a result, cuts it down to a level, and exports it", async () => {
    await room("Brief");
    await hand.press(button("Begin the brief"));
    await hand.press(button(/^Add a sentence/));
    await hand.write(
      page.getByRole("textbox", { name: "Sentence", exact: true }),
      "The talks wait for each other in a circle.",
    );
    await hand.write(page.getByRole("searchbox", { name: /Find claims/ }), "wait for each other");
    await hand.press(page.getByRole("button", { name: /^Rest it on/ }).first());
    await hand.press(button("Save the sentence"));
    const brief = page.getByTestId("brief");
    const sentence = brief.locator("a.sentence", { hasText: "The talks wait for each other" });
    await sentence.waitFor();
    const exported = async (): Promise<string> => {
      const coming = page.waitForEvent("download");
      await hand.press(page.getByRole("link", { name: "Export HTML" }));
      const download: Download = await coming;
      return readFileSync(await download.path(), "utf8");
    };
    const whole = await exported();
    expect(whole).toContain("The talks wait for each other");
    expect(whole).toContain("will not come to a table before land is settled");
    await hand.choose(list("Written for"), "Public");
    await sentence.waitFor({ state: "detached" });
    const cut = await exported();
    expect(cut).not.toContain("The talks wait for each other");
    expect(cut).not.toContain("will not come to a table");
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
