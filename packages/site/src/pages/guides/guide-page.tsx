import type { ComponentChild, VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import { CodeSample, type TokenLanguage } from "../../parts/code-sample.js";
import type { Link } from "../../parts/link.js";
import { ScrollRegion } from "../../parts/scroll-region.js";
import type { GuideBlock, GuideCell, GuideInline } from "./guide-blocks.js";
import type { GuideRef, GuideView } from "./guide-view.js";

/** Shows a guide. */
export function GuidePage({ view, link }: { view: GuideView; link: Link }): VNode {
  const setting: Setting = { link, counts: new Map() };
  return (
    <>
      <h1>{visibleName(view.title)}</h1>
      <div class="guide">{view.blocks.map((block) => blockView(block, setting))}</div>
      {view.rest === undefined ? null : (
        <p class="more">{view.rest} The Markdown of this page has all of it.</p>
      )}
      {view.previous || view.next ? (
        <nav class="steps" aria-label="Other guides">
          <Step guide={view.previous} word="Previous" link={link} />
          <Step guide={view.next} word="Next" link={link} />
        </nav>
      ) : null}
    </>
  );
}

function Step({
  guide,
  word,
  link,
}: {
  guide: GuideRef | undefined;
  word: string;
  link: Link;
}): VNode | null {
  if (!guide) return null;
  return (
    <a class={word.toLowerCase()} href={link(guide.url)}>
      <span>{word}</span> {visibleName(guide.title)}
    </a>
  );
}

/** `counts` has how many parts of a name there were: those that scroll have names of their own. */
interface Setting {
  readonly link: Link;
  readonly counts: Map<string, number>;
}

function blockView(block: GuideBlock, setting: Setting): ComponentChild {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level}` as const;
      return <Heading id={block.id}>{inlineViews(block.content, setting)}</Heading>;
    }
    case "paragraph":
      return <p>{inlineViews(block.content, setting)}</p>;
    case "code":
      return <Code block={block} setting={setting} />;
    case "list": {
      const items = block.items.map((item) => <li>{itemView(item, setting)}</li>);
      if (block.start === undefined) return <ul>{items}</ul>;
      return <ol start={block.start === 1 ? undefined : block.start}>{items}</ol>;
    }
    case "quote":
      return <blockquote>{block.blocks.map((inner) => blockView(inner, setting))}</blockquote>;
    case "table":
      return <Table head={block.head} rows={block.rows} setting={setting} />;
    default:
      return <hr />;
  }
}

/** A single paragraph shows without its own element. */
function itemView(blocks: readonly GuideBlock[], setting: Setting): ComponentChild {
  return blocks.map((block, index) =>
    index === 0 && block.kind === "paragraph"
      ? inlineViews(block.content, setting)
      : blockView(block, setting),
  );
}

const LANGUAGES: Readonly<Record<string, readonly [label: string, tokens?: TokenLanguage]>> = {
  console: ["Terminal"],
  sh: ["Shell", "sh"],
  bash: ["Shell", "sh"],
  ts: ["TypeScript", "ts"],
  js: ["JavaScript", "ts"],
  python: ["Python", "python"],
  json: ["JSON", "json"],
  yaml: ["YAML"],
  smithy: ["Smithy"],
  diff: ["Difference"],
};

/** After the language a fence may name a file. */
function Code({ block, setting }: { block: Extract<GuideBlock, { kind: "code" }>; setting: Setting }): VNode {
  const [language = "", file] = block.info.split(/\s+/);
  const [name = "Text", tokens] = Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? []) : [];
  const label = file !== undefined && /[./]/.test(file) ? visibleName(file) : name;
  return (
    <CodeSample
      code={block.text}
      label={label}
      number={count(setting, label)}
      {...(tokens === undefined ? {} : { language: tokens })}
    />
  );
}

function count({ counts }: Setting, name: string): number {
  const number = (counts.get(name) ?? 0) + 1;
  counts.set(name, number);
  return number;
}

function Table({
  head,
  rows,
  setting,
}: {
  head: readonly GuideCell[];
  rows: readonly (readonly GuideCell[])[];
  setting: Setting;
}): VNode {
  const number = count(setting, "Table");
  return (
    <ScrollRegion label={number === 1 ? "Table" : `Table ${number}`}>
      <table>
        {head.every((cell) => cell.length === 0) ? null : (
          <thead>
            <tr>
              {head.map((cell) =>
                cell.length === 0 ? <td /> : <th scope="col">{inlineViews(cell, setting)}</th>,
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(([first = [], ...others]) => (
            <tr>
              {first.length === 0 ? (
                <td />
              ) : (
                <th scope="row" class={isTerm(first) ? "term" : undefined}>
                  {inlineViews(first, setting)}
                </th>
              )}
              {others.map((cell) => (
                <td>{inlineViews(cell, setting)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A short piece of code stays on one line. */
function isTerm([first, ...others]: GuideCell): boolean {
  return first?.kind === "code" && others.length === 0 && first.text.length <= 36;
}

function inlineViews(inlines: readonly GuideInline[], setting: Setting): ComponentChild[] {
  return inlines.map((inline) => inlineView(inline, setting));
}

function inlineView(inline: GuideInline, setting: Setting): ComponentChild {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return <code>{visibleName(inline.text)}</code>;
    case "break":
      return <br />;
    case "em":
      return <em>{inlineViews(inline.content, setting)}</em>;
    case "strong":
      return <strong>{inlineViews(inline.content, setting)}</strong>;
    case "image":
      return <img src={setting.link(inline.src)} alt={inline.text} loading="lazy" />;
    default: {
      const isOwn = /^[/#]/.test(inline.href);
      const content = inlineViews(inline.content, setting);
      return isOwn ? (
        <a href={inline.href.startsWith("#") ? inline.href : setting.link(inline.href)}>{content}</a>
      ) : (
        <a href={inline.href} rel="nofollow noreferrer">
          {content}
        </a>
      );
    }
  }
}
