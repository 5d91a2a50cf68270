import type { VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import type { ServiceRecord } from "../record/service-record.js";
import type { Constraint } from "../tree/constraints.js";
import { createSpans } from "../views/span-view.js";
import type { Link } from "./link.js";
import { Since } from "./marks.js";

/** Shows what is asked of values. */
export function ConstraintList({
  constraints,
  record,
  link,
}: {
  constraints: readonly Constraint[];
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
              <Since span={createSpans(record, stretches, record.timeline.now).at(-1)} link={link} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
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
