import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, SKIP, type Workbench } from "./workbench.ts";

const NASTY = `<img src=x onerror="window.hit=1"><script>window.hit=2</script> javascript:hit \u202e`;

/** What a page may try: run, fetch, send, lead away, or draw over the workbench. Every word of its body says so. */
const HOSTILE_PAGE = `<!doctype html>
<html manifest="https://elsewhere.example/app.manifest"><head>
<base href="https://elsewhere.example/">
<meta charset="utf-8"><title>Hostile <img src=x onerror="window.hit='title'"></title>
<meta http-equiv="refresh" content="0; url=https://elsewhere.example/refresh">
<meta http-equiv="Content-Security-Policy" content="default-src *">
<link rel="stylesheet" href="https://elsewhere.example/style.css"><link rel="prefetch" href="https://elsewhere.example/p">
<link rel="icon" href="https://elsewhere.example/icon.png">
<style>@import url("https://elsewhere.example/import.css"); body { background: url(https://elsewhere.example/bg.png) } .record { display: none !important }</style>
<script>window.hit = "script"; fetch("https://elsewhere.example/fetch")</script>
<script src="https://elsewhere.example/script.js"></script>
</head><body onload="window.hit='load'">
<article><h1>A page that wants to be a program</h1>
<p>The first paragraph is sound, and says that the gates stay shut until the envoy comes back to the bridge over the river.</p>
<p><img src="https://elsewhere.example/pixel.gif" onerror="window.hit='img'" srcset="https://elsewhere.example/2x.png 2x">Words beside a picture that calls home whenever somebody looks at the text of this document.</p>
<p><svg onload="window.hit='svg'"><script>window.hit='svg script'</script><use href="https://elsewhere.example/a.svg#a"/><image href="https://elsewhere.example/b.png"/></svg>Words beside a drawing that would run as soon as it is drawn, if anything of it were drawn.</p>
<iframe src="https://elsewhere.example/frame"></iframe><iframe srcdoc="<script>parent.hit='srcdoc'</script>"></iframe>
<object data="https://elsewhere.example/o.swf"></object><embed src="https://elsewhere.example/e.pdf">
<video src="https://elsewhere.example/v.mp4" autoplay poster="https://elsewhere.example/v.png"></video><audio src="https://elsewhere.example/a.mp3" autoplay></audio>
<p><a href="javascript:window.hit='link'">A link that runs</a>, <a href="data:text/html,<script>opener.hit='data'</script>">a link that carries its own page</a>, <a href="https://elsewhere.example/away" ping="https://elsewhere.example/ping">a link that leads away</a>: all three are words here and nothing else.</p>
<form action="https://elsewhere.example/form" method="post"><input name="secret" value="x" autofocus onfocus="window.hit='focus'"><button formaction="https://elsewhere.example/b">Send</button></form>
<p style="position:fixed;inset:0;background:url('https://elsewhere.example/inline.png')">Words that would cover the whole window, and fetch a picture for it while they are at it.</p>
<math><mtext><table><mglyph><style><img src=x onerror="window.hit='mutation'"></style></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=window.hit='noscript'>">Words for those who run no scripts, which here is everybody who reads this document.</p></noscript>
<p>&lt;script&gt;window.hit='escaped'&lt;/script&gt; &lt;img src=x onerror=window.hit='escaped'&gt; are words of the text, and stay words when they are shown to whoever reads it.</p>
<p>The last paragraph is sound too: the envoy said “no gate opens without us”, and nobody in the hall answered her.</p>
</article></body></html>`;

describe.skipIf(SKIP)("words that want to be a program", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    const { page, origin, url } = bench;
    await page.goto(url);
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Title of the case" }).fill("Hostile");
    await page.keyboard.press("Enter");
    await page.getByText("This case has no documents yet.").waitFor();
    await page.evaluate(async (nasty) => {
      const named = encodeURIComponent(`${nasty}.txt`);
      await fetch(`/api/cases/hostile/documents?name=${named}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: `One text. The board said that ${nasty} no gate opens.`,
      });
      const edits = [
        {
          kind: "actor",
          id: "a",
          value: { kind: "actor", id: "a", name: nasty, type: "state", party: true },
        },
        { kind: "issue", id: "i", value: { kind: "issue", id: "i", name: nasty, options: { o: nasty } } },
        {
          kind: "claim",
          id: "c",
          value: {
            kind: "claim",
            id: "c",
            says: nasty,
            by: "a",
            act: "asserts",
            polarity: "yes",
            note: nasty,
            basis: { assumption: { by: nasty, on: "2026-11-23", why: nasty } },
          },
        },
        {
          kind: "position",
          id: "p",
          value: {
            kind: "position",
            id: "p",
            of: "a",
            issue: "i",
            wants: "o",
            firmness: "demand",
            standing: "assumed",
            basis: { claims: ["c"] },
          },
        },
      ];
      const reply = await fetch("/api/cases/hostile/changes", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ why: nasty, edits }),
      });
      if (!reply.ok) throw new Error(await reply.text());
    }, NASTY);
  });
  afterAll(() => bench?.close());

  it("stay words on every screen: in a claim, a name, a reason, a document and its file's name", async () => {
    const { page, origin } = bench;
    for (const path of [
      "record",
      "positions",
      "positions?of=a&on=i",
      "packages",
      "moves",
      "timing",
      "brief",
      "history",
      "object/claim/c",
      "object/position/p",
    ]) {
      await page.goto(`${origin}/c/hostile/${path}`);
      await page.locator("main h1, main h2").first().waitFor({ state: "attached" });
      // What would run would run at once; this leaves it the time of a few frames.
      await page.waitForTimeout(300);
      expect([path, await page.evaluate(() => (window as { hit?: number }).hit)]).toEqual([path, undefined]);
      expect(await page.locator("main img, main script").count()).toBe(0);
    }
    await page.getByText("<script>window.hit=2</script>").first().waitFor();
    expect(bench.elsewhere).toEqual([]);
    // A refused inline script would be told here.
    expect(bench.errors).toEqual([]);
  });

  it("a page full of programs is text wherever its document is shown, and asks for nothing elsewhere", async () => {
    const { page, origin } = bench;
    const id = await page.evaluate(async (html) => {
      const reply = await fetch("/api/cases/hostile/documents?name=hostile.html", {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: html,
      });
      if (!reply.ok) throw new Error(await reply.text());
      return ((await reply.json()) as { source: string }).source;
    }, HOSTILE_PAGE);
    for (const path of [
      `record/${id}`,
      `repairs/${id}`,
      "sources",
      "sources?list=gaps",
      "sources?list=findings",
      "timeline",
      "disputes",
      `object/source/${id}`,
      `object/text/${id}.text`,
      "text",
      "history",
    ]) {
      await page.goto(`${origin}/c/hostile/${path}`);
      await page.locator("main h1, main h2, main article").first().waitFor({ state: "attached" });
      await page.waitForTimeout(300);
      expect([path, await page.evaluate(() => (window as { hit?: string }).hit)]).toEqual([path, undefined]);
      expect([path, new URL(page.url()).origin]).toEqual([path, origin]);
      const foreign = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'base, meta[http-equiv="refresh"], iframe, object, embed, video, audio, main form[action], main svg script, math, [onerror], [onload], [onfocus], a[href^="javascript:"], a[href^="data:"], [src*="elsewhere.example"], [href*="elsewhere.example"], [style*="elsewhere.example"]',
          ),
        ].map((element) => element.outerHTML.slice(0, 120)),
      );
      expect([path, foreign]).toEqual([path, []]);
    }
    await page.goto(`${origin}/c/hostile/record/${id}`);
    const text = page.getByTestId("document-text");
    await text.getByText("The last paragraph is sound too").waitFor();
    // What the page wrote as words is there as words; what it wrote as a program is not part of the text.
    expect(await text.innerText()).toContain("<script>window.hit='escaped'</script>");
    expect(await text.innerText()).not.toContain("fetch(");
    await text.getByText("A link that runs").click();
    // The raw characters are shown as they came, and are no more than characters.
    await page.getByRole("button", { name: "Raw characters" }).click();
    const raw = page.getByTestId("raw-text");
    await raw.waitFor();
    expect(await raw.innerText()).toContain('<meta http-equiv="refresh"');
    expect(await raw.locator("img, script, iframe, svg, form, a").count()).toBe(0);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as { hit?: string }).hit)).toBe(undefined);
    expect(bench.elsewhere).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
