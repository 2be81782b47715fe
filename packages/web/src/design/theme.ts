/** What the reader chose: light, dark, or as the system says. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

let stop: (() => void) | undefined;

/** Puts a theme in force on the whole page; `system` keeps following the system. Paper stays light whatever is chosen. */
export function applyTheme(theme: Theme): void {
  stop?.();
  stop = undefined;
  const root = document.documentElement;
  if (theme !== "system") {
    root.dataset.theme = theme;
    return;
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = (): void => {
    root.dataset.theme = dark.matches ? "dark" : "light";
  };
  follow();
  dark.addEventListener("change", follow);
  stop = () => dark.removeEventListener("change", follow);
}
