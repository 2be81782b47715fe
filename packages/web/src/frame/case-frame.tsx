import { LEVELS } from "@parley/case";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { CaseDataProvider, useLoadedCase } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { useLive } from "../api/live.ts";
import { Button } from "../design/button.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { EditingProvider } from "../edit/editing.tsx";
import { day, t } from "../words/index.ts";
import { Attention } from "./attention.tsx";
import { Computing, LineStrip } from "./line.tsx";
import { SearchDialog } from "./search-dialog.tsx";
import { ShortcutDialog } from "./shortcut-dialog.tsx";
import { takesText, useKeys } from "./shortcuts.ts";
import "./frame.css";

/** The rooms in the order of the work. */
const ROOMS = [
  ["/c/$case/record/{-$source}", "nav.record"],
  ["/c/$case/positions", "nav.positions"],
  ["/c/$case/deadlocks", "nav.deadlocks"],
  ["/c/$case/packages", "nav.packages"],
  ["/c/$case/moves", "nav.moves"],
  ["/c/$case/timing", "nav.timing"],
  ["/c/$case/brief", "nav.brief"],
] as const;

/** What stays the same on every screen of a case. */
export function CaseFrame(): ReactNode {
  const data = useLoadedCase();
  const { name, state, held, level, knownOn, hidden } = data;
  const { line, progress } = useLive(name);
  const edits = useEdits(name);
  const announce = useAnnounce();
  const navigate = useNavigate({ from: "/c/$case" });
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
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
  const asOf = held.info?.asOf;
  return (
    <CaseDataProvider value={data}>
      <a className="skip" href="#main">
        {t("frame.skip")}
      </a>
      <div className="frame">
        <header className="top">
          <div className="top-title">
            <Link to="/" className="home" aria-label={t("frame.homeLabel")}>
              {t("app")}
            </Link>
            <span className="top-case">
              <bdi className="case-title" title={state.title}>
                {state.title}
              </bdi>
              <span className="soft">
                {asOf === undefined ? t("frame.noAsOf") : t("frame.asOf", { on: day(asOf) })}
              </span>
            </span>
          </div>
          <nav className="rooms" aria-label={t("frame.rooms")}>
            {ROOMS.map(([to, word]) => (
              <Link
                key={to}
                to={to}
                params={{ case: name }}
                search={(s) => ({ level: s.level, known: s.known })}
                className="room"
                activeProps={{ "aria-current": "page" }}
              >
                {t(word)}
              </Link>
            ))}
          </nav>
          <div className="top-tools">
            <Computing progress={progress} name={name} />
            <Button small onPress={() => setSearching(true)}>
              {t("frame.search")}{" "}
              <span className="kbd" aria-hidden="true">
                /
              </span>
            </Button>
            <Button small isDisabled={!state.canUndo} onPress={() => void undo()}>
              {t("frame.undo")}
            </Button>
            <Button small isDisabled={!state.canRedo} onPress={() => void redo()}>
              {t("frame.redo")}
            </Button>
            <Select
              label={t("frame.level")}
              inline
              value={level}
              options={LEVELS.map((id) => ({
                id,
                name: id === "sealed" ? t("frame.everything") : t(`level.${id}`),
              }))}
              onChange={(to) =>
                void navigate({
                  to: ".",
                  search: (s) => ({ ...s, level: to === "sealed" ? undefined : to }),
                  replace: true,
                })
              }
            />
            <TextField
              label={t("frame.known")}
              type="date"
              className="field-inline"
              value={knownOn ?? ""}
              onChange={(to) =>
                void navigate({
                  to: ".",
                  search: (s) => ({ ...s, known: to === "" ? undefined : to }),
                  replace: true,
                })
              }
            />
            <Button small look="quiet" aria-label={t("keys.title")} onPress={() => setHelping(true)}>
              <span className="kbd" aria-hidden="true">
                ?
              </span>
            </Button>
          </div>
        </header>
        {hidden > 0 ? <p className="strip">{t("frame.hidden", { count: hidden })}</p> : null}
        {knownOn === undefined ? null : <p className="strip">{t("frame.knownIs", { on: day(knownOn) })}</p>}
        <LineStrip line={line} />
        <Attention />
        <EditingProvider>
          <main id="main" className="main" tabIndex={-1}>
            <Outlet />
          </main>
        </EditingProvider>
      </div>
      <SearchDialog isOpen={searching} onClose={() => setSearching(false)} />
      <ShortcutDialog isOpen={helping} onClose={() => setHelping(false)} />
    </CaseDataProvider>
  );
}
