import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, violations, type Workbench } from "./workbench.ts";

/** Twelve parties, twelve issues, five options each: 244 million packages, which take minutes. */
function lasting(): object[] {
  const names = (letter: string, n: number): string[] => Array.from({ length: n }, (_, k) => `${letter}${k}`);
  const [parties, issues, options] = [names("a", 12), names("i", 12), names("o", 5)];
  const basis = { assumption: { by: "RK", on: "2026-11-23", why: "for the test" } };
  const of = <T>(keys: string[], value: (key: string, n: number) => T): Record<string, T> =>
    Object.fromEntries(keys.map((key, n) => [key, value(key, n)]));
  return [
    ...parties.map((id) => ({ kind: "actor", id, name: `Actor ${id}`, type: "state", party: true })),
    ...issues.map((id) => ({ kind: "issue", id, name: `Issue ${id}`, options: of(options, (o) => o) })),
    ...parties.map((party, p) => ({
      kind: "valuation",
      id: `v-${party}`,
      party,
      weights: of(issues, () => ({ low: 1, high: 5 })),
      values: of(issues, (_, k) =>
        of(options, (__, m) => ({ low: 0, high: ((k * 7 + m * 3 + p) % 10) / 10 })),
      ),
      noDeal: { low: 0.05, high: 0.2 },
      basis,
    })),
  ];
}

describe.skipIf(SKIP)("a computation that lasts", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    const { page, url, origin } = bench;
    await page.goto(url);
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Lasting");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    await page.evaluate(async (values) => {
      const edits = values.map((value) => {
        const { kind, id } = value as { kind: string; id: string };
        return { kind, id, value };
      });
      const reply = await fetch("/api/cases/lasting/changes", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ why: "", edits }),
      });
      if (!reply.ok) throw new Error(await reply.text());
    }, lasting());
  });
  afterAll(() => bench?.close());

  const rename = (name: string): Promise<number> =>
    bench.page.evaluate(async (called) => {
      const began = performance.now();
      const value = { kind: "actor", id: "a0", name: called, type: "state", party: true };
      const reply = await fetch("/api/cases/lasting/changes", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ why: "", edits: [{ kind: "actor", id: "a0", value }] }),
      });
      if (!reply.ok) throw new Error(await reply.text());
      return performance.now() - began;
    }, name);

  it("says how far it is and is stopped by keyboard; an edit meanwhile is taken and starts it anew", async () => {
    const { page, origin } = bench;
    await page.goto(`${origin}/c/lasting/packages`);
    const status = page.getByRole("status").filter({ hasText: /Computing… \d+ %/ });
    await status.waitFor();
    const share = Number(/(\d+)\s*%/.exec((await status.textContent()) ?? "")?.[1]);
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThan(100);
    expect(await violations(page)).toEqual([]);
    // What comes and goes moves nothing that somebody is about to press.
    const room = page.getByRole("link", { name: "Coalitions" });
    const during = await room.boundingBox();

    // The server goes on answering while it computes, and the change appears.
    await rename("Changed meanwhile");
    await page.getByText("Changed meanwhile").first().waitFor();
    await status.waitFor();

    const stop = status.getByRole("button", { name: "Stop" });
    await stop.focus();
    await page.keyboard.press("Enter");
    await status.waitFor({ state: "detached" });
    expect(await room.boundingBox()).toEqual(during);
    // What the screen works out by itself is stopped there and says so.
    const own = page.locator("main").getByRole("button", { name: "Cancel" });
    await own.first().focus();
    await page.keyboard.press("Enter");
    const stopped = page.getByText("The computation was stopped.").first();
    await stopped.waitFor();
    expect(await page.evaluate(async () => (await fetch("/api/cases/lasting")).status)).toBe(200);

    // Stopped is not for ever: the next change of the case has it computed again, and that can be stopped again.
    await rename("Changed after");
    await status.waitFor();
    await status.getByRole("button", { name: "Stop" }).click();
    await status.waitFor({ state: "detached" });
    expect(bench.elsewhere).toEqual([]);
  });

  it("is told to a second window too, and does not keep the server from ending", async () => {
    const { page, origin } = bench;
    await rename("Seen by two");
    await page.goto(`${origin}/c/lasting/brief`);
    const status = page.getByRole("status").filter({ hasText: /Computing… \d+ %/ });
    await status.waitFor();
    const second = await page.context().newPage();
    await second.goto(`${origin}/c/lasting/record`);
    const there = second.getByRole("status").filter({ hasText: /Computing… \d+ %/ });
    await there.waitFor();
    await there.getByRole("button", { name: "Stop" }).click();
    await there.waitFor({ state: "detached" });
    await status.waitFor({ state: "detached" });
    await second.close();
    // A thread in the middle of its work does not keep the server from ending.
    await rename("Once more");
    await page.goto(`${origin}/c/lasting/packages`);
    await status.waitFor();
    const began = Date.now();
    await bench.stopServer();
    expect(Date.now() - began).toBeLessThan(5000);
  });
});
