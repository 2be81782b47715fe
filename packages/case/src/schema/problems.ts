import type { z } from "zod";
import type { Kind } from "../kinds.ts";
import * as say from "../messages.ts";
import { nearest } from "../nearest.ts";
import { ENTRY } from "./entry.ts";

/** One thing wrong with an object: where in it, and what. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** The keys that may stand where an unknown one was found, for "did you mean". */
function knownKeys(kind: Kind | undefined, path: readonly PropertyKey[]): string[] {
  return kind !== undefined && path.length === 0 ? Object.keys(ENTRY[kind].shape) : [];
}

/** A schema's complaints in this package's words, each at the innermost place that is wrong. */
export function toProblems(error: z.ZodError, input: unknown, kind?: Kind): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = issue.path as (string | number)[];
    const value = valueAt(input, issue.path);
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => ({
          path: [...path, key],
          message: say.unknownKey(key, nearest(key, knownKeys(kind, issue.path))),
        }));
      case "invalid_value":
        return value === undefined
          ? [{ path, message: say.missingField(String(path.at(-1) ?? "")) }]
          : [
              {
                path,
                message: say.expectedOneOf(
                  value,
                  issue.values,
                  nearest(String(value), issue.values.map(String)),
                ),
              },
            ];
      case "invalid_key":
        return [{ path, message: say.badId(String(path.at(-1))) }];
      case "invalid_type":
        return value === undefined
          ? [{ path, message: say.missingField(String(path.at(-1) ?? "")) }]
          : [{ path, message: say.expectedType(issue.expected, value) }];
      default:
        if (value === undefined && path.length > 0 && issue.code !== "custom") {
          return [{ path, message: say.missingField(String(path.at(-1))) }];
        }
        return [{ path, message: issue.message }];
    }
  });
}
