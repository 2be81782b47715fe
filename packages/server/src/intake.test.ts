import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Case } from "@parley/case";
import { createCase } from "@parley/store";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AddReply, IntakeCounts } from "./api.ts";
import { addDocument } from "./casework/add-document.ts";
import { takeDocument } from "./casework/documents.ts";
import { expand } from "./casework/expand.ts";
import { Intake } from "./intake.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const MESSAGE =
  'From: a@example.org\nSubject: Gates\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe gates stay shut until the level is agreed.\n--b\nContent-Type: text/plain; name="note.txt"\nContent-Disposition: attachment\n\nThe attached note says more.\n--b--\n';

let folder: string;
let file: ReturnType<typeof createCase>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-intake-"));
  file = createCase(join(folder, "a.parley"), { by: "RK", title: "A" });
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (bytes: Uint8Array, name: string): Promise<AddReply> =>
  addDocument(file, bytes, name, "RK", (raw, facts, objects) => takeDocument(raw, facts, new Case(objects)));
const ended = (intake: Intake): Promise<IntakeCounts> =>
  new Promise((resolve) => {
    const stop = intake.onProgress((counts) => {
      if (counts.now !== null || counts.waiting > 0) return;
      stop();
      resolve(counts);
    });
  });

describe("an import", () => {
  test("takes what it can, says why not of the rest, and doubles nothing", async () => {
    const intake = new Intake(add, () => {});
    const done = ended(intake);
    intake.put("a.txt", utf8("The first text of the set."));
    intake.put("b.pdf", utf8("%PDF-1.4 broken"));
    intake.put("c.txt", utf8("The first text of the set."));
    intake.put("empty.txt", new Uint8Array());
    intake.put("d.zip", utf8("PK\u0003\u0004 cut off"));
    expect(await done).toMatchObject({ taken: 1, already: 1, failed: 3, stopped: 0 });
    const said = Object.fromEntries(intake.state().outcomes.map((one) => [one.name, one.message]));
    expect(said["b.pdf"]).toContain("damaged");
    expect(said["d.zip"]).toContain("damaged");
    expect(said["empty.txt"]).toContain("0 bytes");
    expect(file.objects("source")).toHaveLength(1);
  });

  test("stops at once; what was taken in stays, and nothing of the rest comes after it", async () => {
    let release = (): void => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    let stopped = 0;
    const intake = new Intake(
      async (bytes, name) => {
        if (name === "b.txt") {
          await slow;
          throw new Error("ended");
        }
        return add(bytes, name);
      },
      () => {
        stopped += 1;
        release();
      },
    );
    intake.put("a.txt", utf8("The first text."));
    intake.put("b.txt", utf8("The second text."));
    intake.put("c.txt", utf8("The third text."));
    while (intake.counts().now !== "b.txt") await new Promise((resolve) => setTimeout(resolve, 5));
    expect(intake.stop()).toMatchObject({ now: null, waiting: 0, taken: 1, stopped: 2 });
    expect(stopped).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(file.objects("source").map((source) => source.file)).toEqual(["a.txt"]);
    const again = ended(intake);
    intake.put("a.txt", utf8("The first text."));
    intake.put("c.txt", utf8("The third text."));
    expect(await again).toMatchObject({ already: 1, taken: 2 });
  });

  test("offers what came with a message, and says whose it is", async () => {
    const reply = await add(utf8(MESSAGE), "m.eml");
    expect(reply.attachments).toEqual(["note.txt"]);
    expect(reply.said?.join(" ")).toContain("1 attachment");
    const source = file.objects("source")[0];
    expect(source).toMatchObject({ title: "Gates", mediaType: "message/rfc822" });
    expect(file.objects("text")[0]?.layer?.of).toBe("message");
  });

  test("ten thousand and one files are refused before any is read", () => {
    const end = new Uint8Array(22);
    end.set([0x50, 0x4b, 5, 6]);
    new DataView(end.buffer).setUint16(10, 10_001, true);
    const bytes = new Uint8Array(30);
    bytes.set([0x50, 0x4b, 5, 6]);
    bytes.set(end, 8);
    expect(() => expand("many.zip", bytes)).toThrow(/10 001 files/);
  });
});
