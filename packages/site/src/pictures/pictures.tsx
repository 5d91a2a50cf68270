import type { VNode } from "preact";
import type { TimeScale } from "./time-scale.js";
import type { TimelineMark, TimelineView } from "./timeline-view.js";
import type { ValueBar, ValueLine, ValuesPictureView } from "./values-picture-view.js";

// Places are hundredths of the width, and sizes are pixels: a picture fits any window, and its text stays readable.

/** Each verdict has a shape of its own: a diamond, a triangle, a circle, a stroke; a square is where a record starts. */
const SIGNS: Readonly<Record<TimelineMark["sign"], string>> = {
  breaking: "M0-8L8 0L0 8L-8 0Z",
  check: "M0-7L7 6H-7Z",
  safe: "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z",
  notice: "M-1-5H1V5H-1Z",
  start: "M-4-4H4V4H-4Z",
};

/** Shows when an operation changed. The list beside it says the same. */
export function Timeline({ view: { scale, marks, text } }: { view: TimelineView }): VNode {
  const used = [...new Set(marks.map(({ sign }) => sign))];
  return (
    <figure class="picture">
      <svg width="100%" height="62" role="img" aria-label={text}>
        <defs>
          {used.map((sign) => (
            <path id={`sign-${sign}`} d={SIGNS[sign]} />
          ))}
        </defs>
        <line class="axis" x1="1.5%" x2="98.5%" y1="22" y2="22" />
        {marks.map(({ at, sign }) => (
          <use href={`#sign-${sign}`} class={`sign-${sign}`} x={`${at}%`} y="22" />
        ))}
        <Years scale={scale} y={54} />
      </svg>
      <Legend used={used} />
    </figure>
  );
}

const LEGEND = [
  ["breaking", "breaking"],
  ["check", "check your code"],
  ["safe", "safe"],
  ["notice", "notice"],
  ["start", "first recorded"],
] as const;

function Legend({ used }: { used: readonly TimelineMark["sign"][] }): VNode {
  return (
    <figcaption>
      {LEGEND.filter(([sign]) => used.includes(sign)).map(([sign, words]) => (
        <span>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
            <use href={`#sign-${sign}`} class={`sign-${sign}`} />
          </svg>{" "}
          {words}
        </span>
      ))}
    </figcaption>
  );
}

const LINE = 34;

/** Shows when the values of an enum came and went. The list beside it says the same. */
export function ValuesPicture({ view: { scale, lines, more, text } }: { view: ValuesPictureView }): VNode {
  const height = lines.length * LINE;
  return (
    <figure class="picture">
      <svg width="100%" height={height + 26} role="img" aria-label={text}>
        {lines.map((line, index) => (
          <Line line={line} y={index * LINE} />
        ))}
        <Years scale={scale} y={height + 18} />
      </svg>
      <figcaption>
        A bar is the time in which a value was there; hollow ones are gone.
        {more > 0 ? ` ${more.toLocaleString("en-US")} more values are in the list.` : ""}
      </figcaption>
    </figure>
  );
}

function Line({ line: { label, bars }, y }: { line: ValueLine; y: number }): VNode {
  return (
    <>
      <text class="value-label" y={y + 13} {...placeLabel(label, bars[0]?.from ?? 0)}>
        {label}
      </text>
      {bars.map((bar) => (
        <Bar bar={bar} y={y + 18} />
      ))}
    </>
  );
}

/** A letter takes so many hundredths of the narrowest picture. */
const LETTER = 2.6;

/** Labels begin where their bar does, or end with the picture where they would leave it. */
function placeLabel(label: string, from: number): { readonly x: string; readonly "text-anchor"?: "end" } {
  const fits = from + [...label].length * LETTER <= 100;
  return fits ? { x: `${from}%` } : { x: "98.5%", "text-anchor": "end" };
}

function Bar({ bar: { from, to, begins, ends }, y }: { bar: ValueBar; y: number }): VNode {
  const width = Math.max(0.6, Math.round((to - from) * 100) / 100);
  return (
    <>
      <rect class={ends ? "bar-gone" : "bar"} x={`${from}%`} y={y} width={`${width}%`} height="9" />
      {begins ? <line class="cap" x1={`${from}%`} x2={`${from}%`} y1={y - 3} y2={y + 12} /> : null}
      {ends ? <line class="cap cap-gone" x1={`${to}%`} x2={`${to}%`} y1={y - 3} y2={y + 12} /> : null}
    </>
  );
}

function Years({ scale: { start, end, years }, y }: { scale: TimeScale; y: number }): VNode {
  const first = start.slice(0, 4);
  const last = end.slice(0, 4);
  return (
    <g class="picture-years">
      <text x="1.5%" y={y}>
        {first}
      </text>
      {years
        .filter(({ label, at }) => label !== last && at > 12 && at < 86)
        .map(({ label, at }) => (
          <text x={`${at}%`} y={y} text-anchor="middle">
            {label}
          </text>
        ))}
      {last === first ? null : (
        <text x="98.5%" y={y} text-anchor="end">
          {last}
        </text>
      )}
    </g>
  );
}
