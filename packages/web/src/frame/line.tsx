import { type ReactNode, useEffect, useState } from "react";
import { api } from "../api/client.ts";
import type { Live } from "../api/live.ts";
import { Button } from "../design/button.tsx";
import { t } from "../words/index.ts";

/** Says when changes made elsewhere do not appear, and what to do. */
export function LineStrip({ line }: { line: Live["line"] }): ReactNode {
  if (line === "live") return null;
  return (
    <p className="strip strip-alert" role="alert">
      {line === "lost" ? t("frame.lost") : t("frame.refused")}
    </p>
  );
}

/** How far the analyses have come, and a way to stop them; nothing while there is nothing to wait for. */
export function Computing({ progress, name }: { progress: Live["progress"]; name: string }): ReactNode {
  const busy = progress !== null;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    // What is done at once needs no word.
    const timer = setTimeout(() => setShown(busy), busy ? 400 : 0);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!shown || progress === null) return null;
  return (
    <span className="computing" role="status">
      {t("frame.computing", { share: Math.round((100 * progress.done) / Math.max(progress.all, 1)) })}
      <Button small look="quiet" onPress={() => void api.stopResults(name).catch(() => {})}>
        {t("frame.stop")}
      </Button>
    </span>
  );
}
