/** A piece of HTML as botocore's documentation texts have it. */
export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "start"; readonly tag: string; readonly isLink: boolean }
  | { readonly kind: "end"; readonly tag: string };

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<![^<>]*>|<(\/?)([a-zA-Z][^\s/<>]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|<|[^<]+/g;

/** Returns the pieces of an HTML text. What is no tag is text. */
export function* readHtml(html: string): Generator<HtmlToken> {
  for (const [text, slash, tag, attributes] of html.matchAll(TOKEN)) {
    if (tag === undefined) {
      if (!text.startsWith("<!")) yield { kind: "text", text: readEntities(text) };
      continue;
    }
    const name = tag.toLowerCase();
    if (slash === "/") yield { kind: "end", tag: name };
    else yield { kind: "start", tag: name, isLink: name === "a" && /\bhref\s*=/i.test(attributes ?? "") };
    if (slash !== "/" && attributes?.endsWith("/")) yield { kind: "end", tag: name };
  }
}

/** The named entities that documentation uses. Others stay as they are. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["hellip", "…"],
  ["times", "×"],
  ["le", "≤"],
  ["ge", "≥"],
  ["copy", "©"],
  ["reg", "®"],
  ["trade", "™"],
]);

function readEntities(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]+));/g,
    (whole: string, ...groups: (string | undefined)[]) => {
      const [decimal, hex, name] = groups;
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
