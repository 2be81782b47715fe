import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CleanDocument } from "../document.ts";
import { RecordError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { readDocument } from "../read-document.ts";
import {
  assemble,
  docxParagraph,
  type MadeLine,
  makeDocx,
  makePdf,
  makeZip,
  stream,
} from "../testing/made-files.ts";
import { attachmentsOf } from "./attachments.ts";
import { decodeWords, readMime, withParameters } from "./mime.ts";
import { zipEntries } from "./zip.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const LONG =
  "The upland board said on Monday that no gate would be opened before the level is agreed, a position it has held since the first meeting.";

async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(RecordError);
    return (error as RecordError).code;
  }
  return "no error";
}

/** Every character of the text leads to characters of the layer that spell it, blanks aside. */
function mapHolds({ text, raw, map }: CleanDocument): void {
  const s = map.segments;
  let [t, r] = [0, 0];
  for (let i = 0; i < s.length; i += 5) {
    expect([s[i], s[i + 2]]).toEqual([t, r]);
    if (s[i + 4] === 1) expect(raw.slice(s[i + 2], s[i + 3])).toBe(text.slice(s[i], s[i + 1]));
    else if (s[i + 1]! > s[i]!) expect(text.slice(s[i], s[i + 1])).toMatch(/^\s+$/);
    [t, r] = [s[i + 1]!, s[i + 3]!];
  }
  expect([t, r]).toEqual([text.length, raw.length]);
}

const wrapped = (lines: readonly string[], top = 700): MadeLine[] =>
  lines.map((text, i) => ({ text, y: top - 14 * i }));

describe("PDF", () => {
  it("gives paragraphs from lines, joins parted words, keeps a word's own hyphen, and tells the pages", async () => {
    const document = await readDocument(
      makePdf(
        [
          wrapped([
            "The upland board said on Monday after long nego-",
            "tiations that a well-known rule and the well-",
            "known gate stay shut until the level is agreed.",
          ]),
          wrapped(["A second page says that the lowlands have not answered at all."]),
        ],
        { deflate: true, title: "Upland talks" },
      ),
      { name: "a.pdf" },
    );
    expect(document.text).toBe(
      "The upland board said on Monday after long negotiations that a well-known rule and the well-known gate stay shut until the level is agreed.\n\nA second page says that the lowlands have not answered at all.",
    );
    expect(document.blocks.map((block) => block.page)).toEqual([1, 2]);
    expect(document.mediaType).toBe("application/pdf");
    expect(document.layer?.of).toBe("pdf");
    expect(document.layer?.said.join(" ")).toContain("1 word parted at a line end joined");
    expect(document.metadata.title?.value).toBe("Upland talks");
    const at = document.text.indexOf("negotiations");
    expect(document.raw.slice(...document.map.toRaw([at, at + 12]))).toBe("nego-\ntiations");
    mapHolds(document);
  });

  it("leaves running heads, feet and page numbers out, and goes on over the page's end", async () => {
    const page = (n: number, first: string): MadeLine[] => [
      { text: "Upland Papers 7", y: 770, size: 9 },
      { text: first, y: 700 },
      { text: "and the board would then meet again before the end of", y: 686 },
      { text: `Page ${n}`, y: 20, size: 9 },
    ];
    const document = await readDocument(
      makePdf([
        page(3, "Nobody knew when the talks would go on this year,"),
        page(4, "the year in spite of it,"),
        page(5, "which was said again,"),
      ]),
    );
    expect(document.text).toBe(
      "Nobody knew when the talks would go on this year, and the board would then meet again before the end of the year in spite of it, and the board would then meet again before the end of which was said again, and the board would then meet again before the end of",
    );
    expect(document.furniture.map((f) => f.text)).toEqual(
      [3, 4, 5]
        .flatMap(() => ["Upland Papers 7"])
        .concat(["Page 3", "Page 4", "Page 5"])
        .sort(byPage),
    );
    mapHolds(document);
  });

  it("marks a page without text as a gap where it stands, and refuses a scan of nothing else", async () => {
    const document = await readDocument(
      makePdf([
        wrapped([`${LONG.slice(0, 60)}.`]),
        [],
        wrapped(["What follows stands on the third page of the file."]),
      ]),
    );
    const gap = document.gaps.find((g) => g.kind === "ocr");
    expect(gap?.reason).toContain("page 2");
    expect(document.text.slice(0, gap?.at)).toBe(`${LONG.slice(0, 60)}.`);
    expect(await codeOf(() => readDocument(makePdf([[], []])))).toBe("no-text");
  });

  it("refuses what is broken, locked or packed to burst", async () => {
    const good = makePdf([wrapped([LONG.slice(0, 70)])]);
    expect(await codeOf(() => readDocument(utf8("%PDF-1.4\nnothing")))).toBe("damaged");
    expect(await codeOf(() => readDocument(good.subarray(0, 40)))).toBe("damaged");
    const locked = makePdf([wrapped([LONG.slice(0, 70)])], {
      encrypt: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"00".repeat(32)}> /U <${"11".repeat(32)}> /P -4 >> /ID [<00> <00>]`,
    });
    expect(await codeOf(() => readDocument(locked))).toBe("locked");
    const zeros = new Uint8Array(LIMITS.unpacked + 1).fill(32);
    const bomb = assemble(
      ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", stream(zeros, true)],
      "/Root 1 0 R",
    );
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await codeOf(() => readDocument(bomb))).toBe("too-large");
    const twice = assemble(
      ["<< /Type /Catalog >>", stream(utf8("x"), true, "[/FlateDecode /FlateDecode]")],
      "/Root 1 0 R",
    );
    expect(await codeOf(() => readDocument(twice))).toBe("too-large");
  });

  it("never fails in another way, whatever bytes are changed", { timeout: 60_000 }, async () => {
    const good = makePdf([wrapped([LONG.slice(0, 70)]), wrapped(["Another page of it."])]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (changes) => {
          const bytes = good.slice();
          for (const [at, value] of changes) bytes[at] = value;
          bytes.set(utf8("%PDF-"));
          try {
            mapHolds(await readDocument(bytes, { name: "a.pdf" }));
          } catch (error) {
            if (!(error instanceof RecordError)) throw error;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

const byPage = (a: string, b: string): number => PLACES.indexOf(a) - PLACES.indexOf(b);
const PLACES = ["Upland Papers 7", "Page 3", "Page 4", "Page 5"];

describe(".docx", () => {
  it("takes tracked insertions, leaves deletions, comments and hidden words out, and says so", async () => {
    const document = await readDocument(
      makeDocx(
        `${docxParagraph("Upland talks", "Titre1")}<w:p><w:r><w:t xml:space="preserve">The board said </w:t></w:r><w:del w:id="1"><w:r><w:delText>no</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>yes</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> on Monday</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>First point</w:t></w:r></w:p>`,
        {
          "word/styles.xml": `<w:styles><w:style w:styleId="Titre1"><w:name w:val="Title"/></w:style></w:styles>`,
          "word/footnotes.xml": `<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Minutes of 3 May.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
          "word/header1.xml": `<w:hdr><w:p><w:r><w:t>Draft 4</w:t></w:r></w:p></w:hdr>`,
        },
      ),
      { name: "a.docx" },
    );
    expect(document.text).toBe(
      "Upland talks\n\nThe board said yes on Monday.\n\nFirst point\n\nMinutes of 3 May.",
    );
    expect(document.raw).toContain("on Monday[2].");
    expect(document.blocks.map((b) => b.type)).toEqual(["title", "paragraph", "list-item", "paragraph"]);
    expect(document.furniture.map((f) => f.text)).toEqual(["Draft 4"]);
    const said = document.layer?.said.join(" ") ?? "";
    for (const words of [
      "1 tracked insertion taken",
      "1 tracked deletion left out",
      "1 comment left out",
      "hidden text left out",
      "1 footnote",
    ])
      expect(said).toContain(words);
    mapHolds(document);
  });

  it("refuses what is broken, locked, empty, nested too deep or packed to burst", async () => {
    const docx =
      (body: string): (() => Promise<unknown>) =>
      () =>
        readDocument(makeDocx(body), { name: "a.docx" });
    expect(await codeOf(() => readDocument(makeDocx("<w:p/>").subarray(0, 200), { name: "a.docx" }))).toBe(
      "damaged",
    );
    expect(await codeOf(() => readDocument(makeZip({ "x.txt": "y" }), { name: "a.docx" }))).toBe("damaged");
    expect(
      await codeOf(() => readDocument(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { name: "a.docx" })),
    ).toBe("locked");
    expect(await codeOf(docx("<w:p/>"))).toBe("no-text");
    expect(await codeOf(docx("<w:tbl>".repeat(LIMITS.depth + 1)))).toBe("too-deep");
    const bomb = makeZip({ "word/document.xml": new Uint8Array(LIMITS.unpacked + 1).fill(32) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await codeOf(() => readDocument(bomb, { name: "a.docx" }))).toBe("too-large");
  });

  it("expands no entities of its own making", async () => {
    const document = await readDocument(
      makeZip({
        "word/document.xml": `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:body>${docxParagraph(`${LONG} &a; &b; &amp;`)}</w:body></w:document>`,
      }),
      { name: "a.docx" },
    );
    expect(document.text).toBe(`${LONG} &a; &b; &`);
  });
});

const MESSAGE = [
  "From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@example.org>",
  "To: Board <board@example.org>",
  "Date: Mon, 2 Mar 2026 10:00:00 +0100",
  "Subject: =?utf-8?B?VXBsYW5k?= =?utf-8?B?IHRhbGtz?=",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="b1"',
  "",
  "--b1",
  "Content-Type: multipart/alternative; boundary=b2",
  "",
  "--b2",
  "Content-Type: text/plain; charset=windows-1252",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "The delegations met on Monday, and the board said that no gate would be=",
  " opened. =93No.=94",
  "",
  "On Sunday, Bo wrote:",
  "> When will the gates be opened, and who is going to decide on all of it",
  "> before the season?",
  ">> Earlier words.",
  "--b2",
  "Content-Type: text/html",
  "",
  "<p>The same</p>",
  "--b2--",
  "--b1",
  'Content-Type: text/plain; name="note.txt"',
  "Content-Disposition: attachment; filename*=utf-8''nota%20%C3%A1.txt",
  "Content-Transfer-Encoding: base64",
  "",
  "SGVsbG8=",
  "--b1--",
].join("\r\n");

describe("e-mail", () => {
  it("gives headers as metadata, the plain text, what is quoted as quoted, and offers attachments", async () => {
    const document = await readDocument(utf8(MESSAGE));
    expect(document.mediaType).toBe("message/rfc822");
    expect(document.text).toBe(
      "The delegations met on Monday, and the board said that no gate would be opened. “No.”\n\nOn Sunday, Bo wrote:\n\nWhen will the gates be opened, and who is going to decide on all of it before the season?\n\nEarlier words.",
    );
    expect(document.blocks.map((b) => b.type)).toEqual(["paragraph", "paragraph", "quote", "quote"]);
    expect(document.metadata.title?.value).toBe("Upland talks");
    expect(document.metadata.byline?.value).toBe("Ana Ruíz");
    expect(document.metadata.published?.value).toBe("2026-03-02");
    expect(document.raw.slice(...document.metadata.title!.raw)).toBe("Upland talks");
    expect(document.furniture.map((f) => f.text)).toContain("To: Board <board@example.org>");
    expect(document.charset.name).toBe("windows-1252");
    expect(document.layer?.said.join(" ")).toContain("second time as HTML");
    const attached = attachmentsOf(utf8(MESSAGE));
    expect(attached.map((a) => [a.name, new TextDecoder().decode(a.bytes)])).toEqual([
      ["nota á.txt", "Hello"],
    ]);
    mapHolds(document);
  });

  it("reads the HTML part where there is no other, and is told by its headers without a name", async () => {
    const html = `From: a@example.org\nMessage-ID: <1@x>\nSubject: Gates\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>${LONG}</p><script>x()</script></body></html>`;
    const document = await readDocument(utf8(html));
    expect(document.text).toBe(LONG);
    mapHolds(document);
  });

  it("bounds the nesting of parts", async () => {
    const nested = Array.from(
      { length: LIMITS.parts + 2 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join("");
    expect(await codeOf(() => readMime(utf8(nested)))).toBe("too-deep");
  });

  it("reads words and parameters of headers", () => {
    expect(decodeWords("=?koi8-r?B?8NLJ18XU?= x")).toBe("Привет x");
    expect(decodeWords("=?utf-8?Q?a=E2=80?= =?utf-8?Q?=9Db?=")).toBe("a”b");
    expect(withParameters("text/plain; a*0=\"x;\"; a*1=y; b*=utf-8''%C3%A9")[1]).toEqual(
      new Map([
        ["a", "x;y"],
        ["b", "é"],
      ]),
    );
  });

  it("keeps the map whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom("> ", ">> ", "word ", "\n", "long ".repeat(14), "“é” ", "\t", "\r\n", "- ", ""),
        ),
        async (parts) => {
          const bytes = utf8(`From: a\nSubject: b\nMIME-Version: 1.0\n\n${parts.join("")}`);
          mapHolds(await readDocument(bytes, { name: "a.eml" }));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("saved web pages", () => {
  it("read the page of an archive in one file, and where it was saved from", async () => {
    const page = `<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>${LONG}</p><p>${LONG} Again.</p></article></body></html>`;
    const bytes = utf8(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/talks\r\nSubject: Talks\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${page.replaceAll("=", "=3D")}\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n----x--\r\n`,
    );
    for (const name of ["talks.mhtml", "download"]) {
      const document = await readDocument(bytes, { name });
      expect(document.mediaType).toBe("multipart/related");
      expect(document.raw).toBe(page);
      expect(document.text).toBe(`Talks\n\n${LONG}\n\n${LONG} Again.`);
      expect(document.metadata.host?.value).toBe("example.org");
    }
  });
});

describe("archives", () => {
  it("are bounded in files and bytes, whatever they say of themselves", async () => {
    const many = makeZip(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, "x"])));
    expect(await codeOf(() => zipEntries(many, { unpacked: 100, files: 11 }))).toBe("too-many-files");
    const entries = zipEntries(makeZip({ "a.txt": "x".repeat(60), "b.txt": "y".repeat(60) }), {
      unpacked: 100,
      files: 11,
    });
    expect(new TextDecoder().decode(entries[0]!.read())).toBe("x".repeat(60));
    expect(await codeOf(() => entries[1]!.read())).toBe("too-large");
  });

  it("never fail in another way", () => {
    const good = makeZip({ "a.txt": "some words", "b/c.txt": "x".repeat(500) });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = good.slice();
          for (const [at, value] of changes) bytes[at] = value;
          try {
            for (const entry of zipEntries(bytes, { unpacked: 10_000, files: 100 })) entry.read();
          } catch (error) {
            if (!(error instanceof RecordError)) throw error;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
