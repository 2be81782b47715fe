import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { t } from "../words/index.ts";
import { Button } from "./button.tsx";

/** Something to be told: it is shown for a while and read out. An alert stays until it is closed. */
interface Notice {
  tone: "done" | "alert";
  text: string;
  detail?: string | undefined;
  action?: { label: string; run(): void };
}

interface Speaker {
  notify(notice: Notice): void;
  announce(words: string): void;
}

const Context = createContext<Speaker>({ notify: () => {}, announce: () => {} });

export function useNotify(): Speaker["notify"] {
  return useContext(Context).notify;
}

/** Words for screen readers only: where one is now, what an accepted claim led to. */
export function useAnnounce(): Speaker["announce"] {
  return useContext(Context).announce;
}

export function NoticeProvider({ children }: { children: ReactNode }): ReactNode {
  const [notices, setNotices] = useState<(Notice & { id: number })[]>([]);
  const [said, setSaid] = useState("");
  const drop = useCallback((id: number) => setNotices((all) => all.filter((n) => n.id !== id)), []);
  const notify = useCallback((notice: Notice) => {
    const id = Date.now() + Math.random();
    setNotices((all) => [...all.filter((n) => n.text !== notice.text).slice(-2), { ...notice, id }]);
  }, []);
  // The same words twice would not be read out twice.
  const announce = useCallback(
    (words: string) => setSaid((last) => (last === words ? `${words}\u00a0` : words)),
    [],
  );
  const speaker = useMemo(() => ({ notify, announce }), [notify, announce]);
  return (
    <Context value={speaker}>
      {children}
      <div className="unseen" role="status" aria-live="polite" data-testid="announcer">
        {said}
      </div>
      <div className="notices">
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onDone={() => drop(notice.id)} />
        ))}
      </div>
    </Context>
  );
}

function NoticeCard({ notice, onDone }: { notice: Notice; onDone(): void }): ReactNode {
  const latest = useRef(onDone);
  latest.current = onDone;
  useEffect(() => {
    if (notice.tone === "alert") return;
    const timer = setTimeout(() => latest.current(), 6000);
    return () => clearTimeout(timer);
  }, [notice.tone]);
  return (
    <div className={`notice notice-${notice.tone}`} role={notice.tone === "alert" ? "alert" : "status"}>
      <div>
        <p>{notice.text}</p>
        {notice.detail === undefined ? null : <p className="soft">{notice.detail}</p>}
      </div>
      {notice.action === undefined ? null : (
        <Button
          look="quiet"
          small
          onPress={() => {
            notice.action?.run();
            onDone();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <Button look="quiet" small onPress={onDone}>
        {t("close")}
      </Button>
    </div>
  );
}
