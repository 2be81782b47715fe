import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, ROOT, SKIP, type Workbench } from "./workbench.ts";

const DOCUMENTS = ["summit-2025-08.html", "letters-2026-06.txt"].map((name) =>
  join(ROOT, "examples/anchorage/sources", name),
);

/** What is worth what to a party, as somebody types it into the text form. */
const valuation = (party: string, open: number, shut: number): string => `parley: 1
valuations:
  ${party}-worth:
    party: ${party}
    noDeal: 0.2..0.4
    weights: {crossing: 1}
    values: {crossing: {open: ${open}, shut: ${shut}}}
    basis: assumption by RK on 2026-11-23
`;

/** How somebody works: with the keyboard alone, or with a pointer. */
interface Hand {
  press(target: Locator): Promise<void>;
  /** Put words into a field, taking the place of what is in it. */
  write(field: Locator, words: string): Promise<void>;
}

/** Tab until the target has the focus, then Enter: nothing is reached in any other way. */
function keyboard({ page }: Workbench): Hand {
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let i = 0; i < 250; i++) {
      if (await target.evaluate((e) => e === document.activeElement || e.contains(document.activeElement)))
        return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${target}.`);
  };
  return {
    async press(target) {
      await reach(target);
      await page.keyboard.press("Enter");
    },
    async write(field, words) {
      await reach(field);
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(words);
    },
  };
}

function pointer(): Hand {
  return {
    press: (target) => target.click(),
    async write(field, words) {
      await field.click();
      await field.page().keyboard.press("Control+a");
      await field.page().keyboard.insertText(words);
    },
  };
}

/** Names and events are proposed too; what goes into the brief here is a claim whose words hold a quotation. */
const QUOTING = "no deal until";

describe.skipIf(SKIP).each(["keyboard", "pointer"] as const)("a day’s work, by %s", (how) => {
  let bench: Workbench;
  let hand: Hand;
  const role = (of: Parameters<Workbench["page"]["getByRole"]>[0], name: string | RegExp): Locator =>
    bench.page.getByRole(of, { name, ...(typeof name === "string" ? { exact: true } : {}) });
  const room = (name: string): Promise<void> => hand.press(role("link", name));
  const dialog = (): Locator => bench.page.getByRole("dialog");
  const field = (name: string | RegExp): Locator => dialog().getByLabel(name, { exact: true });
  const save = async (): Promise<void> => {
    await hand.press(dialog().getByRole("button", { name: "Save", exact: true }));
    await dialog().waitFor({ state: "detached" });
  };
  /** Choose in a list that opens: with a pointer, or down to it with the arrows. */
  const choose = async (list: Locator, option: string): Promise<void> => {
    await hand.press(list);
    const found = bench.page.getByRole("option", { name: option, exact: true });
    await found.waitFor();
    if (how === "pointer") await found.click();
    else {
      await bench.page.keyboard.press("Home");
      for (let i = 0; i < 40; i++) {
        if (await found.evaluate((e) => e === document.activeElement)) break;
        await bench.page.keyboard.press("ArrowDown");
      }
      await bench.page.keyboard.press("Enter");
    }
    await found.waitFor({ state: "detached" });
  };
  const find = async (combo: Locator, words: string, option: string | RegExp): Promise<void> => {
    await hand.write(combo, words);
    const found = bench.page.getByRole("option", { name: option }).first();
    await found.waitFor();
    if (how === "pointer") await found.click();
    else {
      await bench.page.keyboard.press("ArrowDown");
      await bench.page.keyboard.press("Enter");
    }
    await found.waitFor({ state: "detached" });
  };
  /** Make an object by writing it as text. */
  const asText = async (opener: Locator, text: string): Promise<void> => {
    await hand.press(opener);
    const toText = dialog().getByRole("radio", { name: "Text" });
    if (how === "pointer") await toText.click();
    else {
      await hand.press(dialog().getByRole("radio", { name: "Form" }));
      await bench.page.keyboard.press("ArrowRight");
      await bench.page.keyboard.press("Enter");
    }
    await hand.write(dialog().locator(".text-editor-place"), text);
    await bench.page.getByText("The check finds nothing wrong.").waitFor();
    await save();
  };

  beforeAll(async () => {
    bench = await openWorkbench();
    hand = how === "keyboard" ? keyboard(bench) : pointer();
    await bench.page.goto(bench.url);
    await bench.page.goto(`${bench.origin}/`);
  });
  afterAll(() => bench?.close());

  it("1, 2: opens a new case and drops in documents, damaged ones too", async () => {
    const { page } = bench;
    await hand.write(role("textbox", "Title of the case"), "A crossing");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      hand.press(role("button", "Add documents…")),
    ]);
    await chooser.setFiles(DOCUMENTS);
    await page.getByTestId("source-list").getByText("Letters, a plan in London").waitFor();
    await page
      .getByTestId("source-list")
      .getByText(/repairs? waits?/)
      .waitFor();
  });

  it("3, 4: goes through the suggested claims, and sees on whose word one stands", async () => {
    const { page } = bench;
    const review = page.getByTestId("review");
    await hand.press(page.getByTestId("source-list").getByRole("link", { name: /Anchorage summit ends/ }));
    await review.locator(".card-waiting", { hasText: QUOTING }).first().waitFor();
    const before = Number(/(\d+) to review/.exec(await review.innerText())?.[1]);
    if (how === "keyboard") {
      await page.keyboard.press("Escape");
      const focused = page.locator('.card-focused[data-ref^="claim:"]', { hasText: QUOTING });
      for (let n = 0; (await focused.count()) === 0; n++) {
        if (n > 80) throw new Error("J never came to a claim with a quotation in it.");
        await page.keyboard.press("j");
      }
      await page.keyboard.press("a");
    } else {
      await review.locator('.card-waiting[data-ref^="claim:"]', { hasText: QUOTING }).first().click();
      await review.getByRole("button", { name: "Accept", exact: true }).first().click();
    }
    await expect
      .poll(async () => Number(/(\d+) to review/.exec(await review.innerText())?.[1]))
      .toBe(before - 1);
    await page.getByText("1 accepted").waitFor();
  });

  it("5: fills the table of positions, each with what it rests on", async () => {
    const { page } = bench;
    await room("Positions");
    for (const name of ["Northbank", "Southbank"]) {
      await hand.press(role("button", "New party…"));
      await hand.write(field("Name"), name);
      await choose(dialog().getByRole("button", { name: /What it is/ }), "a state");
      await save();
    }
    await hand.press(role("button", "New issue…"));
    await hand.write(field("Issue"), "Crossing");
    for (const option of ["open", "shut"]) {
      await hand.write(dialog().getByRole("textbox", { name: "Another option" }), option);
      await hand.press(dialog().getByRole("button", { name: "Add", exact: true }));
    }
    await save();
    await page.getByRole("grid").waitFor();
    await hand.press(role("button", "New position…"));
    await find(dialog().getByRole("combobox", { name: "Whose position" }), "North", "Northbank");
    await find(dialog().getByRole("combobox", { name: "On which issue" }), "Cross", "Crossing");
    await choose(dialog().getByRole("button", { name: /Wants/ }), "open");
    await choose(dialog().getByRole("button", { name: /How firm/ }), "demand");
    await choose(dialog().getByRole("button", { name: /How we know/ }), "assumed by us");
    await hand.press(dialog().getByRole("button", { name: "Make it an assumption" }));
    await hand.write(dialog().getByRole("textbox", { name: "Assumed by" }), "RK");
    await save();
    await expect.poll(() => page.getByRole("gridcell").first().innerText()).toMatch(/open[\s\S]*assumed/);
    await page.getByRole("rowheader").getByText("one side known").waitFor();
  });

  it("7: sees preconditions wait for each other, and how the circle could be cut", async () => {
    const { page } = bench;
    await room("Deadlocks");
    const opener = role("button", "New precondition…").first();
    const precondition = (id: string, holder: string, needs: string, before: string): string => `parley: 1
preconditions:
  ${id}:
    holder: ${holder}
    needs: ${needs}
    for: ${before}
    type: necessary
    status: open
    standing: assumed
    basis: assumption by RK on 2026-11-23
`;
    await asText(opener, precondition("one", "northbank", "gate opened", "talks begun"));
    await asText(opener, precondition("two", "southbank", "talks begun", "gate opened"));
    await page.getByText("1 circle among 2 preconditions").waitFor();
    await page.getByText("Where it could be cut").waitFor();
  });

  it("8: builds a package and is told who could accept it", async () => {
    const { page } = bench;
    await room("Packages");
    await page.getByText("Nothing can be computed yet.").waitFor();
    await asText(role("button", "New valuation…"), valuation("northbank", 0.9, 0.1));
    await asText(role("button", "New valuation…"), valuation("southbank", 0.6, 0.5));
    await page.getByText("1 of 2 packages crosses no red line").waitFor();
    if (how === "pointer") await page.getByText("open", { exact: true }).click();
    else {
      await keyboardRadio();
    }
    await page.getByText("All whose consent is needed could accept this package.").waitFor();
  });
  /** Tab to the group and choose its first option with the arrows. */
  async function keyboardRadio(): Promise<void> {
    const { page } = bench;
    const group = page.getByRole("radiogroup", { name: "Crossing" });
    for (let i = 0; i < 80; i++) {
      if (await group.evaluate((e) => e.contains(document.activeElement))) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("ArrowDown");
  }

  it("8, 9: sees where moves would be, and asks when, with a rule and a base rate", async () => {
    const { page } = bench;
    await room("Moves");
    await page.getByTestId("moves").waitFor();
    await room("Timing");
    await hand.press(role("button", "New question…").first());
    await hand.write(field("Question"), "When does the crossing open?");
    await hand.write(field("What counts"), "Traffic of both banks passes for a whole day.");
    await hand.write(field("How it is decided"), "The word of both boards.");
    await hand.press(dialog().getByRole("button", { name: "Put the question" }));
    await page.getByRole("heading", { name: "When does the crossing open?" }).waitFor();
    await page.getByText("There is no base rate.").waitFor();
  });

  it("10: writes a brief that rests on the record, cuts it to a level and exports it", async () => {
    const { page } = bench;
    await room("Record");
    await page.getByText("1 accepted").waitFor();
    if (how === "keyboard") {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("j");
        if ((await page.locator(".card-focused:not(.card-waiting)").count()) > 0) break;
      }
      await page.keyboard.press("b");
    } else {
      await page.locator(".card:not(.card-waiting)").first().click();
      await page
        .getByRole("button", { name: /Add to the brief/ })
        .first()
        .click();
    }
    await page.getByText("Added to the brief, with its source.").waitFor();
    await room("Brief");
    const brief = page.getByTestId("brief");
    await brief.locator("a.sentence").first().waitFor();
    await hand.press(brief.locator("a.sentence").first());
    await page.getByTestId("chain").locator(".here").first().waitFor();
    await page.keyboard.press("Escape");
    await choose(page.getByRole("button", { name: /Written for/ }), "Public");
    await page.getByText("handling level Public").waitFor();
    await choose(page.getByRole("button", { name: /Written for/ }), "Team");
    await page.getByText("handling level Team").waitFor();
    // A number that no source gives: such a brief is not handed out.
    const rewrite = async (sentence: string): Promise<void> => {
      await hand.press(brief.getByRole("button", { name: "Edit", exact: true }).first());
      await hand.write(page.getByRole("textbox", { name: "Sentence" }), sentence);
      await hand.press(role("button", "Save the sentence"));
    };
    await rewrite("There is no deal, it was said 47 times afterwards.");
    await page.getByRole("heading", { name: /that nothing vouches for/ }).waitFor();
    expect(await page.getByRole("button", { name: "Export HTML" }).isDisabled()).toBe(true);
    await rewrite("There is no deal, it was said afterwards.");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      hand.press(role("link", "Export HTML")),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.html$/);
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
