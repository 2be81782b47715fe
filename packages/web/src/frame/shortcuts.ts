import { useEffect, useRef } from "react";

/** Whether what has the focus takes letters as text, so that no single key may mean a command. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement)
    return !["button", "checkbox", "radio", "file"].includes(target.type);
  return target.closest('[role="listbox"], [role="combobox"], [role="menu"]') !== null;
}

/** Hear keys on the whole page, but none while a window lies over it. The last one to listen is asked first. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector(".overlay") !== null) return;
      latest.current(event);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
