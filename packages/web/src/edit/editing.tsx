import { type Ref, splitRef } from "@parley/case";
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { t } from "../words/index.ts";
import type { Opened } from "./draft.ts";
import { type FormKind, hasForm } from "./forms.ts";

// Forms bring the schema of the case with them: they come when the first one is opened.
const ObjectForm = lazy(() => import("./object-form.tsx").then((m) => ({ default: m.ObjectForm })));

const Open = createContext<((opened: Opened) => void) | undefined>(undefined);

/** Lets everything within open the form of an object. */
export function EditingProvider({ children }: { children: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<Opened>();
  const close = useCallback(() => setOpened(undefined), []);
  return (
    <Open.Provider value={setOpened}>
      {children}
      <Suspense>{opened === undefined ? null : <ObjectForm opened={opened} onClose={close} />}</Suspense>
    </Open.Provider>
  );
}

/** Open the form of an object, or of a new one. */
export function useEditing(): (opened: Opened) => void {
  const open = useContext(Open);
  if (open === undefined) throw new Error("Nothing can be edited here.");
  return open;
}

/** Opens the form of an object; nothing where there is none for its kind. */
export function EditButton({ of }: { of: Ref }): ReactNode {
  const open = useEditing();
  const { held } = useCaseData();
  const kind = splitRef(of)?.kind;
  if (kind === undefined || !hasForm(kind) || held.at(of) === undefined) return null;
  return (
    <Button small onPress={() => open({ of })}>
      {t("edit.edit")}
    </Button>
  );
}

/** Opens the form of a new object, with what is known of it already. */
export function NewButton({
  kind,
  preset,
  children,
  main = false,
}: {
  kind: FormKind;
  preset?: Record<string, unknown>;
  children: ReactNode;
  main?: boolean;
}): ReactNode {
  const open = useEditing();
  return (
    <Button
      {...(main ? { look: "main" as const } : { small: true })}
      onPress={() => open({ kind, ...(preset === undefined ? {} : { preset }) })}
    >
      {children}
    </Button>
  );
}
