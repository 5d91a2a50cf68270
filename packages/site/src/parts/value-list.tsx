import type { VNode } from "preact";
import { DocView } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import type { ServiceRecord } from "../record/service-record.js";
import { isLater } from "../tree/is-later.js";
import type { ValueNode } from "../tree/shape-tree.js";
import { createSpans } from "../views/span-view.js";
import { Added, Gone, Since } from "./marks.js";
import { Deprecation } from "./node-facts.js";

interface ValueListProps {
  readonly values: readonly ValueNode[];
  readonly record: ServiceRecord;
  /** The time shown as now. */
  readonly at: number;
  /** When the whole began; what began then needs no mark of its own. */
  readonly born: number;
  /** How many values to show besides those that came later or are gone. Default: all. */
  readonly most?: number;
}

/** Shows an enum's values, those that are gone as tombstones. */
export function ValueList({ values, record, at, born, most = values.length }: ValueListProps): VNode | null {
  if (values.length === 0) return null;
  const varies = values.some((value) => isLater(value, born) || !value.present);
  const shown = values.filter((value, index) => index < most || isLater(value, born) || !value.present);
  return (
    <ul class="values" aria-label="Values">
      {shown.map((value) => {
        const spans = createSpans(record.timeline, value.stretches, at);
        const name = <code class="value">{visibleName(value.value)}</code>;
        return (
          <li class={value.present ? (isLater(value, born) ? "later" : "") : "gone"} id={value.anchor}>
            {value.present ? name : <del>{name}</del>} {!value.present ? <Gone spans={spans} /> : null}
            {value.present && varies ? (
              isLater(value, born) ? (
                <Added span={spans.at(-1)} />
              ) : (
                <Since span={spans.at(-1)} />
              )
            ) : null}
            {value.deprecated ? <Deprecation {...value.deprecated} /> : null}
            {value.doc ? <DocView doc={value.doc} /> : null}
          </li>
        );
      })}
      {shown.length < values.length ? <li>and {values.length - shown.length} more</li> : null}
    </ul>
  );
}
