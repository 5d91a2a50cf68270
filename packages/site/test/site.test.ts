import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { RULES } from "@shapelog/diff";
import { modelOf } from "@shapelog/testing";
import { type ChildNode, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { ASSETS } from "../src/gen/assets.js";
import { renderSite, type SiteOptions } from "../src/index.js";
import { THEME_SCRIPT, THEME_SCRIPT_HASH } from "../src/parts/theme-script.js";
import { authEventService } from "./auth-events.js";
import { enumShape, member, operation, recordEditions, service, simple, structure } from "./model-builder.js";
import { elementsOf, readSite } from "./read-site.js";

const OPTIONS: SiteOptions = {
  title: "Shapelog",
  baseUrl: "https://docs.example.com/api",
  services: [authEventService()],
};
const SITE = readSite(OPTIONS);
const OPERATION = "api/cognito-identity-provider/AdminListUserAuthEvents/index";
const CHANGE = "changes/cognito-identity-provider/2022-08-18-1.27.55/index";

function textOf(html: string): string {
  return textOfNodes(parseDocument(html).children);
}

function textOfNodes(nodes: readonly ChildNode[]): string {
  const read = (node: ChildNode): string =>
    isText(node) ? node.data : "children" in node ? node.children.map(read).join("") : "";
  return nodes.map(read).join("").replace(/\s+/g, " ").trim();
}

/** Returns the text of the element that an anchor stands for. */
function partOf(path: string, id: string): string {
  const element = elementsOf(SITE.text(path)).find(({ attribs }) => attribs.id === id);
  if (!element) throw new Error(`${path} has no ${id}`);
  return textOfNodes(element.children);
}

/** Where the vendor's note of the change stands. */
const FILE = "https://github.com/boto/botocore/blob/1.27.55/.changes/1.27.55.json";

describe("a site", () => {
  it("is the same bytes each time", () => {
    expect([...readSite(OPTIONS).files]).toEqual([...SITE.files]);
  });

  it("has each page as HTML, Markdown and JSON", () => {
    const pages = [...SITE.files.keys()].filter((path) => path.endsWith("index.html"));
    expect(pages.length).toBeGreaterThan(30);
    for (const page of pages) {
      expect(SITE.text(page.replace(/html$/, "md"))).toMatch(/^# /);
      expect(JSON.parse(SITE.text(page.replace(/html$/, "json")))).toMatchObject({
        format: "shapelog-page/1",
      });
    }
  });

  it("has a title of its own on each page", () => {
    const titles = [...SITE.files].flatMap(([path, text]) =>
      path.endsWith(".html") ? [/<title>(.*?)<\/title>/.exec(text)?.[1]] : [],
    );
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain("Check your code – Amazon Cognito Identity Provider – 2022-08-18 – Shapelog");
  });

  it("links every page to pages and anchors that are there", () => {
    for (const [path, html] of SITE.files) {
      if (!path.endsWith("index.html")) continue;
      for (const { name, attribs } of elementsOf(html)) {
        const href = name === "a" ? attribs.href : undefined;
        if (href === undefined || /^https?:/.test(href)) continue;
        const url = new URL(href, `http://x/${path}`);
        const file = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
        const target = SITE.text(file);
        const id = decodeURIComponent(url.hash.slice(1));
        if (id !== "") expect(target, `${path} links to ${href}`).toContain(`id="${id}"`);
      }
    }
  });

  it("needs no code in its elements and no other host", () => {
    for (const [path, html] of SITE.files) {
      if (!path.endsWith(".html")) continue;
      for (const { name, attribs } of elementsOf(html)) {
        const attributes = Object.keys(attribs);
        expect(
          attributes.filter((attribute) => /^on|^style$/.test(attribute)),
          `${path} ${name}`,
        ).toEqual([]);
        if (name === "script" && attribs.src !== undefined) expect(attribs.src).not.toMatch(/^https?:|^\/\//);
      }
    }
  });

  it("allows its one inline script by its hash", () => {
    const digest = createHash("sha256").update(THEME_SCRIPT).digest("base64");
    expect(THEME_SCRIPT_HASH).toBe(`sha256-${digest}`);
    expect(SITE.text("index.html")).toContain(`<script>${THEME_SCRIPT}</script>`);
  });

  it("carries the assets as they stand in assets/; run `npm run generate` where it does not", () => {
    const folder = new URL("../assets/", import.meta.url);
    const names = readdirSync(folder);
    expect(names.map((name) => [name, ASSETS.get(name)])).toEqual(
      names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
    );
    const scripts = readdirSync(new URL("../src/browser/", import.meta.url))
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => name.replace(/ts$/, "js"));
    expect([...ASSETS.keys()].sort()).toEqual([...names, ...scripts].sort());
  });
});

describe("the page of a change", () => {
  it("names what was removed and what was added, at their path", () => {
    const page = JSON.parse(SITE.text(`${CHANGE}.json`));
    const [entry] = page.view.entries;
    expect(entry).toMatchObject({
      name: "AuthEvents[].EventResponse",
      verdict: "check",
      direction: "response",
      removed: ["Success", "Failure"],
      added: ["Pass", "Fail", "InProgress"],
    });
    const shown = partOf(`${CHANGE}.html`, entry.id);
    expect(shown).toContain("− removed Success Failure");
    expect(shown).toContain("+ added Pass Fail InProgress");
    expect(shown).toContain("AuthEvents[].ChallengeResponses[].ChallengeResponse keeps Success and Failure.");
  });

  it("says in one sentence which release it asks for and why, by what the service follows", () => {
    const release = "Release: major, because values left";
    expect(textOf(SITE.text(`${CHANGE}.html`))).toContain(release);
    expect(SITE.text(`${CHANGE}.md`)).toContain(release);
    const limit = "changes/cognito-identity-provider/2023-08-29-1.31.36/index.md";
    expect(SITE.text(limit)).toMatch(/^Release: major, because /m);
    const mirror = readSite({ ...OPTIONS, services: [{ ...authEventService(), bump: "types" }] });
    expect(mirror.text(limit)).toMatch(/^Release: minor for the types alone, because /m);
  });

  it("marks both with elements, signs and words", () => {
    const html = SITE.text(`${CHANGE}.html`);
    expect(html).toContain("<del><code>Success</code></del>");
    expect(html).toContain("<ins><code>InProgress</code></ins>");
  });

  it("names the source", () => {
    const text = textOf(SITE.text(`${CHANGE}.html`));
    expect(text).toContain("Source: 2022-08-18, botocore 1.27.55, commit 5694764e6cf5");
  });

  it("says of our note that it is ours, and of the vendor's that it is quoted, and from where", () => {
    const html = SITE.text(`${CHANGE}.html`);
    const [ours = "", theirs = ""] = html.match(/<figure class="note.*?<\/figure>/gs) ?? [];
    expect(textOf(ours)).toContain("Note by the maintainers of this record");
    expect(textOf(ours)).toContain("Events now tell PasswordChange and ResendCode apart.");
    expect(ours).not.toContain("<blockquote");
    expect(textOf(theirs)).toContain(
      "The vendor’s note, quoted from botocore 1.27.55, .changes/1.27.55.json",
    );
    const [quoted = ""] = theirs.match(/<blockquote.*<\/blockquote>/s) ?? [];
    expect(quoted).toContain(`cite="${FILE}"`);
    expect(quoted).toContain(
      "<p>This puts &lt;b>right&lt;/b> what was said of events.</p><p>Nothing else.</p>",
    );
  });

  it("says the same in Markdown, in JSON and in feeds", () => {
    const markdown = SITE.text(`${CHANGE}.md`);
    expect(markdown).toContain(
      "\nNote by the maintainers of this record:\n\nEvents now tell `PasswordChange`",
    );
    expect(markdown).toContain(
      `\n> The vendor’s note, quoted from botocore 1.27.55, [\`.changes/1.27.55.json\`](<${FILE}>):\n>\n` +
        "> This puts \\<b\\>right\\</b\\> what was said of events.\n>\n> Nothing else.\n",
    );
    const { view } = JSON.parse(SITE.text(`${CHANGE}.json`));
    expect(view.note).toContain("Events now tell");
    expect(view.vendor).toEqual({
      ...{ source: "botocore", version: "1.27.55", file: ".changes/1.27.55.json", address: FILE },
      text: "This puts \\<b\\>right\\</b\\> what was said of events.\n\nNothing else.",
    });
    for (const format of ["atom", "rss", "json"]) {
      const feed = SITE.text(`feed.${format}`);
      expect(feed).toContain("Note by the maintainers of this record");
      expect(feed).toContain("The vendor’s note, quoted from botocore 1.27.55");
    }
  });

  it("says where the vendor's note stands, where the record has no words of it", () => {
    const path = "changes/cognito-identity-provider/2026-06-01-1.43.0/index";
    const html = SITE.text(`${path}.html`);
    expect(textOf(html)).toContain("The vendor’s note stands in botocore 1.43.0, .changes/1.43.0.json.");
    expect(html).toContain('href="https://github.com/boto/botocore/blob/1.43.0/.changes/1.43.0.json"');
    expect(html).not.toContain("quoted from");
    expect(SITE.text(`${path}.md`)).toContain("\nThe vendor’s note stands in botocore 1.43.0, [`");
    expect(JSON.parse(SITE.text(`${path}.json`)).view.vendor).not.toHaveProperty("text");
  });

  it("says so where the record starts, and judges nothing", () => {
    const text = textOf(SITE.text("changes/cognito-identity-provider/2017-11-28-1.8.4/index.html"));
    expect(text).toContain("First record");
    expect(text).toContain("The record starts here, with 1 operation.");
  });

  it("has an anchor for each finding, which stays whatever the wording and order", () => {
    const { entries } = JSON.parse(SITE.text(`${CHANGE}.json`)).view;
    expect(entries.map(({ id }: { id: string }) => id)).toContain("f-b07df0e2202c");
    const anchors = elementsOf(SITE.text(`${CHANGE}.html`)).flatMap(({ attribs }) => attribs.id ?? []);
    const ids = entries.flatMap(({ findings }: { findings: readonly { id: string }[] }) =>
      findings.map(({ id }) => `f-${id}`),
    );
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) expect(anchors.filter((anchor) => anchor === id)).toHaveLength(1);
  });
});

describe("a change of which a finding was accepted", () => {
  const reason = "<b>Nobody</b> compares them. --> ](x) \u202e";
  const own = authEventService();
  const revisions = own.ledger.revisions.map((revision) =>
    revision.date === "2022-08-18"
      ? {
          ...revision,
          accepted: [{ finding: "b07df0e2202c", because: reason, by: "Ada", date: "2022-08-19" }],
        }
      : revision,
  );
  const site = readSite({ ...OPTIONS, services: [{ ...own, ledger: { ...own.ledger, revisions } }] });

  it("says who, when and why, as text, with its anchor where it was", () => {
    const html = site.text(`${CHANGE}.html`);
    expect(html).toContain("by Ada on 2022-08-19: &lt;b>Nobody&lt;/b> compares them. --> ](x) \\u{202e}");
    expect(html).toContain('id="f-b07df0e2202c"');
    expect(textOf(html)).toContain("1 finding is accepted, with the reason below.");
    expect(site.text(`${CHANGE}.md`)).toMatch(/^- Accepted by Ada on 2022-08-19: \\<b\\>Nobody.*202e/m);
  });

  it("says so in the operation's history, in lists and in feeds", () => {
    expect(textOf(site.text(`${OPERATION}.html`))).toContain("Accepted by Ada on 2022-08-19");
    expect(textOf(site.text("changes/index.html"))).toContain("1 accepted");
    const feed = JSON.parse(site.text("feed.json"));
    const item = feed.items.find((one: { readonly id: string }) => one.id.includes("2022-08-18"));
    expect(item._shapelog.findings).toContainEqual({
      ...{ id: "b07df0e2202c", verdict: "check", accepted: true },
      url: `${item.url}#f-b07df0e2202c`,
    });
    expect(item.content_html).toContain("Ada on 2022-08-19");
  });
});

describe("the page of an operation", () => {
  it("has anchors made of paths", () => {
    const html = SITE.text(`${OPERATION}.html`);
    for (const id of [
      "request.UserPoolId",
      "response.AuthEvents",
      "response.AuthEvents.item.EventResponse",
      "response.AuthEvents.item.EventResponse=Pass",
      "response.AuthEvents.item.EventResponse=Success",
      "error.InvalidParameterException.reasonCode",
    ]) {
      expect(html).toContain(`id="${id}"`);
    }
  });

  it("keeps removed values as tombstones with both dates", () => {
    const shown = partOf(`${OPERATION}.html`, "response.AuthEvents.item.EventResponse=Success");
    expect(shown).toBe("Success − removed 2022-08-18 (1.27.55), on record since 2017-11-28 (1.8.4)");
    const kept = partOf(`${OPERATION}.html`, "response.AuthEvents.item.ChallengeResponses");
    expect(kept).toContain("Success");
    expect(kept).not.toContain("removed");
  });

  it("dates what came later, and only that", () => {
    expect(partOf(`${OPERATION}.html`, "response.AuthEvents.item.EventResponse=Pass")).toBe(
      "Pass + since 2022-08-18 (1.27.55)",
    );
    expect(partOf(`${OPERATION}.html`, "request.UserPoolId")).not.toContain("since");
  });

  it("opens the branches that changed and leaves the others folded", () => {
    const html = SITE.text(`${OPERATION}.html`);
    expect(html).toMatch(/id="response.AuthEvents.item.EventResponse"><details open/);
    expect(html).toMatch(/id="response.AuthEvents.item.EventFeedback"><details><summary/);
  });

  it("has nothing to click inside a summary", () => {
    for (const element of elementsOf(SITE.text(`${OPERATION}.html`))) {
      if (element.name !== "summary") continue;
      expect(element.children.flatMap((child) => ("name" in child ? [child.name] : []))).not.toContain("a");
    }
  });

  it("lists its history, newest first, with links to the changes", () => {
    const dates = JSON.parse(SITE.text(`${OPERATION}.json`)).view.history.map(
      (row: { readonly moment: { readonly date: string } }) => row.moment.date,
    );
    expect(dates).toEqual([
      "2026-06-01",
      "2024-11-22",
      "2023-08-29",
      "2023-08-02",
      "2022-08-18",
      "2020-03-16",
      "2017-11-28",
    ]);
  });
});

describe("what holds at a place", () => {
  const model = modelOf(`
    service Things { version: "1", operations: [GetThing], errors: [Throttled] }
    operation GetThing {
        input := {
            @length(max: 5)
            @default("own")
            name: Name
            other: Name
        }
        errors: [Lost]
    }
    @length(max: 100)
    @pattern("^[a-z]*$")
    string Name
    @error("client")
    structure Lost {}
    @error("server")
    structure Throttled {}
  `);
  const site = readSite({
    title: "Site",
    services: [{ id: "things", model, ledger: { service: "things", revisions: [] } }],
  });
  const markdown = site.text("api/things/GetThing/index.md");

  it("is what a member states, and else what its type does", () => {
    expect(markdown).toMatch(/`name`.*at most 5 characters.*\^\[a-z\]\*\$/);
    expect(markdown).not.toMatch(/`name`.*100/);
    expect(markdown).toMatch(/`other`.*at most 100 characters/);
  });

  it("is among the errors where it is one of the service", () => {
    const errors = markdown.slice(markdown.indexOf("## Errors"));
    expect(errors).toContain("`Lost`");
    expect(errors).toContain("`Throttled`");
  });
});

describe("a change of texts alone", () => {
  it("is told as one, with what may be a rule in it", () => {
    const shapes = (first: string, second: string) => [
      service("Things", ["Get", "Put"]),
      operation("Get", [], { documentation: first }),
      operation("Put", [], { documentation: second }),
    ];
    const { ledger, model } = recordEditions("things", [
      { date: "2020-01-01", shapes: shapes("Gets a thing.", "Puts a thing.") },
      { date: "2021-01-01", shapes: shapes("Returns a thing.", "Puts a thing. Names must be unique.") },
    ]);
    const site = readSite({ title: "Site", services: [{ id: "things", model, ledger }] });
    expect(textOf(site.text("changes/index.html"))).toContain(
      "2 texts changed, nothing else. 1 may add a rule.",
    );
  });
});

describe("what was removed", () => {
  const thing = [
    structure("OldRequest", [member("Name", "smithy.api#String")], { input: {} }),
    structure("OldResponse", [], { output: {} }),
    operation("Old", [], { documentation: "Does the old thing." }),
  ];
  const names = [
    structure("NewRequest", [member("Mode", "Mode")], { input: {} }),
    structure("NewResponse", [], { output: {} }),
    operation("New", []),
    enumShape("Mode", ["fast"]),
  ];
  const { ledger, model } = recordEditions("things", [
    { date: "2020-01-01", version: "1.0.0", shapes: [service("Things", ["Old", "New"]), ...thing, ...names] },
    { date: "2021-01-01", version: "1.1.0", shapes: [service("Things", ["New"]), ...names] },
    {
      date: "2021-01-01",
      version: "1.1.1",
      shapes: [
        service("Things", ["New"]),
        ...names.slice(1, 3),
        structure("NewRequest", [member("Mode", "Text")], { input: {} }),
        simple("string", "Text"),
      ],
    },
  ]);
  const site = readSite({ title: "Site", services: [{ id: "things", model, ledger }] });

  it("keeps its page, with its last shape", () => {
    const text = textOf(site.text("api/things/Old/index.html"));
    expect(text).toContain("This operation was removed on 2021-01-01 (1.1.0).");
    expect(text).toContain("Does the old thing.");
    expect(site.text("api/things/Old/index.html")).toContain('id="request.Name"');
    expect(site.text("api/things/Old/index.md")).toContain("− removed 2021-01-01 (1.1.0)");
  });

  it("keeps a removed type's page and its values", () => {
    const text = textOf(site.text("api/things/types/Mode/index.html"));
    expect(text).toContain("This type was removed on 2021-01-01 (1.1.1).");
    expect(text).toContain("fast");
  });

  it("tells two revisions of one day apart", () => {
    expect(site.files.has("changes/things/2021-01-01-1.1.0/index.html")).toBe(true);
    expect(site.files.has("changes/things/2021-01-01.2-1.1.1/index.html")).toBe(true);
  });

  it("shows values of an enum that a field left as gone from that field", () => {
    const history = JSON.parse(site.text("data/things/paths/n.json"));
    const rows = history.operations.find((one: { readonly name: string }) => one.name === "New").paths;
    expect(rows).toContainEqual(["request.Mode", [["2020-01-01", null]]]);
  });
});

describe("feeds and data", () => {
  const feeds = [...SITE.files.keys()].filter((path) => /\.(?:atom|rss|xml)$/.test(path));

  it("is well-formed XML throughout", () => {
    expect(feeds.length).toBe(11);
    for (const path of feeds) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${path}: ${error.message}`);
      });
      parser.write(SITE.text(path)).close();
    }
  });

  it("has whole changes with absolute addresses, titled by verdict", () => {
    const feed = JSON.parse(SITE.text("api/cognito-identity-provider/feed.json"));
    const item = feed.items.find((one: { readonly id: string }) => one.id.includes("2022-08-18"));
    expect(item).toMatchObject({
      id: "tag:docs.example.com,2022-08-18:changes/cognito-identity-provider/2022-08-18",
      url: "https://docs.example.com/api/changes/cognito-identity-provider/2022-08-18-1.27.55/",
      title: "Check your code: Amazon Cognito Identity Provider, 2022-08-18",
      date_published: "2022-08-18T00:00:00Z",
    });
    for (const { attribs } of elementsOf(item.content_html)) {
      if (attribs.href !== undefined && attribs.href !== FILE)
        expect(attribs.href).toMatch(/^https:\/\/docs\.example\.com\/api\//);
    }
    expect(textOf(item.content_html)).toContain("− removed Success Failure");
  });

  it("counts a loss in generated types as breaking, and keeps the rest out", () => {
    const ids = JSON.parse(SITE.text("breaking/feed.json")).items.map(
      (item: { readonly id: string }) => item.id,
    );
    expect(ids.some((id: string) => id.endsWith("2022-08-18"))).toBe(true);
    expect(ids.some((id: string) => id.endsWith("2020-03-16"))).toBe(false);
  });

  it("lists every path with the times it was there", () => {
    const index = JSON.parse(SITE.text("data/cognito-identity-provider/history.json"));
    expect(index.operations).toEqual([
      {
        name: "AdminListUserAuthEvents",
        url: "/api/cognito-identity-provider/AdminListUserAuthEvents/",
        file: "paths/a.json",
      },
    ]);
    const history = JSON.parse(SITE.text("data/cognito-identity-provider/paths/a.json"));
    const rows = new Map(history.operations[0].paths);
    expect(rows.get("response.AuthEvents.item.EventResponse=Success")).toEqual([
      ["2017-11-28", "2022-08-18"],
    ]);
    expect(rows.get("response.AuthEvents.item.EventResponse=Pass")).toEqual([["2022-08-18", null]]);
    expect(rows.get("response.AuthEvents.item.EventResponse")).toEqual([["2017-11-28", null]]);
  });

  it("finds removed values", () => {
    const { rows } = JSON.parse(SITE.text("search/services/cognito-identity-provider.json"));
    expect(rows).toContainEqual([
      "Failure",
      "removed value",
      "api/cognito-identity-provider/AdminListUserAuthEvents/#response.AuthEvents.item.EventResponse=Failure",
    ]);
  });
});

describe("options", () => {
  it("leaves feeds out where there is no base address, and says so", () => {
    const site = readSite({ title: "Site", services: [] });
    expect([...site.files.keys()].filter((path) => /feed|sitemap/.test(path))).toEqual([]);
    expect(site.diagnostics.map(({ code }) => code)).toEqual(["site/no-base-url"]);
    expect(site.text("index.html")).not.toContain("canonical");
  });

  it("reports a base address that is none", () => {
    for (const baseUrl of [
      "docs",
      "javascript:alert(1)",
      "https://example.com/?a",
      "https://me@example.com/",
    ]) {
      const { diagnostics } = readSite({ title: "Site", baseUrl, services: [] });
      expect(
        diagnostics.map(({ code }) => code),
        baseUrl,
      ).toEqual(["site/bad-base-url"]);
    }
  });

  it("leaves out services whose ids cannot be addresses, and second ones of one id", () => {
    const good = authEventService();
    const site = readSite({
      ...OPTIONS,
      services: [good, good, { ...good, id: "../x" }, { ...good, id: "2022" }],
    });
    expect(site.diagnostics.map(({ code }) => code)).toEqual([
      "site/duplicate-service",
      "site/bad-service-id",
      "site/bad-service-id",
    ]);
    expect([...site.files.keys()]).toEqual([...SITE.files.keys()]);
  });

  it("shows a model its ledger does not arrive at, and says so", () => {
    const { ledger, ...rest } = authEventService();
    const behind = { ...ledger, revisions: ledger.revisions.slice(0, 2) };
    const site = readSite({ ...OPTIONS, services: [{ ...rest, ledger: behind }] });
    expect(site.diagnostics.map(({ code }) => code)).toEqual(["site/ledger-behind-model"]);
    const html = site.text(`${OPERATION}.html`);
    expect(html).toContain('id="response.AuthEvents.item.EventResponse=Pass"');
    expect(html).not.toContain("2022-08-18");
  });

  it("shows a model without any ledger", () => {
    const { model } = authEventService();
    const site = readSite({
      title: "Site",
      services: [{ id: "x", model, ledger: { service: "x", revisions: [] } }],
    });
    expect(site.text("api/x/AdminListUserAuthEvents/index.html")).toContain('id="request.Username"');
  });

  it("makes pages only as they are asked for", () => {
    const broken = { id: "zzz", ledger: { service: "zzz", revisions: [] } };
    const { pages } = renderSite({
      title: "Site",
      services: [
        authEventService(),
        {
          ...broken,
          get model(): never {
            throw new Error("asked for too early");
          },
        },
      ],
    });
    const [first] = pages;
    expect(first?.path).toBe("api/cognito-identity-provider/index.html");
  });
});

describe("pages of rules", () => {
  const page = "rules/response.enum.values-replaced/index";

  it("are there for every rule, and entries lead to them", () => {
    for (const { id } of RULES) expect(SITE.files.has(`rules/${id}/index.html`), id).toBe(true);
    expect(SITE.text(`${CHANGE}.html`)).toContain('href="../../../rules/response.enum.values-replaced/"');
    expect(textOf(SITE.text("rules/index.html"))).toContain("response.enum.values-replaced");
  });

  it("show what was written, with examples under labels", () => {
    const text = textOf(SITE.text(`${page}.html`));
    expect(text).toContain("Whom it breaks");
    expect(text).toContain("The model before");
    expect(SITE.text(`${page}.md`)).toMatch(/^# `response\.enum\.values-replaced`\n/);
  });

  it("are there for ids that the caller brings", () => {
    const own = { id: "cli/lost", covers: [], text: "# `cli/lost`\n\n**error** · exit 2\n\nIt is lost.\n" };
    const site = readSite({ ...OPTIONS, rules: [own] });
    expect(textOf(site.text("rules/cli/lost/index.html"))).toContain("It is lost.");
    expect(textOf(site.text("rules/index.html"))).toContain("Diagnostics");
  });
});
