import type { VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import type { ServiceRecord } from "../record/service-record.js";
import type { Stretch } from "../record/timeline.js";
import type { Constraint } from "../tree/constraints.js";
import { createSpans, type SpanView, type Subject } from "../views/span-view.js";
import type { Link } from "./link.js";
import { Since } from "./marks.js";

/** Shows what is asked of values. */
export function ConstraintList({
  constraints,
  subjects,
  record,
  link,
}: {
  constraints: readonly Constraint[];
  /** What the change of a limit may be told of: the member, or the shape it points at. */
  subjects: readonly Subject[];
  record: ServiceRecord;
  link: Link;
}): VNode | null {
  if (constraints.length === 0) return null;
  return (
    <ul class="constraints" aria-label="Constraints">
      {constraints.map(({ label, code, stretches = [] }) => (
        <li>
          {label}
          {code === undefined ? null : <> </>}
          {code === undefined ? null : <code>{code}</code>}
          {stretches.length === 0 ? null : (
            <>
              {" "}
              <Since span={findSpan(record, stretches, subjects)} link={link} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function findSpan(
  record: ServiceRecord,
  stretches: readonly Stretch[],
  subjects: readonly Subject[],
): SpanView | undefined {
  const spans = subjects.flatMap((subject) => createSpans(record, stretches, record.timeline.now, subject));
  return spans.find(({ since }) => since?.url.includes("#")) ?? spans[0];
}

/** Shows that something is to be left, and why. */
export function Deprecation({ message, since }: { message?: string; since?: string }): VNode {
  return (
    <p class="deprecation">
      Deprecated{since === undefined ? "" : ` since ${visibleName(since)}`}
      {message === undefined ? "." : `: ${visibleName(message)}`}
    </p>
  );
}
