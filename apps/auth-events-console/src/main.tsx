import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { App } from "./page/app.js";
import { ConsoleStore } from "./state/console-store.js";

const worker = new Worker(new URL("./data/event-worker.ts", import.meta.url), { type: "module" });
const store = new ConsoleStore(worker);
const root = document.getElementById("app");
if (root === null) throw new Error("the page has no #app");
// The page's words are English, and so are those of dates: in another language the two would be mixed.
const locale = navigator.language.startsWith("en") ? navigator.language : "en-GB";
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale={locale}>
      <App store={store} />
    </I18nProvider>
  </StrictMode>,
);
