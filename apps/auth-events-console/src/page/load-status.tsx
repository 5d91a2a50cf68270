import { CircleAlert, RotateCw, Square } from "lucide-react";
import { Button, ProgressBar } from "react-aria-components";
import { isNarrow } from "../data/query.js";
import type { Failure } from "../service/describe-failure.js";
import type { ConsoleStore } from "../state/console-store.js";
import type { Snapshot } from "../state/snapshot.js";

interface LoadStatusProps {
  readonly store: ConsoleStore;
  readonly snapshot: Snapshot;
}

/** How many events there are, how far they are loaded, and what went wrong. */
export function LoadStatus({ store, snapshot }: LoadStatusProps) {
  const { phase, failure, source } = snapshot;
  const canGoOn = source?.kind === "service" && (phase === "stopped" || phase === "failed");
  return (
    <div className="load">
      <div className="load-line">
        <p className="load-count" role="status">
          {describeCount(snapshot)}
        </p>
        {phase === "loading" ? <LoadProgress snapshot={snapshot} /> : null}
        {phase === "loading" ? (
          <Button className="button" onPress={() => store.stop()}>
            <Square size={14} aria-hidden="true" /> Stop
          </Button>
        ) : null}
        {phase === "stopped" ? <span className="load-note">Stopped; there may be more.</span> : null}
        {canGoOn ? (
          <Button className="button" onPress={() => store.goOn()}>
            <RotateCw size={14} aria-hidden="true" /> {phase === "failed" ? "Try again" : "Go on"}
          </Button>
        ) : null}
      </div>
      {failure ? <FailureNotice failure={failure} kept={snapshot.count} /> : null}
    </div>
  );
}

function describeCount({ count, phase, query, answer }: Snapshot): string {
  const all = `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}`;
  if (phase === "loading" && count === 0) return "Waiting for events…";
  if (count === 0) return phase === "done" ? "No events" : "No events yet";
  return isNarrow(query) && answer ? `${answer.order.length.toLocaleString("en")} of ${all}` : all;
}

function LoadProgress({ snapshot: { source, bytes, pages } }: { readonly snapshot: Snapshot }) {
  const size = source?.kind === "file" ? source.size : 0;
  const text = size > 0 ? `${Math.round((100 * bytes) / size)} %` : `page ${pages.toLocaleString("en")}`;
  return (
    <ProgressBar
      className="progress"
      aria-label="Loading"
      isIndeterminate={size === 0}
      value={size > 0 ? (100 * bytes) / size : 0}
      valueLabel={text}
    >
      {({ percentage, valueText }) => (
        <>
          <span className="progress-track">
            <span
              className={percentage === undefined ? "progress-bar moving" : "progress-bar"}
              style={percentage === undefined ? {} : { width: `${percentage}%` }}
            />
          </span>
          <span className="progress-text">{valueText ?? text}</span>
        </>
      )}
    </ProgressBar>
  );
}

function FailureNotice({ failure, kept }: { readonly failure: Failure; readonly kept: number }) {
  return (
    <div className="failure" role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <div>
        <p className="failure-title">{failure.title}</p>
        <p>{failure.advice}</p>
        {failure.detail === undefined ? null : (
          <p className="failure-detail">
            The service said: <bdi>{failure.detail}</bdi>
          </p>
        )}
        {kept > 0 ? <p>The events that were loaded before are below.</p> : null}
      </div>
    </div>
  );
}
