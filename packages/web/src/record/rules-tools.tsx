import type { Id } from "@parley/case";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api, ServerError } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { useNotify } from "../design/notices.tsx";
import { t } from "../words/index.ts";

/** Let the rules look at a document again, and ask the user's own model where one is turned on. */
export function RulesTools({ source }: { source: Id }): ReactNode {
  const { name } = useCaseData();
  const client = useQueryClient();
  const notify = useNotify();
  const model = useQuery({ queryKey: keys.model, queryFn: api.model });
  const failed = (error: Error): void =>
    notify({
      tone: "alert",
      text: error.message,
      detail: error instanceof ServerError ? error.todo : undefined,
    });
  const settled = (): void => void client.invalidateQueries({ queryKey: keys.state(name) });
  const look = useMutation({
    mutationFn: () => api.lookAgain(name, source),
    onError: failed,
    onSuccess: ({ proposals }) => {
      notify({ tone: "done", text: t("rules.looked", { count: proposals }) });
      settled();
    },
  });
  const ask = useMutation({
    mutationFn: () => api.askModel(name, source),
    onError: failed,
    onSuccess: ({ proposals, dropped, model: by }) => {
      const all = dropped.notVerbatim + dropped.malformed + dropped.twice;
      notify({
        tone: "done",
        text: t("rules.asked", { count: proposals, model: by }),
        detail: all === 0 ? undefined : t("rules.dropped", { count: all, words: dropped.notVerbatim }),
      });
      settled();
    },
  });
  return (
    <div className="row review-rules">
      <Button small isDisabled={look.isPending} onPress={() => look.mutate()}>
        {t(look.isPending ? "rules.looking" : "rules.look")}
      </Button>
      {model.data?.on === true ? (
        <Button small isDisabled={ask.isPending} onPress={() => ask.mutate()}>
          {t(ask.isPending ? "rules.asking" : "rules.ask", { model: model.data.model })}
        </Button>
      ) : null}
    </div>
  );
}
