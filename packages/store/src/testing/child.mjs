/* A second process for the failure tests: node child.mjs WRITER FILE COUNT. Prints each change's id once acknowledged. */
import { writeSync } from "node:fs";
import { openCase } from "../../dist/index.js";

const [name, path, count] = process.argv.slice(2);
const file = openCase(path);
for (let i = 0; i < Number(count); i++) {
  const id = `${name}-${i}`;
  try {
    const [change] = file.change({ by: name, why: "" }, [
      {
        kind: "actor",
        id,
        value: { kind: "actor", id, type: "person", name: `Name ${i} ${"x".repeat(500)}` },
      },
    ]);
    writeSync(1, `${change.id}\n`);
  } catch (error) {
    writeSync(2, `${error.code}: ${error.message}\n`);
    process.exit(3);
  }
}
file.close();
