import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu } from "../design/menu.tsx";
import { isRecordScreen } from "../record/record-tabs.tsx";
import { day, t } from "../words/index.ts";
import { ROOMS } from "./rooms.ts";
import { ViewButton } from "./view-button.tsx";

interface Props {
  /** How far the analyses have come. */
  computing: ReactNode;
  onSearch(): void;
  onKeys(): void;
  onTour(): void;
  onUndo(): void;
  onRedo(): void;
}

/** The line over every screen: which case, its rooms, what of it is in sight, and everything else in one menu. */
export function TopBar({ computing, onSearch, onKeys, onTour, onUndo, onRedo }: Props): ReactNode {
  const { name, state, held } = useCaseData();
  const navigate = useNavigate({ from: "/c/$case" });
  const { pathname } = useLocation();
  const rooms = useRef<HTMLElement>(null);
  // Where the rooms do not all fit, the one that is open comes into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is another place to scroll to
  useEffect(() => {
    rooms.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname]);
  const asOf = held.info?.asOf;
  const goTo = (
    to:
      | "/c/$case/history"
      | "/c/$case/text"
      | "/c/$case/exchange"
      | "/c/$case/settings"
      | "/c/$case/help/{-$topic}",
  ): void =>
    void navigate({ to, params: { case: name }, search: (s) => ({ level: s.level, known: s.known }) });
  return (
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
      <nav className="rooms" aria-label={t("frame.rooms")} ref={rooms}>
        {ROOMS.map(([to, word]) => (
          <Link
            key={to}
            to={to}
            params={{ case: name }}
            search={(s) => ({ level: s.level, known: s.known })}
            className="room"
            activeProps={{ "aria-current": "page" }}
            {...(word === "nav.record" && isRecordScreen(pathname)
              ? { "aria-current": "page" as const }
              : {})}
          >
            {t(word)}
          </Link>
        ))}
      </nav>
      <div className="top-tools">
        {computing}
        <Button small onPress={onSearch} aria-label={t("frame.search")} aria-keyshortcuts="/">
          <Icon of="search" />
          <span className="kbd" aria-hidden="true">
            /
          </span>
        </Button>
        <Button small isDisabled={!state.canUndo} onPress={onUndo} aria-label={t("frame.undo")}>
          <Icon of="undo" />
        </Button>
        <Button small isDisabled={!state.canRedo} onPress={onRedo} aria-label={t("frame.redo")}>
          <Icon of="redo" />
        </Button>
        <ViewButton />
        <Menu
          label={t("frame.menu")}
          face={<Icon of="menu" />}
          entries={[
            { id: "history", name: t("history.title"), run: () => goTo("/c/$case/history") },
            { id: "text", name: t("text.title"), run: () => goTo("/c/$case/text") },
            { id: "exchange", name: t("exchange.title"), run: () => goTo("/c/$case/exchange") },
            { id: "settings", name: t("settings.title"), run: () => goTo("/c/$case/settings") },
            { id: "help", name: t("help.title"), run: () => goTo("/c/$case/help/{-$topic}") },
            { id: "keys", name: t("keys.title"), keys: "?", run: onKeys },
            { id: "tour", name: t("tour.title"), run: onTour },
            { id: "cases", name: t("frame.home"), run: () => void navigate({ to: "/" }) },
          ]}
        />
      </div>
    </header>
  );
}
