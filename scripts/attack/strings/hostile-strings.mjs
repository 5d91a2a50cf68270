/** What a payload calls or is called: it must never be an identifier of code, an element, an attribute or an address. */
export const MARK = "zzpwn";
/** What a payload has at the start of a line of its own: no line that we print may start with it. */
export const FORGED = "zzforged";

const CALL = `${MARK}()`;

/**
 * What strings are made of, by what they attack.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const CLASSES = {
  terminal: [
    ...[
      "\u001b[2J",
      "\u001b[31m",
      "\u001b]0;t\u0007",
      "\u001b[8m",
      "\u0007",
      "\u0000",
      "\b\b",
      "\u007f",
      "\u009b31m",
    ],
    ...["\u0085", "\u000b", "\f", "\u001bc", "\u009d0;x\u009c"],
  ],
  lines: [
    `\n${FORGED}`,
    `\r\n${FORGED}`,
    `\r${FORGED}`,
    `\u2028${FORGED}`,
    `\u2029${FORGED}`,
    `\n\n${FORGED}`,
    `\n${FORGED} difference.`,
  ],
  commands: [
    ...[
      "::error::x",
      "\n::error title=a::x",
      "\n  ::set-output name=a::b",
      "\r::add-mask::x",
      "\n\u00a0::group::x",
    ],
    ...[
      "##[error]x",
      "##vso[task.setvariable variable=a]b",
      "##teamcity[x]",
      "a ::error::b",
      "##[group]",
      "#",
      "##",
      "%0A::error::x",
    ],
  ],
  bidi: [
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200f",
    "\u061c",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u{e0041}",
    "\u2060",
  ],
  broken: [
    "\ud800",
    "\udc00",
    "\ufffe",
    "\uffff",
    "\ufffd",
    "\u{10ffff}",
    "e\u0301\u0301\u0301",
    "\u{1f468}\u200d\u{1f469}",
  ],
  html: [
    ...[
      `<script>${CALL}</script>`,
      `<img src=x onerror=${CALL}>`,
      `"><svg onload=${CALL}>`,
      `' onmouseover='${CALL}`,
    ],
    ...[
      `</title><script>${CALL}</script>`,
      `</style><${MARK}>`,
      `<!--`,
      `-->`,
      `--!>`,
      `]]>`,
      `<![CDATA[`,
      `&lt;script&gt;`,
    ],
    ...[
      `<a href="javascript:${CALL}">x</a>`,
      `<a href="java\tscript:${CALL}">x</a>`,
      `<a href="data:text/html,${MARK}">x</a>`,
    ],
    ...[
      `</textarea><${MARK}>`,
      `</code></pre><${MARK} a>`,
      `<base href=//${MARK}>`,
      `<iframe srcdoc="${CALL}">`,
      `<p style="x:${CALL}">`,
    ],
  ],
  markdown: [
    ...[
      `[x](javascript:${CALL})`,
      `![x](https://${MARK}.example/)`,
      `<https://${MARK}.example>`,
      "`",
      "``",
      "\n```\n",
      "\n---\n",
    ],
    ...[
      "\n# x",
      "\n- x",
      "|",
      "\n<details>",
      "**",
      "@somebody",
      "[x]: y",
      `{0}`,
      `{{0}}`,
      "\\",
      "<!-- /shapelog:facts -->",
    ],
    ...[
      "\n<!-- /shapelog:facts -->\n",
      "\n<!-- shapelog:facts events 2022-08-18 -->\n",
      "\n---\nx: major\n---\n",
      "](",
      "[x](1)",
    ],
  ],
  code: [
    ...[
      `*/ ${CALL} /*`,
      `"; ${CALL}; "`,
      `'; ${CALL}; '`,
      `\`; ${CALL}; \``,
      `\${${CALL}}`,
      `\n${CALL}\n`,
      `\u2028${CALL}`,
      `\\"; ${CALL}`,
    ],
    ...[
      `</script><script>${CALL}`,
      `//`,
      `/*`,
      `\\u0022`,
      `\\`,
      `"""`,
      `"""\n${MARK}`,
      `@${MARK}`,
      `{@link ${MARK}}`,
      `*/`,
      `#!`,
    ],
  ],
  words: [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "prototype",
    "../../../x",
    "..",
    "CON",
    "a/b",
    "null",
    "0",
    "-1",
    "NaN",
    "",
  ],
};

/** @typedef {{ readonly kind: string, readonly text: string }} Hostile */

/**
 * Returns different strings, each of one class: a piece or two of it and a number, sometimes with a piece of another.
 * @param {() => number} random Gives numbers from 0 up to 1.
 * @param {number} count
 * @returns {Hostile[]}
 */
export function createStrings(random, count) {
  const kinds = Object.keys(CLASSES);
  const all = Object.values(CLASSES).flat();
  /** @param {number} size */
  const below = (size) => Math.floor(random() * size);
  /** @param {readonly string[]} list */
  const pick = (list) => list[below(list.length)] ?? "";
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? "";
    const own = CLASSES[kind] ?? [];
    const pieces = [
      pick(own),
      ...(below(3) === 0 ? [pick(own)] : []),
      ...(below(3) === 0 ? [pick(all)] : []),
    ];
    const name = `v${index.toString(36)}`;
    // The number stands before, after or between, so that pieces stand at either end.
    pieces.splice(below(pieces.length + 1), 0, name);
    return { kind, text: pieces.join("") };
  });
}
