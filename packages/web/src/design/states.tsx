import type { ReactNode } from "react";
import { ServerError } from "../api/client.ts";
import { t } from "../words/index.ts";
import { Button } from "./button.tsx";

/** Nothing is here yet: says why, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}

export function Loading({ what }: { what: string }): ReactNode {
  return (
    <div className="state" role="status">
      <p className="soft">{what}</p>
    </div>
  );
}

export function Failed({ error, onRetry }: { error: Error; onRetry?: () => void }): ReactNode {
  const todo = error instanceof ServerError ? error.todo : undefined;
  return (
    <div className="state" role="alert">
      <p className="state-title">{t("error.title")}</p>
      <p>{error.message}</p>
      {todo === undefined ? null : <p>{todo}</p>}
      {onRetry === undefined ? null : <Button onPress={onRetry}>{t("retry")}</Button>}
    </div>
  );
}
