/** Paths in the order in which people number them: 2 before 10. */
export const inOrder = (a: string, b: string): number => ORDER.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
const ORDER = new Intl.Collator("en", { numeric: true });

/**
 * Of the files of a folder, by their paths from it with "/", those that are documents: not hidden ones, and not what
 * browsers save beside a page ("page_files/" or "page.files/" beside "page.html").
 */
export function documentsOf(paths: readonly string[]): Set<string> {
  const pages = new Set(
    paths
      .filter((path) => /\.(?:x?html?)$/i.test(path))
      .map((path) => path.replace(/\.[^.]+$/, "").toLowerCase()),
  );
  return new Set(
    paths.filter((path) => {
      const parts = path.split("/");
      if (parts.some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db"))
        return false;
      return !parts.slice(0, -1).some((part, i) => {
        const page = /^(.+)(?:_files|\.files|-Dateien|_fichiers|_archivos|_file|_bestanden)$/i.exec(
          part,
        )?.[1];
        return page !== undefined && pages.has([...parts.slice(0, i), page].join("/").toLowerCase());
      });
    }),
  );
}
