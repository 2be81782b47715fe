import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterReview, commandOf, moved } from "./review-keys.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe("commandOf", () => {
  it("knows the keys of review, whatever the case of the letter", () => {
    expect(commandOf({ ...plain, key: "j" }, false)).toBe("next");
    expect(commandOf({ ...plain, key: "ArrowUp" }, false)).toBe("previous");
    expect(commandOf({ ...plain, key: "A" }, false)).toBe("accept");
    expect(commandOf({ ...plain, key: "x" }, false)).toBeUndefined();
    expect(commandOf({ ...plain, key: "constructor" }, false)).toBeUndefined();
  });

  it("never fires in a text field, with a modifier or while composing", () => {
    fc.assert(
      fc.property(fc.constantFrom("j", "k", "a", "r", "e", "s", "c", "b", "p", "l", "o", "Enter"), (key) => {
        expect(commandOf({ ...plain, key }, true)).toBeUndefined();
        for (const mod of ["ctrlKey", "metaKey", "altKey", "isComposing"]) {
          expect(commandOf({ ...plain, key, [mod]: true }, false)).toBeUndefined();
        }
      }),
    );
  });
});

describe("moved", () => {
  it("starts at the ends and stays within them", () => {
    expect(moved(["a", "b"], undefined, 1)).toBe("a");
    expect(moved(["a", "b"], undefined, -1)).toBe("b");
    expect(moved(["a", "b"], "b", 1)).toBe("b");
    expect(moved([], undefined, 1)).toBeUndefined();
  });
});

describe("afterReview", () => {
  it("goes on with the next that waits, else back, else nowhere", () => {
    expect(afterReview([1, 2, 3], new Set([2]), 2)).toBe(3);
    expect(afterReview([1, 2, 3], new Set([3]), 3)).toBe(2);
    expect(afterReview([1], new Set([1]), 1)).toBeUndefined();
  });

  it("ends after every proposal was decided once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 30 }), (list) => {
        const done = new Set<number>();
        let at = list[0];
        let steps = 0;
        while (at !== undefined) {
          done.add(at);
          at = afterReview(list, done, at);
          steps++;
        }
        expect(steps).toBe(list.length);
      }),
    );
  });
});
