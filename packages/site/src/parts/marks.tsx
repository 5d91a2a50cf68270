import { VERDICT_WORDS, type Verdict } from "@shapelog/diff";
import type { ComponentChildren, VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import type { Moment, SpanView } from "../views/span-view.js";
import type { Link } from "./link.js";

const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  breaking: "!",
  check: "±",
  safe: "✓",
  notice: "i",
};

/** Shows a verdict as a sign and its words. */
export function Badge({ verdict, word }: { verdict: Verdict; word?: string }): VNode {
  return (
    <span class={`badge badge-${verdict}`}>
      <span class="badge-sign" aria-hidden="true">
        {VERDICT_SIGNS[verdict]}
      </span>
      {word ?? VERDICT_WORDS[verdict]}
    </span>
  );
}

/** Shows a path as code that may break at its dots. */
export function PathText({ path }: { path: string }): VNode {
  const parts = visibleName(path).split(".");
  return (
    <code class="path">
      {parts.map((part, index) => (
        <>
          {index > 0 ? "." : ""}
          {index > 0 ? <wbr /> : null}
          {part}
        </>
      ))}
    </code>
  );
}

/** Shows a name that may break before its humps. */
export function NameText({ name }: { name: string }): VNode {
  const parts = visibleName(name).split(/(?<=[a-z\d])(?=[A-Z])/);
  return (
    <>
      {parts.map((part, index) => (
        <>
          {index > 0 ? <wbr /> : null}
          {part}
        </>
      ))}
    </>
  );
}

/** Shows a name or value as code. */
export function Code({ value }: { value: string | number }): VNode {
  return <code>{visibleName(value)}</code>;
}

/** Shows a date, and the release it came with. */
export function MomentText({ moment }: { moment: Moment }): VNode {
  return (
    <>
      <time dateTime={moment.date}>{moment.date}</time>
      {moment.version === undefined ? null : <span class="version"> ({visibleName(moment.version)})</span>}
    </>
  );
}

/** Shows a date that leads to the change that made it. Without `link` it does not: links must not stand in summaries. */
export function MomentLink({ moment, link }: { moment: Moment; link: Link | undefined }): VNode {
  if (!link) return <MomentText moment={moment} />;
  return (
    <a class="moment" href={link(moment.url)}>
      <MomentText moment={moment} />
    </a>
  );
}

interface DateProps {
  readonly span: SpanView | undefined;
  readonly link?: Link | undefined;
}

/** Shows since when something is there, or that it was when the record began. */
export function Since({ span, link }: DateProps): VNode | null {
  if (!span?.since) return null;
  return (
    <span class="since">
      {span.fromStart ? "on record since" : "since"} <MomentLink moment={span.since} link={link} />
    </span>
  );
}

/** Shows that something came later than the whole it is in. */
export function Added({ span, link }: DateProps): VNode | null {
  if (!span?.since) return null;
  return (
    <span class="added-note">
      <span class="sign">+</span> <Since span={span} link={link} />
    </span>
  );
}

/** Shows when something went, and since when it was there. */
export function Gone({ spans, link }: { spans: readonly SpanView[]; link?: Link | undefined }): VNode {
  const last = spans.at(-1);
  return (
    <span class="gone-note">
      <span class="sign">−</span> removed{" "}
      {last?.removed ? <MomentLink moment={last.removed} link={link} /> : null}
      {last?.since ? (
        <span class="since">
          , {last.fromStart ? "on record" : "there"} since <MomentLink moment={last.since} link={link} />
        </span>
      ) : null}
    </span>
  );
}

/** Shows one line of a change: sign, word, and what it is about. */
export function Mark({
  sign,
  children,
}: {
  sign: "added" | "removed" | "changed";
  children: ComponentChildren;
}): VNode {
  const signs = { added: "+", removed: "−", changed: "±" } as const;
  return (
    <p class={`mark mark-${sign}`}>
      <span class="mark-sign">
        <span class="sign">{signs[sign]}</span> {sign}
      </span>{" "}
      <span class="mark-body">{children}</span>
    </p>
  );
}

/** Shows a list of things in one line, with spaces between them. */
export function joinNodes(nodes: readonly VNode[], separator = " "): ComponentChildren[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [separator, node]));
}
