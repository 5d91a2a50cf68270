import { useState } from "react";
import type { ConsoleStore } from "../state/console-store.js";
import type { Snapshot } from "../state/snapshot.js";
import { DetailsPanel } from "./details-panel.js";
import { DriftBanner } from "./drift-banner.js";
import { EventTable } from "./event-table.js";
import { FilterBar } from "./filter-bar.js";
import { LoadStatus } from "./load-status.js";
import { TimelineCard } from "./timeline-card.js";

interface EventConsoleProps {
  readonly store: ConsoleStore;
  readonly snapshot: Snapshot;
}

const NO_ORDER = new Uint32Array();

/** The events of one user: over time, as a table, and one of them in detail. */
export function EventConsole({ store, snapshot }: EventConsoleProps) {
  const [selected, setSelected] = useState<number>();
  const { events, query, answer } = snapshot;
  const order = answer?.order ?? NO_ORDER;
  const event = selected === undefined ? undefined : events[selected];

  function step(by: number) {
    const next = selected === undefined ? undefined : order[order.indexOf(selected) + by];
    if (next !== undefined) setSelected(next);
  }

  return (
    <div className="console">
      <LoadStatus store={store} snapshot={snapshot} />
      <DriftBanner
        drift={snapshot.drift}
        problems={snapshot.problems}
        count={snapshot.count}
        isNarrowed={query.driftOnly}
        onNarrow={(driftOnly) => store.setQuery({ driftOnly })}
      />
      <TimelineCard
        timeline={answer?.timeline}
        query={query}
        onChange={(changes) => store.setQuery(changes)}
      />
      <FilterBar snapshot={snapshot} onChange={(changes) => store.setQuery(changes)} />
      <div className="table-and-details">
        <EventTable
          snapshot={snapshot}
          order={order}
          selected={selected}
          onSelect={setSelected}
          onQuery={(changes) => store.setQuery(changes)}
        />
        <DetailsPanel stored={event} onClose={() => setSelected(undefined)} onStep={step} />
      </div>
    </div>
  );
}
