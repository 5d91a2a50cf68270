import { findingAnchor } from "@shapelog/diff";
import type { ComponentChildren, VNode } from "preact";
import type { DiffPart } from "../doc/diff-docs.js";
import type { EntryView } from "../views/entry-view.js";
import type { Fact } from "../views/facts.js";
import { Code, joinNodes, Mark } from "./marks.js";

/** Returns the anchor of a finding, where it is not the entry's. */
export function ownAnchor({ id }: EntryView["findings"][number], index: number): { readonly id?: string } {
  return index === 0 ? {} : { id: findingAnchor(id) };
}

/** So many values are read in a line; the rest is folded. */
const MOST_VALUES = 12;

/** Shows what went and what came. */
export function EntryMarks({ entry }: { entry: Pick<EntryView, "removed" | "added" | "facts"> }): VNode {
  return (
    <div class="marks">
      <ValueMarks sign="removed" values={entry.removed} />
      <ValueMarks sign="added" values={entry.added} />
      {entry.facts.map((fact) => (
        <FactMark fact={fact} />
      ))}
    </div>
  );
}

function ValueMarks({
  sign,
  values,
}: {
  sign: "added" | "removed";
  values: readonly (string | number)[];
}): VNode | null {
  if (values.length === 0) return null;
  const Element = sign === "added" ? "ins" : "del";
  const shown = (part: readonly (string | number)[]) =>
    joinNodes(
      part.map((value) => (
        <Element>
          <Code value={value} />
        </Element>
      )),
    );
  if (values.length <= MOST_VALUES + 3) return <Mark sign={sign}>{shown(values)}</Mark>;
  return (
    <Mark sign={sign}>
      {values.length.toLocaleString("en-US")} values: {shown(values.slice(0, MOST_VALUES))}
      <details class="value-fold">
        <summary>All the others</summary>
        <Element class="plain-values">
          {joinNodes(values.slice(MOST_VALUES).map((value) => <Code value={value} />))}
        </Element>
      </details>
    </Mark>
  );
}

function FactMark({ fact }: { fact: Fact }): VNode {
  return (
    <Mark sign={fact.sign}>
      <span class="fact-label">{fact.label}</span> <FactSides fact={fact} />
    </Mark>
  );
}

function FactSides({ fact: { before, after, words } }: { fact: Fact }): ComponentChildren {
  if (words) return <Words words={words} />;
  return (
    <>
      {before === undefined ? null : (
        <del>
          <code>{before}</code>
        </del>
      )}
      {before !== undefined && after !== undefined ? " → " : null}
      {after === undefined ? null : (
        <ins>
          <code>{after}</code>
        </ins>
      )}
    </>
  );
}

/** Shows what differs between two texts. */
export function Words({ words }: { words: readonly DiffPart[] }): VNode {
  if (words.length === 0) return <>Only its markup changed; it reads the same.</>;
  return (
    <>
      {words.map(({ kind, text }) =>
        kind === "added" ? <ins>{text}</ins> : kind === "removed" ? <del>{text}</del> : text,
      )}
    </>
  );
}
