import { unreachable } from "@shapelog/model";
import type { ComponentChild, VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import { docText } from "./diff-docs.js";
import type { Block, Doc, Inline } from "./doc.js";
import { readMessage } from "./read-message.js";

/** Shows a documentation text. */
export function DocView({ doc, class: className = "doc" }: { doc: Doc; class?: string }): VNode {
  return <div class={className}>{doc.blocks.map(blockView)}</div>;
}

/** So many characters of a text at the top of a page are read at once; what follows is folded. */
const MOST_LEAD = 900;

/** Shows the text at the top of a page: its beginning, and the rest of a long one folded. */
export function LeadDoc({ doc }: { doc: Doc }): VNode {
  let length = 0;
  const end = doc.blocks.findIndex((block, index) => {
    length += docText({ kind: "doc", blocks: [block] }).length;
    return index > 0 && length > MOST_LEAD;
  });
  if (end === -1) return <DocView doc={doc} class="doc lead-doc" />;
  return (
    <>
      <DocView doc={{ ...doc, blocks: doc.blocks.slice(0, end) }} class="doc lead-doc" />
      <details class="about">
        <summary>More about it</summary>
        <DocView doc={{ ...doc, blocks: doc.blocks.slice(end) }} />
      </details>
    </>
  );
}

/** Shows a finding's sentence. */
export function Message({ text }: { text: string }): VNode {
  return <>{inlineViews(readMessage(text))}</>;
}

/** Returns inlines as elements. */
export function inlineViews(inlines: readonly Inline[]): ComponentChild[] {
  return inlines.map(inlineView);
}

function inlineView(inline: Inline): ComponentChild {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return <code>{visibleName(inline.text)}</code>;
    case "break":
      return <br />;
    case "em":
      return <em>{inline.content.map(inlineView)}</em>;
    case "strong":
      return <strong>{inline.content.map(inlineView)}</strong>;
    case "link":
      return (
        <a href={inline.href} rel="nofollow noreferrer">
          {inline.content.map(inlineView)}
        </a>
      );
    default:
      return unreachable(inline);
  }
}

function blockView(block: Block): ComponentChild {
  switch (block.kind) {
    case "paragraph":
      return <p>{block.content.map(inlineView)}</p>;
    case "pre":
      return <pre>{block.text}</pre>;
    case "rule":
      return <hr />;
    case "bullets":
      return <ul>{block.items.map(itemView)}</ul>;
    case "numbers":
      return <ol>{block.items.map(itemView)}</ol>;
    case "note":
      return (
        <div class="callout">
          <p class="callout-label">{block.label}</p>
          {block.blocks.map(blockView)}
        </div>
      );
    case "quote":
      return <blockquote>{block.blocks.map(blockView)}</blockquote>;
    case "terms":
      return block.rows.map((row) => <div class={`doc-${row.kind}`}>{tight(row.blocks)}</div>);
    case "table":
      return (
        <table>
          <tbody>
            {block.rows.map((row) => (
              <tr>
                {row.map((cell) => (
                  <td>{tight(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return unreachable(block);
  }
}

function itemView(blocks: readonly Block[]): VNode {
  return <li>{tight(blocks)}</li>;
}

/** A single paragraph shows without its own element. */
function tight(blocks: readonly Block[]): ComponentChild {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === "paragraph"
    ? inlineViews(only.content)
    : blocks.map(blockView);
}
