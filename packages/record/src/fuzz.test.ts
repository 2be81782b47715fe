import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

/* A short run of `bench/record/fuzz.js`, which says what is checked; the long one is told in bench/README.md. */
describe("broken documents", () => {
  it("are read or refused, and every map between raw and clean characters holds: 4,000 of them", async () => {
    const bench = fileURLToPath(new URL("../../../bench/record/fuzz.js", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [
      bench,
      "--documents",
      "4000",
      "--threads",
      "1",
      "--seed",
      "77",
    ]);
    expect(stdout).toMatch(/: 4000 documents, [1-9]\d* repairs and flags/);
  });
});
