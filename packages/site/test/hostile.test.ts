import MarkdownIt from "markdown-it";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import {
  enumShape,
  idOf,
  list,
  member,
  operation,
  recordEditions,
  service,
  structure,
} from "./model-builder.js";
import { elementsOf, readSite, type SiteMap } from "./read-site.js";

const NAMES = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "../../x",
  "..",
  "constructor",
  "__proto__",
  "hasOwnProperty",
  "🦄",
  "a\u202eb",
  "line\nbreak",
  "</code></pre><h1>x",
  "`code` [a](javascript:alert(1))",
  "]]><x>",
  "\ud800 lone",
  "nul\u0000",
  "{{constructor}}",
  "a|b|c",
  "# heading",
  "",
];
const TEXT = `${NAMES.join(" ")} <script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> [y](javascript:alert(1)) <!-- ]]> --> \u2028`;

function shapesOf(extra: readonly string[]): ReturnType<typeof structure>[] {
  const operations = NAMES.map((name) => `Op${name}`);
  return [
    service("Service", operations, {
      title: TEXT,
      documentation: TEXT,
      "aws.api#service": { sdkId: "Hostile" },
    }),
    ...NAMES.flatMap((name) => [
      {
        ...operation(`Op${name}`, [`Bad${name}`], {
          documentation: TEXT,
          deprecated: { message: TEXT, since: name },
          examples: [
            { title: TEXT, documentation: TEXT, input: { [name]: TEXT }, output: { [name]: TEXT } },
            {
              title: name,
              input: { [TEXT]: name },
              error: { shapeId: idOf(`Bad${name}`), content: { message: TEXT } },
            },
          ],
        }),
      },
      structure(`Op${name}Request`, [
        member(name || "empty", `Type${name}`, { required: {}, documentation: TEXT, default: TEXT }),
        ...extra.map((more) => member(`${name}${more}`, "smithy.api#String", { pattern: TEXT })),
      ]),
      structure(`Op${name}Response`, [member(name || "empty", `List${name}`)]),
      list(`List${name}`, `Type${name}`),
      structure(`Bad${name}`, [member("message", "smithy.api#String")], { error: "client", httpError: 400 }),
      enumShape(`Type${name}`, [...NAMES.map((value) => value || "empty"), ...extra], TEXT),
    ]),
  ];
}

const ALLOWED_ELEMENTS = new Set(
  "html head meta title script link body a header span nav ul li form label input p button div ol main search h1 h2 h3 dl dt dd section details summary code pre del ins time article table caption thead tbody tr th td figure fieldset legend figcaption b blockquote footer strong em br hr wbr".split(
    " ",
  ),
);

/** What pages have besides, and feeds have not: the form that compares, and pictures. */
const PAGE_ELEMENTS = new Set([
  ...ALLOWED_ELEMENTS,
  ..."datalist option svg defs path line use g text rect".split(" "),
]);
/** The page on judging, which holds no text of a model, has a picture. */
const PICTURE = new Set(["svg", "path", "line", "circle", "text"]);

function isPicture(path: string): boolean {
  return path === "about/severity/index.html";
}

const OWN_ORIGIN = /^https:\/\/example\.com$/;
/** The pages of our own rules hold no text of a model; they name the specification. */
const RULES_ORIGIN = /^https:\/\/(?:example\.com|smithy\.io)$/;

function isOwn(address: string, path: string): boolean {
  return (path.startsWith("rules/") ? RULES_ORIGIN : OWN_ORIGIN).test(originOf(address, path));
}

function originOf(address: string, path: string): string {
  const url = new URL(address, `https://example.com/${path}`);
  return url.protocol === "https:" ? url.origin : url.protocol;
}

/** Returns what an element could do that none of a page may. */
function findHarm({ name, attribs }: ReturnType<typeof elementsOf>[number], path: string): string[] {
  const address = attribs.href ?? attribs.src ?? attribs.action ?? "";
  return [
    ...(PAGE_ELEMENTS.has(name) || (isPicture(path) && PICTURE.has(name)) ? [] : [name]),
    ...Object.keys(attribs).filter((key) => /^on|^style$|^srcdoc$/.test(key)),
    ...(isOwn(address, path) ? [] : [address]),
    ...(/[\s"'<>]/.test(attribs.id ?? "x") ? [`id ${attribs.id}`] : []),
  ];
}

let site: SiteMap;

beforeAll(() => {
  const { ledger, model } = recordEditions("hostile", [
    {
      date: "2020-01-01",
      version: "../../../etc",
      note: TEXT,
      vendor: { source: TEXT, file: TEXT },
      shapes: shapesOf([]),
    },
    {
      date: "2021-01-01",
      version: "<b>",
      note: TEXT,
      vendor: { source: TEXT, version: TEXT, text: TEXT },
      shapes: shapesOf(["'new"]),
    },
    {
      date: "2022-01-01",
      version: "1.0.0",
      note: TEXT,
      vendor: { source: "botocore", version: "1.0.0", file: "javascript:alert(1)", text: TEXT },
      shapes: shapesOf(["'new"]).slice(0, -8),
    },
  ]);
  site = readSite({
    title: TEXT,
    baseUrl: "https://example.com/",
    services: [{ id: "hostile", model, ledger, packageName: `x";alert(1)//${TEXT}` }],
  });
});

describe("names and texts that were made to harm", () => {
  it("leads to no path outside the site, and to none twice where case is ignored", () => {
    const seen = new Set<string>();
    for (const path of site.files.keys()) {
      expect(path).toMatch(/^(?:[A-Za-z0-9_~-][A-Za-z0-9_~.-]*\/)*[A-Za-z0-9_~-][A-Za-z0-9_~.-]*$/);
      expect(path).not.toContain("..");
      expect(seen.has(path.toLowerCase()), path).toBe(false);
      seen.add(path.toLowerCase());
    }
    expect(
      [...site.files.keys()].filter((path) => /^api\/hostile\/(?!types\/)[^/]+\/index\.html$/.test(path))
        .length,
    ).toBe(NAMES.length);
  });

  it("is inert in HTML", () => {
    for (const [path, html] of site.files) {
      if (!path.endsWith(".html")) continue;
      for (const hidden of ["\u0000", "\u202e"]) expect(html.includes(hidden), path).toBe(false);
      const elements = elementsOf(html);
      expect(
        elements.flatMap((element) => findHarm(element, path)),
        path,
      ).toEqual([]);
      const scripts = path === "compare/hostile/index.html" ? 3 : 2;
      expect(elements.filter(({ name }) => name === "script").length, path).toBe(scripts);
    }
  });

  it("has no anchor twice on one page", () => {
    for (const [path, html] of site.files) {
      if (!path.endsWith(".html")) continue;
      const ids = elementsOf(html).flatMap(({ attribs }) => (attribs.id === undefined ? [] : [attribs.id]));
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it("is inert in Markdown, read as any reader would", () => {
    const markdown = new MarkdownIt("commonmark", { html: true });
    for (const [path, text] of site.files) {
      if (!path.endsWith(".md")) continue;
      for (const { name, attribs } of elementsOf(markdown.render(text))) {
        expect(["script", "img", "x", "b"].includes(name), `${path}: ${name}`).toBe(false);
        if (name === "a") expect(isOwn(attribs.href ?? "", path), path).toBe(true);
      }
    }
  });

  it("is inert in feeds", () => {
    for (const [path, text] of site.files) {
      if (!/\.(?:atom|rss|xml)$/.test(path)) continue;
      const names = new Set<string>();
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${path}: ${error.message}`);
      });
      parser.on("opentag", ({ name }) => names.add(name));
      parser.write(text).close();
      expect(names.has("script")).toBe(false);
    }
    const feed = JSON.parse(site.text("feed.json"));
    for (const item of feed.items) {
      for (const { name } of elementsOf(item.content_html))
        expect(ALLOWED_ELEMENTS.has(name), name).toBe(true);
    }
  });

  it("is JSON that holds every name as it is", () => {
    for (const [path, text] of site.files)
      if (path.endsWith(".json")) expect(() => JSON.parse(text), path).not.toThrow();
    const data = JSON.parse(site.text("data/hostile.json"));
    const ids = data.operations.map((one: { readonly id: string }) => one.id);
    for (const name of NAMES) expect(ids).toContain(idOf(`Op${name}`));
  });

  it("puts no name into a sample that is no name in code", () => {
    const pages = [...site.files].filter(
      ([path]) => path.startsWith("api/hostile/Op") && path.endsWith(".html"),
    );
    let shown = 0;
    for (const [path, html] of pages) {
      const samples = [...html.matchAll(/aria-label="[^"]* sample"[^>]*><pre>([\s\S]*?)<\/pre>/g)];
      shown += samples.length;
      for (const [, sample = ""] of samples)
        expect(sample.replace(/<[^>]*>/g, ""), path).not.toMatch(/^\s*[";]*alert/m);
    }
    expect(shown).toBeGreaterThan(40);
  });
});
