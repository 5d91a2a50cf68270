import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Bin, Grouping, Timeline } from "../data/query.js";
import { describeBin, shortenBin } from "./describe-bin.js";
import { findSeriesLook } from "./find-look.js";

interface TimelineChartProps {
  readonly timeline: Timeline;
  readonly grouping: Grouping;
  readonly onChoose: (bin: Bin) => void;
}

/** The events as bars. The left and right keys go from bar to bar, and each is told; a click narrows to its time. */
export function TimelineChart({ timeline, grouping, onChoose }: TimelineChartProps) {
  const { bins, series } = timeline;
  const choose = (index: unknown) => {
    const bin = bins[Number(index)];
    if (bin) onChoose(bin);
  };
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 150 }}>
      <BarChart
        // Parts are stacked as they come in, so those of other series are another chart.
        key={series.map((one) => findSeriesLook(grouping, one).label).join()}
        data={[...bins]}
        margin={{ top: 6, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="12%"
        title="Events over time"
        onClick={({ activeTooltipIndex }) => choose(activeTooltipIndex)}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="from"
          tickFormatter={(from: number) => shortenBin(from, bins)}
          minTickGap={24}
          stroke="var(--edge)"
          tickLine={false}
        />
        <YAxis
          width={40}
          allowDecimals={false}
          stroke="var(--edge)"
          axisLine={false}
          tickLine={false}
          tickCount={4}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--sunk)", stroke: "none" }}
          content={({ active, activeIndex }) =>
            active ? <BinTip bin={bins[Number(activeIndex)]} timeline={timeline} grouping={grouping} /> : null
          }
        />
        {series.map((one, at) => {
          const look = findSeriesLook(grouping, one);
          return (
            <Bar
              key={look.label}
              name={look.label}
              dataKey={({ counts }: Bin) => counts[at] ?? 0}
              stackId="events"
              fill={`color-mix(in srgb, var(--${look.color}) 80%, var(--raised))`}
              stroke="var(--raised)"
              strokeWidth={1}
              maxBarSize={48}
              isAnimationActive={false}
            />
          );
        })}
      </BarChart>
    </ResponsiveContainer>
  );
}

interface BinTipProps {
  readonly bin: Bin | undefined;
  readonly timeline: Timeline;
  readonly grouping: Grouping;
}

function BinTip({ bin, timeline, grouping }: BinTipProps) {
  if (!bin) return null;
  return (
    <div className="chart-tip">
      <p className="chart-tip-time">{describeBin(bin)}</p>
      <ul>
        {timeline.series.map((one, at) => {
          const look = findSeriesLook(grouping, one);
          const count = bin.counts[at] ?? 0;
          return count === 0 ? null : (
            <li key={look.label} className={`tone-${look.color}`}>
              <span className="swatch" aria-hidden="true" />
              {look.label} <span className="number">{count.toLocaleString("en")}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
