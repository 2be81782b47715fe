import { documentsOf, inOrder } from "@parley/record/files";
import { useEffect, useState } from "react";

/** A file that was brought: its name, with its folders where it came in one. */
export interface Brought {
  name: string;
  bytes: Blob;
}

/** The documents among the files of folders, in the order in which people number them. */
export function documentsAmong(files: readonly Brought[]): Brought[] {
  const kept = documentsOf(files.map((file) => file.name));
  return files.filter((file) => kept.has(file.name)).sort((a, b) => inOrder(a.name, b.name));
}

/** Files and folders dropped anywhere on the window; whether some are being held over it. */
export function useWindowDrop(add: (files: Brought[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const stay = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = Array.from(event.dataTransfer?.files ?? []);
      // What was dropped can be asked for only now, before anything is waited for.
      const entries = Array.from(event.dataTransfer?.items ?? [], (item) => item.webkitGetAsEntry());
      if (entries.some((entry) => entry?.isDirectory)) {
        void filesIn(entries.filter((entry) => entry !== null)).then((all) => add(documentsAmong(all)));
      } else add(files.map((file) => ({ name: file.name, bytes: file })));
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", stay);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", drop);
    };
  }, [add]);
  return over;
}

/** All files in what was dropped, folder by folder. A file that cannot be opened is left to its sending to say. */
async function filesIn(entries: readonly FileSystemEntry[]): Promise<Brought[]> {
  const all: Brought[] = [];
  for (const entry of entries) {
    if (entry.isFile) {
      const file = await new Promise<File | undefined>((resolve) =>
        (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
      );
      all.push({ name: entry.fullPath.replace(/^\//, ""), bytes: file ?? new Blob([]) });
      continue;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      // A reader gives its entries by the hundred, and none when it has given all.
      const some = await new Promise<FileSystemEntry[]>((resolve) =>
        reader.readEntries(resolve, () => resolve([])),
      );
      if (some.length === 0) break;
      all.push(...(await filesIn(some)));
    }
  }
  return all;
}
