import { useEffect, useState, useSyncExternalStore } from "react";
import {
  type Credentials,
  isLocal,
  LOCAL_CREDENTIALS,
  printTarget,
  readTarget,
  type Target,
} from "../service/endpoint.js";
import { findTargetProblems } from "../service/fetch-events.js";
import type { ConsoleStore } from "../state/console-store.js";
import { keepCredentials, readKeptCredentials } from "../state/kept-credentials.js";
import { EventConsole } from "./event-console.js";
import { PageHeader } from "./page-header.js";
import { StartPage } from "./start-page.js";
import { useFileDrop } from "./use-file-drop.js";

/** The whole page: where to take events from, or the events. */
export function App({ store }: { readonly store: ConsoleStore }) {
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const [target, setTarget] = useState(() => readTarget(location.search));
  const isDragging = useFileDrop((file) => openFile(file));
  useEffect(() => connectAtOnce(store), [store]);

  function openFile(file: File) {
    history.replaceState(null, "", location.pathname);
    store.openFile(file);
  }

  function connect(next: Target, credentials: Credentials, keep: boolean) {
    setTarget(next);
    keepCredentials(keep ? credentials : undefined);
    history.replaceState(null, "", printTarget(next));
    store.connect(next, credentials);
  }

  return (
    <>
      <a className="skip" href="#main">
        Skip to the events
      </a>
      <PageHeader snapshot={snapshot} onFile={openFile} onClose={() => store.close()} />
      <main id="main" tabIndex={-1}>
        {snapshot.source === undefined ? (
          <StartPage target={target} onFile={openFile} onConnect={connect} />
        ) : (
          <EventConsole key={snapshot.run} store={store} snapshot={snapshot} />
        )}
      </main>
      {isDragging ? <div className="drop-veil">Let go to open the export</div> : null}
    </>
  );
}

/** An address that names all there is to ask is asked at once: a server on this machine, or with the keys of this tab. */
function connectAtOnce(store: ConsoleStore): void {
  const target = readTarget(location.search);
  const credentials = readKeptCredentials() ?? (isLocal(target.endpoint) ? LOCAL_CREDENTIALS : undefined);
  const region = target.region || (isLocal(target.endpoint) ? "us-east-1" : "");
  if (store.getSnapshot().source || !credentials || region === "") return;
  if (target.pool === "" || target.user === "" || findTargetProblems(target).length > 0) return;
  store.connect({ ...target, region }, credentials);
}
