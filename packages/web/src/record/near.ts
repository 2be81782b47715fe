import { createContext, type RefObject, useContext, useEffect, useRef, useState } from "react";

/** Tells once when an element comes near to what can be seen. */
export interface Nearness {
  watch(element: Element, onNear: () => void): () => void;
}

/** Absent: everything is drawn at once. */
export const NearContext: React.Context<Nearness | undefined> = createContext<Nearness | undefined>(
  undefined,
);

/** One watcher for all parts of a long page. `margin`: how far from sight is near, as in CSS. */
export function watchNear(margin = "1500px 0px"): Nearness & { end(): void } {
  const waiting = new Map<Element, () => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        waiting.get(target)?.();
        waiting.delete(target);
        observer.unobserve(target);
      }
    },
    { rootMargin: margin },
  );
  return {
    watch(element, onNear) {
      waiting.set(element, onNear);
      observer.observe(element);
      return () => {
        waiting.delete(element);
        observer.unobserve(element);
      };
    },
    end: () => observer.disconnect(),
  };
}

/** Whether a part is to be drawn in full: at once, or from when it came near; once drawn it stays so. */
export function useDrawn(atOnce: boolean): [drawn: boolean, ref: RefObject<HTMLDivElement | null>] {
  const near = useContext(NearContext);
  const ref = useRef<HTMLDivElement>(null);
  const [wasNear, setNear] = useState(false);
  const drawn = atOnce || wasNear || near === undefined;
  useEffect(() => {
    const element = ref.current;
    if (drawn || near === undefined || element === null) return;
    return near.watch(element, () => setNear(true));
  }, [drawn, near]);
  return [drawn, ref];
}
