import { ChartColumn, Table } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Bin, Grouping, Query, Timeline } from "../data/query.js";
import { FACET_LOOKS, findSeriesLook } from "./find-look.js";
import { TimelineTable } from "./timeline-table.js";
import { ValueIcon } from "./value-icon.js";

// Bars are drawn after the first paint: the table does not wait for the chart's code.
const TimelineChart = lazy(() =>
  import("./timeline-chart.js").then((module) => ({ default: module.TimelineChart })),
);

interface TimelineCardProps {
  readonly timeline: Timeline | undefined;
  readonly query: Query;
  readonly onChange: (changes: Partial<Query>) => void;
}

const GROUPINGS: readonly Grouping[] = ["response", "type", "risk"];

/** The events over time, as bars or as a table, divided by type, response or risk. */
export function TimelineCard({ timeline, query, onChange }: TimelineCardProps) {
  const [isTable, setTable] = useState(false);
  const choose = ({ from, to }: Bin) => onChange({ from, to });
  const isEmpty = timeline !== undefined && timeline.bins.length === 0;
  return (
    <section className="card timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title">Over time</h2>
        <Legend timeline={timeline} grouping={query.grouping} />
        <div className="timeline-controls">
          <ToggleButtonGroup
            className="segments"
            aria-label="Divide by"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[query.grouping]}
            onSelectionChange={(keys) => {
              const grouping = GROUPINGS.find((each) => keys.has(each));
              if (grouping) onChange({ grouping });
            }}
          >
            {GROUPINGS.map((each) => (
              <ToggleButton key={each} id={each} className="segment">
                {FACET_LOOKS[each].label}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <ToggleButton
            className="button icon"
            aria-label="Show the timeline as a table"
            isSelected={isTable}
            onChange={setTable}
          >
            {isTable ? <ChartColumn size={16} aria-hidden="true" /> : <Table size={16} aria-hidden="true" />}
          </ToggleButton>
        </div>
      </div>
      <div className="timeline-body">
        {isEmpty ? <p className="nothing">Nothing to draw</p> : null}
        {timeline === undefined || isEmpty ? null : isTable ? (
          <TimelineTable timeline={timeline} grouping={query.grouping} onChoose={choose} />
        ) : (
          <Suspense fallback={null}>
            <TimelineChart timeline={timeline} grouping={query.grouping} onChoose={choose} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

function Legend({
  timeline,
  grouping,
}: {
  readonly timeline: Timeline | undefined;
  readonly grouping: Grouping;
}) {
  return (
    <ul className="legend" aria-label="Legend">
      {timeline?.series.map((series, at) => {
        const look = findSeriesLook(grouping, series);
        const count = timeline.bins.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
        return (
          <li key={look.label} className={`tone-${look.color}`}>
            <span className="legend-mark">
              <ValueIcon name={look.icon} />
            </span>
            {look.label} <span className="number">{count.toLocaleString("en")}</span>
          </li>
        );
      })}
      {timeline && timeline.timeless > 0 ? (
        <li>Without a time {timeline.timeless.toLocaleString("en")}</li>
      ) : null}
    </ul>
  );
}
