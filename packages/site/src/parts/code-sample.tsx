import type { ComponentChildren, VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import { ScrollRegion } from "./scroll-region.js";

const TOKENS =
  /(?<comment>\/\/[^\n]*)|(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<keyword>\b(?:import|type|from|const|if|throw|new|for|of)\b)/g;

/** Shows a sample of TypeScript with a button that copies it. */
export function CodeSample({ code, label }: { code: string; label: string }): VNode {
  return (
    <div class="sample">
      <div class="sample-head">
        <span>{label}</span>
        <button type="button" data-copy aria-label={`Copy ${label} sample`} hidden>
          Copy
        </button>
      </div>
      <ScrollRegion label={`${label} sample`}>
        <pre>
          <code>{highlight(code)}</code>
        </pre>
      </ScrollRegion>
    </div>
  );
}

function highlight(code: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let rest = 0;
  for (const match of code.matchAll(TOKENS)) {
    parts.push(shown(code.slice(rest, match.index)));
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    parts.push(<span class={`token-${kind ?? "text"}`}>{shown(match[0])}</span>);
    rest = match.index + match[0].length;
  }
  parts.push(shown(code.slice(rest)));
  return parts;
}

function shown(text: string): string {
  return text.split("\n").map(visibleName).join("\n");
}
