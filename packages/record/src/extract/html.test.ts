import { describe, expect, it } from "vitest";
import { clean } from "../clean.ts";

const page = (body: string, head = ""): Uint8Array =>
  new TextEncoder().encode(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
const LONG =
  "The upland board said on Monday that no gate would be opened before the level is agreed, a position it has held since the first meeting, when both delegations left the hall without a word.";

describe("pages", () => {
  it("give the article with every character's raw place, references decoded", () => {
    const document = clean(
      page(
        `<nav><a href="/">Home</a></nav><article><h1>Talks &amp; gates</h1><p>${LONG}</p><p>A&#8217;s b&ouml;se &lt;gate&gt; <i>is</i>   <b>sh</b>ut&#x1F5D9;.</p><p>${LONG}</p></article><footer><p>© 2026 X</p></footer>`,
      ),
      { mediaType: "text/html" },
    );
    expect(document.text).toBe(`Talks & gates\n\n${LONG}\n\nA’s böse <gate> is shut🗙.\n\n${LONG}`);
    const rawOf = (words: string): string => {
      const at = document.text.indexOf(words);
      return document.raw.slice(...document.map.toRaw([at, at + words.length]));
    };
    expect(rawOf("’")).toBe("&#8217;");
    expect(rawOf("böse")).toBe("b&ouml;se");
    expect(rawOf("<gate>")).toBe("&lt;gate&gt;");
    expect(rawOf("shut")).toBe("sh</b>ut");
    expect(rawOf("🗙")).toBe("&#x1F5D9;");
    expect(document.furniture.map((f) => [f.text, document.raw.slice(...f.raw)])).toEqual([
      ["Home", "Home"],
      ["© 2026 X", "© 2026 X"],
    ]);
  });

  it("keep the heading that is the title with the site's name behind it", () => {
    const document = clean(
      page(
        `<h1>The gates stay shut</h1><div>${LONG}<br><br>${LONG} Again.</div>`,
        "<title>The gates stay shut | The Weir</title>",
      ),
      { mediaType: "text/html" },
    );
    expect(document.text.startsWith("The gates stay shut\n\n")).toBe(true);
    expect(document.blocks.map((block) => block.type)).toEqual(["title", "paragraph", "paragraph"]);
  });

  it("never run or show scripts and styles", () => {
    const document = clean(
      page(
        `<script>globalThis.touched = true; document.write("<p>written</p>")</script><style>p{}</style><p onclick="x()">${LONG}</p>`,
      ),
      { mediaType: "text/html" },
    );
    expect(document.text).toBe(LONG);
    expect((globalThis as { touched?: boolean }).touched).toBeUndefined();
  });

  it("mark a link without words as a gap", () => {
    const document = clean(
      page(
        `<p>${LONG}</p><p>The former published an <a href="/x"></a> and left. See <a href="/y">this</a> and <a name="z"></a> that.</p>`,
      ),
      {
        mediaType: "text/html",
      },
    );
    expect(document.gaps.map((g) => [g.kind, g.rule])).toEqual([["lost-link", "link without words"]]);
    expect(document.text.slice(0, document.gaps[0]!.at).endsWith("published an")).toBe(true);
  });

  it("give metadata with its place", () => {
    const head = `<title>Talks &amp; gates | Gazette</title><meta property="og:site_name" content="Valley Gazette"><meta name="author" content="R. Kell"><meta property="article:published_time" content="2026-05-04T08:00:00Z">`;
    const { metadata, raw } = clean(page(`<p>${LONG}</p>`, head), { mediaType: "text/html" });
    expect([
      metadata.title?.value,
      metadata.publisher?.value,
      metadata.byline?.value,
      metadata.published?.value,
    ]).toEqual(["Talks & gates | Gazette", "Valley Gazette", "R. Kell", "2026-05-04"]);
    expect(raw.slice(...metadata.title!.raw)).toBe("Talks &amp; gates | Gazette");
    expect(raw.slice(...metadata.publisher!.raw)).toContain("Valley Gazette");
  });

  it("are read although they are broken", () => {
    const text = (html: string): string =>
      clean(new TextEncoder().encode(html), { mediaType: "text/html" }).text;
    // As in a browser, a closing tag that closes nothing is none.
    expect(text("<p>one<p>two</div></b> three")).toBe("one\n\ntwo three");
    expect(text("a &amp b &nosuch; c &#xD800; d")).toBe("a & b &nosuch; c \ufffd d");
    expect(text("<p>cut off <a href='")).toBe("cut off");
    expect(text("line<br>break")).toBe("line\n\nbreak");
  });

  it("keep an exact map when they end inside a tag", () => {
    const { map, text, raw } = clean(new TextEncoder().encode("<ul><lComments\ni>b</▒ caf&#x1f600;é two c"), {
      mediaType: "text/html",
    });
    const { segments: s } = map;
    for (let i = 5; i < s.length; i += 5) expect([s[i], s[i + 2]]).toEqual([s[i - 4], s[i - 2]]);
    expect(s.at(-4)).toBe(text.length);
    expect(s.at(-2)).toBe(raw.length);
  });
});
