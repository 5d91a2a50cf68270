import { shapeName } from "@shapelog/model";
import type { ComponentChildren, VNode } from "preact";
import { DocView } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import type { ServiceRecord } from "../record/service-record.js";
import { type Dated, isLater } from "../tree/is-later.js";
import type { TreeNode } from "../tree/shape-tree.js";
import type { TypeLabel } from "../tree/type-label.js";
import { createSpans, type SpanView } from "../views/span-view.js";
import type { Link } from "./link.js";
import { Added, Gone } from "./marks.js";
import { ConstraintList, Deprecation } from "./node-facts.js";
import { ValueList } from "./value-list.js";

/** What trees need to show their nodes. */
export interface TreeSetting {
  readonly record: ServiceRecord;
  readonly at: number;
  /** When the whole began; what began then needs no mark of its own. */
  readonly born: number;
  readonly direction: "request" | "response" | "type";
  readonly link: Link;
}

/** Shows members as nested lists; those with something inside can be folded, and are, unless something changed there. */
export function TreeList({
  nodes,
  open = true,
  inner = false,
  ...setting
}: TreeSetting & {
  nodes: readonly TreeNode[];
  /** Whether the first level is unfolded all the same. Default: true. */
  open?: boolean;
  inner?: boolean;
}): VNode {
  return (
    <ul class={inner ? "branch" : "tree"}>
      {nodes.map((node) => (
        <TreeItem node={node} open={open} {...setting} />
      ))}
    </ul>
  );
}

function TreeItem({ node, open, ...setting }: TreeSetting & { node: TreeNode; open: boolean }): VNode {
  const { record, at, born } = setting;
  const { container, name: member } = node;
  const subject = container === undefined ? undefined : { shape: container, member };
  const isDated = !node.present || isLater(node, born);
  const spans = isDated ? createSpans(record, node.stretches, at, subject) : [];
  const foldable = node.children.length > 0 || node.values.length > 0;
  const state = !node.present ? " gone" : isLater(node, born) ? " later" : "";
  const head = <NodeHead node={node} spans={spans} setting={setting} linked={!foldable} />;
  const permalink = (
    <a class="permalink" href={`#${node.anchor}`} aria-label={`Link to ${visibleName(node.name)}`}>
      #
    </a>
  );
  const inner = { ...setting, born: isLater(node, born) ? (node.stretches.at(-1)?.from ?? born) : born };
  const body = (
    <>
      <NodeBody node={node} spans={spans} foldable={foldable} setting={setting} />
      <ValueList values={node.values} shape={node.type.shape} {...inner} />
      {node.moreValues > 0 ? <MoreValues node={node} setting={setting} /> : null}
      {node.children.length > 0 ? <TreeList nodes={node.children} open={false} inner {...inner} /> : null}
    </>
  );
  return (
    <li class={`node${state}`} id={node.anchor}>
      {foldable ? (
        <details open={open || hasHistory(node, born)}>
          <summary>{head}</summary>
          {permalink}
          <div class="node-body">{body}</div>
        </details>
      ) : (
        <>
          <div class="node-head">{head}</div>
          {permalink}
          <div class="node-body">{body}</div>
        </>
      )}
    </li>
  );
}

function NodeHead({
  node,
  spans,
  setting,
  linked,
}: {
  node: TreeNode;
  spans: readonly SpanView[];
  setting: TreeSetting;
  linked: boolean;
}): VNode {
  const name = <code class="node-name">{visibleName(node.name)}</code>;
  return (
    <>
      {node.present ? name : <del>{name}</del>}{" "}
      <span class="node-type">{typeText(node.type, linked ? setting : undefined)}</span>{" "}
      {node.required && node.present ? (
        <span class="required">{setting.direction === "response" ? "always there" : "required"}</span>
      ) : null}{" "}
      {node.deprecated ? <span class="deprecated">deprecated</span> : null}{" "}
      {!node.present ? (
        <Gone spans={spans} link={linked ? setting.link : undefined} />
      ) : isLater(node, setting.born) ? (
        <Added span={spans.at(-1)} link={linked ? setting.link : undefined} />
      ) : null}
    </>
  );
}

/** Links are not allowed inside a summary; there the type is text, and its link stands in the body. */
function typeText(type: TypeLabel, setting: TreeSetting | undefined): ComponentChildren {
  const prefix = type.prefix === "" ? "" : `${type.prefix} `;
  const url = setting?.record.urls.get(type.shape);
  const name = visibleName(type.name);
  return url === undefined || !setting
    ? `${prefix}${name}`
    : [prefix, <a href={setting.link(url)}>{name}</a>];
}

function NodeBody({
  node,
  spans,
  foldable,
  setting,
}: {
  node: TreeNode;
  spans: readonly SpanView[];
  foldable: boolean;
  setting: TreeSetting;
}): VNode {
  return (
    <>
      <ConstraintList
        constraints={node.constraints}
        subjects={[
          ...(node.container === undefined ? [] : [{ shape: node.container, member: node.name }]),
          { shape: node.type.shape, member: "" },
        ]}
        record={setting.record}
        link={setting.link}
      />
      {node.deprecated ? <Deprecation {...node.deprecated} /> : null}
      {node.doc ? <DocView doc={node.doc} /> : null}
      <TypeLink node={node} span={spans.at(-1)} foldable={foldable} setting={setting} />
    </>
  );
}

const TYPE_WORDS = { recursive: "Contains itself; see ", cut: "Its members are on " } as const;

/** Shows the links that a summary has no place for: to the type's page, and to the change that brought the member. */
function TypeLink({
  node,
  span,
  foldable,
  setting,
}: {
  node: TreeNode;
  span: SpanView | undefined;
  foldable: boolean;
  setting: TreeSetting;
}): VNode | null {
  const { record, link, born } = setting;
  const url = foldable || node.more ? record.urls.get(node.type.shape) : undefined;
  const came = foldable && isLater(node, born) ? span?.since : undefined;
  if (url === undefined && !came) return null;
  return (
    <p class="type-link">
      {url === undefined ? null : node.more ? TYPE_WORDS[node.more] : "Type "}
      {url === undefined ? null : <a href={link(url)}>{visibleName(shapeName(node.type.shape))}</a>}
      {came ? `${url === undefined ? "" : "; "}came with ` : null}
      {came ? <a href={link(came.url)}>{came.revision}</a> : null}
    </p>
  );
}

function MoreValues({ node, setting }: { node: TreeNode; setting: TreeSetting }): VNode {
  const url = setting.record.urls.get(node.type.shape);
  const text = `All ${(node.values.length + node.moreValues).toLocaleString("en-US")} values`;
  return (
    <p class="type-link">
      {url === undefined ? text : <a href={setting.link(`${url}#values`)}>{text}</a>}; shown are the first and
      those that changed last
    </p>
  );
}

/** Returns whether anything in a branch came later or is gone. */
function hasHistory(node: TreeNode, born: number): boolean {
  const changed = (dated: Dated) => isLater(dated, born) || !dated.present;
  return (
    node.values.some(changed) || node.children.some((child) => changed(child) || hasHistory(child, born))
  );
}
