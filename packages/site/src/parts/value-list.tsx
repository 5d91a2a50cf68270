import type { ShapeId } from "@shapelog/model";
import type { ComponentChildren, VNode } from "preact";
import { DocView } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import type { ServiceRecord } from "../record/service-record.js";
import { isLater } from "../tree/is-later.js";
import type { ValueNode } from "../tree/value-nodes.js";
import { createSpans, type SpanView } from "../views/span-view.js";
import type { Link } from "./link.js";
import { Added, Gone, Since } from "./marks.js";
import { Deprecation } from "./node-facts.js";

interface ValueListProps {
  /** The enum. */
  readonly shape: ShapeId;
  readonly values: readonly ValueNode[];
  readonly record: ServiceRecord;
  /** The time shown as now. */
  readonly at: number;
  /** When the whole began; what began then needs no mark of its own. */
  readonly born: number;
  readonly link: Link;
}

/** Shows an enum's values, those that are gone as tombstones. */
export function ValueList({ values, shape, record, at, born, link }: ValueListProps): VNode | null {
  if (values.length === 0) return null;
  const varies = values.some((value) => isLater(value, born) || !value.present);
  return (
    <ul class="values" aria-label="Values">
      {values.map((value) => {
        const spans = varies ? createSpans(record, value.stretches, at, { shape, member: "" }) : [];
        const later = isLater(value, born);
        return (
          <ValueRow value={value} state={value.present ? (later ? "later" : "") : "gone"}>
            {!value.present ? <Gone spans={spans} link={link} /> : null}
            {value.present && varies ? (
              later ? (
                <Added span={spans.at(-1)} link={link} />
              ) : (
                <Since span={spans.at(-1)} link={link} />
              )
            ) : null}
          </ValueRow>
        );
      })}
    </ul>
  );
}

function ValueRow({
  value,
  state,
  children,
}: {
  value: ValueNode;
  state: string;
  children?: ComponentChildren;
}): VNode {
  const name = <code class="value">{visibleName(value.value)}</code>;
  return (
    <li {...(state === "" ? {} : { class: state })} id={value.anchor}>
      {value.present ? name : <del>{name}</del>} {children}
      {value.deprecated ? <Deprecation {...value.deprecated} /> : null}
      {value.doc ? <DocView doc={value.doc} /> : null}
    </li>
  );
}

/** So many values are shown in the order of the model; more are easier to read by the change they came with. */
export const MOST_UNGROUPED = 40;

/** Shows the values of a long enum by the change that they came or went with, the newest first. */
export function ValueGroups({ values, shape, record, at, link }: Omit<ValueListProps, "born">): VNode {
  return (
    <>
      {[...groupValues(values, { shape, record, at })].map(([, { span, present, own }]) => (
        <section class="value-group">
          <h3>
            {present ? <Since span={span} link={link} /> : <Gone spans={[span]} link={link} />}{" "}
            <span class="more">{own.length.toLocaleString("en-US")}</span>
          </h3>
          <ul class="values dense">
            {own.map((value) => (
              <ValueRow value={value} state={present ? "" : "gone"} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface ValueGroup {
  readonly span: SpanView;
  readonly present: boolean;
  readonly time: number;
  readonly own: ValueNode[];
}

function groupValues(
  values: readonly ValueNode[],
  { shape, record, at }: Pick<ValueListProps, "shape" | "record" | "at">,
): Map<string, ValueGroup> {
  const groups = new Map<string, ValueGroup>();
  for (const value of values) {
    const { from = 0, to = 0 } = value.stretches.at(-1) ?? {};
    const key = value.present ? `here ${from}` : `gone ${from} ${to}`;
    const span = createSpans(record, value.stretches, at, { shape, member: "" }).at(-1) ?? {};
    const group = groups.get(key) ?? {
      span,
      present: value.present,
      time: value.present ? from : to,
      own: [],
    };
    group.own.push(value);
    groups.set(key, group);
  }
  return new Map([...groups].sort(([, a], [, b]) => b.time - a.time));
}
