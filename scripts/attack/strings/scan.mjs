import MarkdownIt from "markdown-it";
import { parse } from "parse5";
import { SaxesParser } from "saxes";
import { FORGED, MARK } from "./hostile-strings.mjs";

/** Each scanner returns what is wrong, or `undefined`. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COLOR = /\u001b\[(?:0|1|2|31|32|33|36)m/g;
const ACTS =
  /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const MARKS = /##[a-z]{0,16}\[/i;

/**
 * What no output has, whatever its format.
 * @param {string} text
 */
export function scanBytes(text) {
  const acts = ACTS.exec(text.replace(COLOR, ""));
  if (acts) return `raw U+${acts[0].codePointAt(0)?.toString(16)} in ${show(text, acts.index)}`;
  const mark = MARKS.exec(text);
  if (mark) return `command in ${show(text, mark.index)}`;
  const line = text.split("\n").find((each) => each.replace(COLOR, "").trimStart().startsWith("::"));
  return line === undefined || /^::(?:error|warning|notice) title=[^:]*::/.test(line)
    ? undefined
    : `command line ${show(line, 0)}`;
}

/**
 * Text for people: no line that a value began.
 * @param {string} text
 */
export function scanText(text) {
  if (/^::/m.test(text)) return "a command";
  const line = text.split("\n").find((each) => each.replace(COLOR, "").trimStart().startsWith(FORGED));
  return line === undefined ? scanBytes(text) : `forged line ${show(line, 0)}`;
}

/**
 * Annotations of GitHub Actions, and nothing else.
 * @param {string} text
 */
export function scanAnnotations(text) {
  const line = text
    .split("\n")
    .find((each) => each !== "" && !/^::(?:error|warning|notice) title=[^:\n]*::/.test(each));
  return line === undefined ? scanBytes(text) : `not an annotation: ${show(line, 0)}`;
}

/** @param {string} text */
export function scanJson(text) {
  try {
    JSON.parse(text);
  } catch (error) {
    return `no JSON: ${error}`;
  }
  return scanBytes(text);
}

/** @param {string} text */
export function scanSarif(text) {
  const problem = scanJson(text);
  if (problem) return problem;
  for (const { message } of JSON.parse(text).runs[0].results) {
    if (message.text.includes("](")) return `a link in ${show(message.text, 0)}`;
    if (/[{}]/.test(message.text.replace(/\{\{|\}\}/g, "")))
      return `a placeholder in ${show(message.text, 0)}`;
  }
  return undefined;
}

const ADDRESSES = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "data",
  "srcset",
  "poster",
  "xlink:href",
  "cite",
]);

/**
 * A page: nothing of a value is an element, an attribute or an address that runs.
 * @param {string} html
 */
export function scanHtml(html) {
  /** @type {any[]} */
  const nodes = [parse(html)];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const problem = scanElement(node);
    if (problem) return problem;
    for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])])
      nodes.push(child);
  }
  return undefined;
}

/** @param {any} node */
function scanElement({ tagName = "", attrs = [], childNodes = [] }) {
  if (tagName.includes(MARK)) return `element ${tagName}`;
  const text = childNodes.map((/** @type {any} */ child) => child.value ?? "").join("");
  if (tagName === "script" && text.includes(`${MARK}()`) && !isData(attrs))
    return `script ${show(text, text.indexOf(MARK))}`;
  for (const { name, value } of attrs) {
    if (/^on/i.test(name) || name.includes(MARK)) return `attribute ${name} of ${tagName}`;
    if (name === "style" && value.includes(MARK)) return `style ${value}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave these out of addresses
    const address = value.replace(/[\u0000-\u0020]/g, "");
    if (ADDRESSES.has(name) && /^(?:javascript|vbscript|data):/i.test(address) && value.includes(MARK))
      return `${name}=${value}`;
    if (ADDRESSES.has(name) && /^(?:https?:)?\/\/zzpwn/i.test(address) && tagName !== "a")
      return `${tagName} ${name}=${value}`;
  }
  return undefined;
}

/** @param {readonly { name: string, value: string }[]} attrs */
function isData(attrs) {
  return attrs.some(({ name, value }) => name === "type" && /json/.test(value));
}

const markdown = new MarkdownIt({ html: true, linkify: true });

/** What turns the direction of a whole line, or is in no text; marks within a word of documentation may stay. */
const DISORDERS = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;

/**
 * A page of the site in Markdown, which has documentation in any script.
 * @param {string} text
 */
export function scanDocument(text) {
  const found = DISORDERS.exec(text);
  return found
    ? `raw U+${found[0].codePointAt(0)?.toString(16)} in ${show(text, found.index)}`
    : scanHtml(markdown.render(text));
}

/** @param {string} text */
export function scanMarkdown(text) {
  return scanHtml(markdown.render(text)) ?? scanBytes(text);
}

/** @param {string} text */
export function scanXml(text) {
  /** @type {string | undefined} */
  let problem;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    problem ??= `no XML: ${error.message}`;
  });
  parser.on("opentag", ({ name }) => {
    if (name.includes(MARK) || name === "script") problem ??= `element ${name}`;
  });
  parser.write(text).close();
  return problem;
}

/**
 * @param {string} text
 * @param {number} at
 */
function show(text, at) {
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
}
