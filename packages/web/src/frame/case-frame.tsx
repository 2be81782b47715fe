import { Outlet } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { CaseDataProvider, useLoadedCase } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { useLive } from "../api/live.ts";
import { useAnnounce } from "../design/notices.tsx";
import { EditingProvider } from "../edit/editing.tsx";
import { day, t } from "../words/index.ts";
import { Attention } from "./attention.tsx";
import { Computing, LineStrip } from "./line.tsx";
import { SearchDialog } from "./search-dialog.tsx";
import { ShortcutDialog } from "./shortcut-dialog.tsx";
import { takesText, useKeys } from "./shortcuts.ts";
import { TopBar } from "./top-bar.tsx";
import "./frame.css";

// The tour is taken once: it comes when it is asked for.
const Tour = lazy(() => import("../tour/tour.tsx").then((m) => ({ default: m.Tour })));

/** What stays the same on every screen of a case. */
export function CaseFrame(): ReactNode {
  const data = useLoadedCase();
  const { name, state, level, knownOn, hidden } = data;
  const { line, progress } = useLive(name);
  const edits = useEdits(name);
  const announce = useAnnounce();
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const [touring, setTouring] = useState(false);
  const undo = async (): Promise<void> => {
    if (state.canUndo && (await edits.undo())) announce(t("undo.done"));
  };
  const redo = async (): Promise<void> => {
    if (state.canRedo && (await edits.redo())) announce(t("redo.done"));
  };
  useEffect(() => {
    document.title = t("app.case", { title: state.title });
  }, [state.title]);
  useKeys((event) => {
    if (takesText(event.target)) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === "z") {
      event.preventDefault();
      void (event.shiftKey ? redo() : undo());
    } else if (command || event.altKey) return;
    else if (event.key === "/") {
      event.preventDefault();
      setSearching(true);
    } else if (event.key === "?") {
      event.preventDefault();
      setHelping(true);
    }
  });
  return (
    <CaseDataProvider value={data}>
      <a className="skip" href="#main">
        {t("frame.skip")}
      </a>
      <div className="frame">
        <TopBar
          computing={<Computing progress={progress} name={name} />}
          onSearch={() => setSearching(true)}
          onKeys={() => setHelping(true)}
          onTour={() => setTouring(true)}
          onUndo={() => void undo()}
          onRedo={() => void redo()}
        />
        <p className="print-line" aria-hidden="true">
          {t("frame.printed", {
            case: state.title,
            level: level === "sealed" ? t("frame.everything") : t(`level.${level}`),
            asOf:
              data.held.info?.asOf === undefined
                ? t("frame.noAsOf")
                : t("frame.asOf", { on: day(data.held.info.asOf) }),
            known: knownOn === undefined ? t("frame.today") : day(knownOn),
            on: day(new Date().toISOString()),
          })}
        </p>
        <aside className="strips" aria-label={t("frame.strips")}>
          {hidden > 0 ? <p className="strip">{t("frame.hidden", { count: hidden })}</p> : null}
          {knownOn === undefined ? null : <p className="strip">{t("frame.knownIs", { on: day(knownOn) })}</p>}
          <LineStrip line={line} />
          <Attention />
        </aside>
        <EditingProvider>
          <main id="main" className="main" tabIndex={-1}>
            <Outlet />
          </main>
        </EditingProvider>
      </div>
      <SearchDialog isOpen={searching} onClose={() => setSearching(false)} />
      {touring ? (
        <Suspense>
          <Tour onClose={() => setTouring(false)} />
        </Suspense>
      ) : null}
      <ShortcutDialog isOpen={helping} onClose={() => setHelping(false)} />
    </CaseDataProvider>
  );
}
