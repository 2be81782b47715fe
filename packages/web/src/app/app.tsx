import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { I18nextProvider, useTranslation } from "react-i18next";
import { ServerError } from "../api/client.ts";
import { NoticeProvider } from "../design/notices.tsx";
import { i18next } from "../words/index.ts";
import { router } from "./router.tsx";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one however often it is asked; only a server that is away is asked again.
      retry: (count, error) => count < 2 && error instanceof ServerError && error.status === 0,
      // The server is on this machine: whether there is a network says nothing.
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

/** The workbench. */
export function App(): ReactNode {
  return (
    <I18nextProvider i18n={i18next}>
      <QueryClientProvider client={client}>
        <InLanguage />
      </QueryClientProvider>
    </I18nextProvider>
  );
}

/** All words are drawn anew when the language changes. */
function InLanguage(): ReactNode {
  const { i18n } = useTranslation();
  return (
    <I18nProvider key={i18n.language} locale={i18n.language}>
      <NoticeProvider>
        <RouterProvider router={router} />
      </NoticeProvider>
    </I18nProvider>
  );
}
