import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { keys } from "../api/case-data.ts";
import { api, ServerError } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { Segments } from "../design/segments.tsx";
import { t } from "../words/index.ts";

/** A language model of the user's own: off until an address is typed and it is turned on. */
export function ModelSettingsSection(): ReactNode {
  const client = useQueryClient();
  const announce = useAnnounce();
  const saved = useQuery({ queryKey: keys.model, queryFn: api.model });
  const [on, setOn] = useState(false);
  const [address, setAddress] = useState("");
  const [model, setModel] = useState("");
  const [key, setKey] = useState("");
  useEffect(() => {
    if (saved.data === undefined) return;
    setOn(saved.data.on);
    setAddress(saved.data.address);
    setModel(saved.data.model);
  }, [saved.data]);
  const save = useMutation({
    mutationFn: () => api.setModel({ on, address, model, ...(key === "" ? {} : { key }) }),
    onSuccess: (data) => {
      client.setQueryData(keys.model, data);
      setKey("");
      announce(t("settings.saved", { field: t("model.title") }));
    },
  });
  const error = save.error;
  return (
    <section className="settings" aria-labelledby="settings-model" data-testid="model">
      <h2 id="settings-model">{t("model.title")}</h2>
      <p className="soft">{t("model.about")}</p>
      <form
        className="form settings-field"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <div className="field">
          <span className="field-label">{t("model.use")}</span>
          <Segments
            label={t("model.use")}
            value={on ? "on" : "off"}
            options={[
              { id: "off", name: t("model.off") },
              { id: "on", name: t("model.on") },
            ]}
            onChange={(to) => setOn(to === "on")}
          />
        </div>
        <TextField
          label={t("model.address")}
          help={t("model.addressHelp")}
          placeholder={t("model.addressExample")}
          value={address}
          onChange={setAddress}
        />
        <TextField label={t("model.name")} help={t("model.nameHelp")} value={model} onChange={setModel} />
        <TextField
          label={t("model.key")}
          help={t("model.keyHelp")}
          type="password"
          value={key}
          onChange={setKey}
        />
        {/* Beside the fields and not at one: a field that is marked wrong would keep the form from being sent again. */}
        <div role="status">
          {error === null ? null : (
            <p className="field-error">
              {error.message} {error instanceof ServerError ? error.todo : null}
            </p>
          )}
        </div>
        <div className="row">
          <Button look="main" type="submit" isDisabled={save.isPending}>
            {t("settings.save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
