import type { z } from "zod";
import type { Kind } from "../kinds.ts";
import type { ObjectOf } from "../objects/index.ts";
import type { BaseObject } from "../objects/object.ts";

/** A schema for every field a kind adds to those all objects have: a field without one does not compile. */
export type Shape<K extends Kind> = {
  readonly [F in keyof Omit<ObjectOf[K], keyof BaseObject>]-?: z.ZodType;
};
