import { useSyncExternalStore } from "react";
import { applyTheme, THEMES, type Theme } from "../design/theme.ts";
import { isLanguage, type Language, setLanguage } from "../words/languages.ts";

/** What the reader of this browser chose. It stays in the browser: no case knows of it. */
export interface Preferences {
  theme: Theme;
  language: Language;
  /** Whether the tour was taken or turned down once. */
  toured: boolean;
  /** Cases, by name, whose proposals are reviewed the surest first; the others in order of place. */
  surestFirst: readonly string[];
}

const KEY = "parley.preferences";
const FIRST: Preferences = { theme: "system", language: "en", toured: false, surestFirst: [] };
const listeners = new Set<() => void>();
let now: Preferences | undefined;

function read(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<keyof Preferences, unknown>>;
    return {
      theme: THEMES.find((theme) => theme === kept.theme) ?? FIRST.theme,
      language: isLanguage(kept.language) ? kept.language : FIRST.language,
      toured: kept.toured === true,
      surestFirst: Array.isArray(kept.surestFirst)
        ? kept.surestFirst.filter((one): one is string => typeof one === "string")
        : FIRST.surestFirst,
    };
  } catch {
    // A browser that keeps nothing, or something else under our name: the first choice holds.
    return FIRST;
  }
}

export function preferences(): Preferences {
  now ??= read();
  return now;
}

/** Change some of them; they are in force at once. */
export function setPreferences(changed: Partial<Preferences>): void {
  now = { ...preferences(), ...changed };
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // Kept for as long as the page is open.
  }
  applyPreferences();
  for (const listener of listeners) listener();
}

/** Puts what was chosen in force: before the first drawing, and after each change. */
export function applyPreferences(): void {
  const { theme, language } = preferences();
  applyTheme(theme);
  setLanguage(language);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
}
