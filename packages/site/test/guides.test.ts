import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { findGuideFiles, type Guide } from "../src/index.js";
import { createCrawl } from "./crawl.js";
import { elementsOf, readSite, type SiteMap } from "./read-site.js";

const BASE = { title: "Site", baseUrl: "https://docs.example.com/", services: [] };

function guide(id: string, markdown: string, group = "Start"): Guide {
  return { id, group, markdown, file: `docs/${id}.md` };
}

function siteOf(guides: readonly Guide[], targets: ReadonlyMap<string, string> = new Map()): SiteMap {
  return readSite({ ...BASE, guides: { guides, targets } });
}

function pageOf(markdown: string, targets?: ReadonlyMap<string, string>): string {
  return siteOf([guide("a", markdown)], targets).text("guides/a/index.html");
}

function mainOf(html: string): string {
  return /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
}

const TWO = [
  guide("first", "# The first\n\nBegin here. Go [on](second.md#how-it-goes).\n\n## Again\n\n## Again\n"),
  guide(
    "second",
    "# The second\n\n## How it goes\n\nBack to [it](first.md), [again](first.md#again-1).\n",
    "More",
  ),
];

describe("guides", () => {
  const site = siteOf(TWO);

  it("are pages that lead to each other, and no link leads nowhere", () => {
    const crawl = createCrawl();
    for (const [path, text] of site.files) if (path.endsWith(".html")) crawl.add(path, text);
    expect(crawl.findBroken()).toEqual([]);
    expect(site.diagnostics).toEqual([]);
    expect(site.text("guides/first/index.html")).toContain('href="../second/#how-it-goes"');
  });

  it("stand in the list by group, in the menu, in the sitemap and in search", () => {
    const list = mainOf(site.text("guides/index.html"));
    expect(list.indexOf("Start")).toBeLessThan(list.indexOf("More"));
    expect(list).toContain("Begin here.");
    expect(site.text("index.html")).toMatch(/<nav aria-label="Site">.*>Guides<\/a>/s);
    expect(site.text("sitemap-site.xml")).toContain("https://docs.example.com/guides/first/");
    expect(site.text("llms.txt")).toContain("[The first](https://docs.example.com/guides/first/index.md)");
    const { pages } = JSON.parse(site.text("search/symbols.json"));
    expect(pages).toContainEqual(["The first", "guide", "guides/first/"]);
  });

  it("have the next one, the one before, and their parts beside them", () => {
    const html = site.text("guides/first/index.html");
    expect(html).toMatch(/<nav class="steps"[^>]*><a class="next" href="\.\.\/second\/">/);
    expect(html).toMatch(/aria-label="On this page".*href="#again-1"/s);
    expect(html).toMatch(/<details class="guide-group" open><summary>Start/);
    expect(html).toMatch(/<details class="guide-group"><summary>More/);
  });

  it("have Markdown twins whose links lead to Markdown", () => {
    const text = site.text("guides/first/index.md");
    expect(text).toContain("[on](<../second/index.md#how-it-goes>)");
    expect(new MarkdownIt().render(text)).toContain("<h1>The first</h1>");
  });

  it("are in no menu of a site without any", () => {
    const without = readSite(BASE);
    expect(without.text("index.html")).not.toContain(">Guides<");
    expect([...without.files.keys()].filter((path) => path.startsWith("guides/"))).toEqual([]);
  });
});

describe("links of a guide", () => {
  it("are reported with their places where they lead nowhere, and are no links", () => {
    const text = "# A\n\n[gone](gone.md)\n\n| a |\n|---|\n| [b](#nowhere) |\n\n![c](c.png)\n";
    const site = siteOf([guide("a", text)]);
    expect(site.diagnostics.map(({ code, location }) => [code, location])).toEqual([
      ["site/broken-guide-link", { file: "docs/a.md", offset: text.indexOf("gone.md") }],
      ["site/broken-guide-link", { file: "docs/a.md", offset: text.indexOf("#nowhere") }],
      ["site/broken-guide-link", { file: "docs/a.md", offset: text.indexOf("c.png") }],
    ]);
    expect(mainOf(site.text("guides/a/index.html"))).not.toMatch(/<a |<img/);
  });

  it("lead to files on the web, to images of the site, and to the page of a rule that they name", () => {
    const targets = new Map([
      ["src/a.ts", "https://example.com/src/a.ts"],
      ["docs/a b.png", "/guides/images/docs/a~20~b.png"],
    ]);
    const html = pageOf(
      "[code](../src/a.ts#L3) ![a picture](<a b.png>) [`response.enum.value-added`](../rules.md)",
      targets,
    );
    expect(html).toContain('href="https://example.com/src/a.ts#L3"');
    expect(html).toContain('src="../images/docs/a~20~b.png" alt="a picture"');
    expect(html).toContain('href="../../rules/response.enum.value-added/"');
  });

  it.each([
    "ftp://example.com/",
    "https://user:word@example.com/",
    "tel:1",
    "//example.com/x",
    "/etc/passwd",
  ])("lead nowhere but to the web and the site: %s", (href) => {
    const site = siteOf([guide("a", `[x](${href})`)]);
    expect(mainOf(site.text("guides/a/index.html"))).not.toContain("<a ");
    expect(site.diagnostics.map(({ code }) => code)).toEqual(["site/broken-guide-link"]);
  });

  it("are found as paths from the root, whatever they are written as", () => {
    const text =
      "[a](b.md) [c](../c/d.md#e) [f](https://example.com/f.md) ![g](./g%20h.png) [i](#i) [j](//x/y) [k](mailto:k@x)";
    expect(findGuideFiles(guide("x/y", text))).toEqual(["docs/x/b.md", "docs/c/d.md", "docs/x/g h.png"]);
  });
});

describe("texts of strangers", () => {
  const HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](https://evil.example/x.png)",
    '<a href="javascript:alert(1)">x</a>',
    "## <script>alert(1)</script>\n",
    "```html\n<script>alert(1)</script>\n```",
    "`a\u202eb`",
    "# main\n\n## search\n\n## main",
    `${"> ".repeat(500)}deep`,
    `${"[".repeat(5000)}`,
    "| a |\n|---|\n| <b>x</b> |",
    "<div>\n\n**bold**\n\n</div>",
  ];

  it.each(HOSTILE)("run nothing and bring nothing in: %s", (text) => {
    const html = pageOf(`# Title\n\n${text}`);
    const elements = elementsOf(mainOf(html));
    expect(
      elements.filter(({ name }) => /^(?:script|img|iframe|b|div)$/.test(name) && name !== "div"),
    ).toEqual([]);
    for (const { attribs } of elements) {
      expect(Object.keys(attribs).filter((name) => name.startsWith("on"))).toEqual([]);
      expect(attribs.href ?? "").not.toMatch(/^(?:javascript|data):/);
    }
    const ids = elementsOf(html).flatMap(({ attribs }) => attribs.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toContain("\u202e");
  });

  it("keep a page within its limits, and say what is left out", () => {
    const html = pageOf(`# Long\n\n${"A *word* and [`x`](https://example.com/).\n\n".repeat(20_000)}`);
    expect(html.length).toBeLessThan(250_000);
    expect(html.match(/<[a-z]/g)?.length).toBeLessThan(5000);
    expect(html).toMatch(/[\d,]+ more blocks of this text/);
  });

  it("get no address that is another's, or none at all", () => {
    const site = siteOf([
      guide("a", "# One"),
      guide("a", "# Two"),
      guide("../b", "# Up"),
      guide("A", "# Big"),
      guide("images", "# I"),
    ]);
    expect(site.diagnostics.map(({ code }) => code)).toEqual(Array(4).fill("site/bad-guide-id"));
    expect(site.text("guides/a/index.html")).toContain("<h1>One</h1>");
  });
});
