import type { VNode } from "preact";
import { DocView } from "../../doc/doc-view.js";
import type { RuleExample, RuleSection, RuleView } from "./rule-view.js";

/** Shows the page of a rule, a validator or a diagnostic. */
export function RulePageBody({ view }: { view: RuleView }): VNode {
  return (
    <>
      <h1 class="mono">{view.id}</h1>
      {view.sections.map((section) => (
        <Section section={section} />
      ))}
    </>
  );
}

function Section({ section }: { section: RuleSection }): VNode {
  const parts = section.parts.map((part) =>
    part.kind === "doc" ? <DocView doc={part} /> : <Example example={part} />,
  );
  if (section.heading === undefined) return <>{parts}</>;
  const id = anchorOf(section.heading);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{section.heading}</h2>
      {parts}
    </section>
  );
}

/** Sections about an event can be linked to by its id, others by their words. */
function anchorOf(heading: string): string {
  return heading.replace(/ \(\w+\)$/, "").replaceAll(" ", "-");
}

function Example({ example }: { example: RuleExample }): VNode {
  return (
    <figure class="example">
      <figcaption>{example.label}</figcaption>
      <pre>
        <code>{example.text === "" ? "(nothing)" : example.text}</code>
      </pre>
    </figure>
  );
}
