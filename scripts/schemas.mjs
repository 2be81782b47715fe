// Writes the JSON Schema of the text form, which editors are pointed to. A test sees that it is up to date.
import { writeFileSync } from "node:fs";
import { caseJsonSchema } from "../packages/case/dist/schema/index.js";

writeFileSync("packages/case/case.schema.json", `${JSON.stringify(caseJsonSchema(), null, 1)}\n`);
