import { useSyncExternalStore } from "react";
import { applyTheme, THEMES, type Theme } from "../design/theme.ts";
import { isLanguage, type Language, setLanguage } from "../words/languages.ts";

/** What the reader of this browser chose. It stays in the browser: no case knows of it. */
export interface Preferences {
  theme: Theme;
  language: Language;
  /** Whether the tour was taken or turned down once. */
  toured: boolean;
}

const KEY = "parley.preferences";
const FIRST: Preferences = { theme: "system", language: "en", toured: false };
const listeners = new Set<() => void>();
let now: Preferences | undefined;

function read(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<keyof Preferences, unknown>>;
    return {
      theme: THEMES.find((theme) => theme === kept.theme) ?? FIRST.theme,
      language: isLanguage(kept.language) ? kept.language : FIRST.language,
      toured: kept.toured === true,
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
