import type { ComponentChildren, VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import { ScrollRegion } from "./scroll-region.js";

/** The languages whose code is coloured; any other is shown plain. */
export type TokenLanguage = "ts" | "python" | "sh" | "json";

const TOKENS: Readonly<Partial<Record<TokenLanguage, RegExp>>> = {
  ts: /(?<comment>\/\/[^\n]*)|(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<keyword>\b(?:import|type|from|const|if|throw|new|for|of|await)\b)/g,
  python:
    /(?<comment>#[^\n]*)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<keyword>\b(?:import|from|True|False|None)\b)/g,
  sh: /(?<string>'[^']*')/g,
};

/** Shows code with a button that copies it. */
export function CodeSample({
  code,
  label,
  number = 1,
  language,
  ...data
}: {
  code: string;
  label: string;
  /** Which one of that label it is on the page. */
  number?: number;
  language?: TokenLanguage;
  "data-language"?: string;
}): VNode {
  const name = number === 1 ? `${label} sample` : `${label} sample ${number}`;
  return (
    <div class="sample" {...data}>
      <div class="sample-head">
        <span>{label}</span>
        <button type="button" data-copy aria-label={`Copy ${name}`} hidden>
          Copy
        </button>
      </div>
      <ScrollRegion label={name}>
        <pre>
          <code>{highlight(code, language && TOKENS[language])}</code>
        </pre>
      </ScrollRegion>
    </div>
  );
}

function highlight(code: string, tokens: RegExp | undefined): ComponentChildren[] {
  if (!tokens) return [shown(code)];
  const parts: ComponentChildren[] = [];
  let rest = 0;
  for (const match of code.matchAll(tokens)) {
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
