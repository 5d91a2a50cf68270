import { describe, expect, it } from "vitest";
import { idOf, member, operation, recordEditions, service, simple, structure } from "./model-builder.js";
import { readSite } from "./read-site.js";

const shapes = (max: number | undefined, extra: boolean, text = "What it is called.") => [
  service("Things", ["Get"]),
  operation("Get", []),
  structure("GetRequest", [
    member("Name", "Name", { documentation: text }),
    ...(extra ? [member("Extra", "Name")] : []),
  ]),
  structure("GetResponse", [member("Name", "Name")]),
  simple("string", "Name", max === undefined ? {} : { length: { min: 1, max } }),
];
const { ledger, model } = recordEditions("things", [
  { date: "2020-01-01", version: "1.0.0", shapes: shapes(undefined, false) },
  { date: "2021-01-01", version: "1.1.0", shapes: shapes(undefined, true) },
  { date: "2022-01-01", version: "1.2.0", shapes: shapes(64, true) },
  { date: "2023-01-01", version: "../1.3.0", shapes: shapes(64, true, "How it is called.") },
]);
const services = [{ id: "things", model, ledger }];
const page = "api/things/Get/index";

describe("dates", () => {
  const site = readSite({ title: "Site", services });
  const html = site.text(`${page}.html`);

  it("say of what was there at the start only that it is on record since then", () => {
    expect(html).toMatch(/On record since.*?2020-01-01.*?where this record begins/s);
    expect(site.text(`${page}.md`)).toContain(
      "- On record since 2020-01-01 (1.0.0), where this record begins",
    );
  });

  it("lead to the entry of the change that made them", () => {
    const [, href = ""] = /id="request\.Extra".*?since <a class="moment" href="([^"]*)"/s.exec(html) ?? [];
    expect(href).toMatch(/^\.\.\/\.\.\/\.\.\/changes\/things\/2021-01-01-1\.1\.0\/#f-[0-9a-f]{12}$/);
    const id = href.slice(href.indexOf("#") + 1);
    expect(site.text("changes/things/2021-01-01-1.1.0/index.html")).toContain(`id="${id}"`);
  });

  it("stand at limits that came later", () => {
    const limit = /1 to 64 characters.*?<\/li>/s.exec(html)?.[0] ?? "";
    expect(limit).toContain("2022-01-01");
    expect(limit).toContain("#f-");
  });

  it("of history lines lead to entries", () => {
    expect(html).toMatch(/class="permalink" href="[^"]*2022-01-01-1\.2\.0\/#f-[0-9a-f]{12}"/);
  });
});

describe("versions and commits", () => {
  const change = "changes/things/2022-01-01-1.2.0/index.html";

  it("are text where nobody said where they can be read", () => {
    expect(readSite({ title: "Site", services }).text(change)).toContain("botocore 1.2.0, commit");
  });

  it("lead out by the templates, and stay in their place of the address", () => {
    const links = { version: "https://example.com/v/{version}/x", commit: "https://example.com/c/{commit}" };
    const site = readSite({ title: "Site", services, links });
    expect(site.text(change)).toContain('href="https://example.com/v/1.2.0/x"');
    expect(site.text(change)).toContain('href="https://example.com/c/5694764e6cf5"');
    const hostile = [...site.files].find(
      ([path]) => path.startsWith("changes/things/2023-") && path.endsWith(".html"),
    );
    expect(hostile?.[1]).toContain('href="https://example.com/v/..%2F1.3.0/x"');
  });

  it("do not lead where a template is no address of the web", () => {
    const site = readSite({ title: "Site", services, links: { version: "javascript:alert('{version}')" } });
    expect(site.text(change)).not.toContain("javascript:");
  });
});

describe("limits of members that come from a mixin", () => {
  it("are shown, whatever changed around them", () => {
    const mixed = (max: number) => [
      service("Mixed", ["Get"]),
      operation("Get", []),
      structure("Base", [member("Name", "Name")], { mixin: {} }),
      { ...structure("GetRequest", []), mixins: [idOf("Base")] },
      structure("GetResponse", []),
      simple("string", "Name", { length: { min: 1, max } }),
    ];
    const record = recordEditions("mixed", [
      { date: "2020-01-01", shapes: mixed(5) },
      { date: "2021-01-01", shapes: mixed(9) },
    ]);
    const site = readSite({ title: "Site", services: [{ id: "mixed", ...record }] });
    expect(site.text("api/mixed/Get/index.html")).toContain("1 to 9 characters");
  });
});
