import { Button } from "react-aria-components";
import type { Bin, Grouping, Timeline } from "../data/query.js";
import { describeBin } from "./describe-bin.js";
import { findSeriesLook } from "./find-look.js";

interface TimelineTableProps {
  readonly timeline: Timeline;
  readonly grouping: Grouping;
  readonly onChoose: (bin: Bin) => void;
}

/** The same numbers as the bars, for who reads them rather than sees them. Times without events are left out. */
export function TimelineTable({ timeline, grouping, onChoose }: TimelineTableProps) {
  const looks = timeline.series.map((series) => findSeriesLook(grouping, series));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="timeline-table" aria-label="Events over time" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Time (UTC)</th>
            {looks.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.bins
            .filter(({ counts }) => counts.some((count) => count > 0))
            .map((bin) => (
              <tr key={bin.from}>
                <th scope="row">
                  <Button className="link" onPress={() => onChoose(bin)}>
                    {describeBin(bin)}
                  </Button>
                </th>
                {looks.map(({ label }, at) => (
                  <td className="number" key={label}>
                    {(bin.counts[at] ?? 0).toLocaleString("en")}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
