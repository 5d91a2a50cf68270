import type { VendorNote } from "@shapelog/ledger";
import { beforeAll, describe, expect, it } from "vitest";
import { unpackNames } from "../src/browser/pack-names.js";
import type { SiteService } from "../src/options.js";
import { countBreaking } from "../src/pages/service/services-view.js";
import { authEventService } from "./auth-events.js";
import { createCrawl } from "./crawl.js";
import { member, operation, recordEditions, service, simple, structure } from "./model-builder.js";
import { readSite, type SiteMap } from "./read-site.js";

const OPTIONS = { title: "Site", baseUrl: "https://docs.example.com/" };

/** Returns a service whose last revision takes `Depth` out of a response; `vendor` is what is said of it. */
function shrinkingService(id: string, vendor?: VendorNote): SiteService {
  const shapes = (fields: readonly string[]) => [
    service("Harbor", ["ListBerths"]),
    operation("ListBerths", []),
    structure("ListBerthsRequest", []),
    structure(
      "ListBerthsResponse",
      fields.map((name) => member(name, "Text")),
    ),
    simple("string", "Text"),
  ];
  const editions = [
    { date: "2020-01-01", shapes: shapes(["Name", "Depth"]) },
    { date: "2021-02-03", shapes: shapes(["Name"]), ...(vendor ? { vendor } : {}) },
  ];
  return { id, ...recordEditions(id, editions) };
}

describe("silent breaking changes", () => {
  const listed = (vendor?: VendorNote) => {
    const site = readSite({ ...OPTIONS, services: [shrinkingService("harbor", vendor)] });
    return JSON.parse(site.text("breaking/silent/index.json")).view.silent;
  };
  const note = (text: string) => ({ source: "botocore", version: "1.20.0", text });

  it.each(["Faster cranes.", "Update harbor client to latest version"])(
    "lists what %j does not name",
    (text) => {
      const [silent, ...others] = listed(note(text));
      expect(others).toEqual([]);
      expect(silent.facts).toHaveLength(1);
      expect(silent.facts[0].message).toContain("`Depth`");
      expect(silent.note).toMatchObject({ text, by: "botocore 1.20.0", cut: false });
    },
  );

  it("says nothing where the note names it, and where there are no words of a note", () => {
    expect(listed(note("Removes `Depth` from ListBerths."))).toEqual([]);
    expect(listed({ source: "botocore", file: "CHANGES" })).toEqual([]);
    expect(listed()).toEqual([]);
  });

  it("quotes the beginning of a long note", () => {
    const [silent] = listed(note("All cranes are faster. ".repeat(100)));
    expect(silent.note.cut).toBe(true);
    expect(silent.note.text.length).toBeLessThanOrEqual(700);
  });
});

it("counts what broke in the twelve months before the newest change", () => {
  const at = (date: string, id: string, breaks = true) =>
    ({ breaks, moment: { date }, service: { id } }) as Parameters<typeof countBreaking>[0][number];
  const changes = [
    at("2024-02-29", "a", false),
    at("2024-01-01", "b"),
    at("2023-03-01", "b"),
    at("2023-02-28", "b"),
    at("2023-02-28", "c"),
  ];
  expect([...countBreaking(changes, "2024-02-29")]).toEqual([["b", 2]]);
  expect([...countBreaking(changes, "2024-03-01")]).toEqual([["b", 1]]);
});

describe("the files of searches", () => {
  let site: SiteMap;
  beforeAll(() => {
    const services = [
      authEventService(),
      {
        ...shrinkingService("harbor", { source: "botocore", text: "Now faster." }),
        formerIds: ["old-harbor"],
      },
    ];
    site = readSite({ ...OPTIONS, services });
  });

  it("lead to places that are there", () => {
    const crawl = createCrawl();
    for (const [path, text] of site.files) if (path.endsWith(".html")) crawl.add(path, text);
    const { services, pages } = JSON.parse(site.text("search/symbols.json"));
    const urls: string[] = pages.map(([, , url]: string[]) => url);
    for (const { id, operations, others = [] } of services) {
      urls.push(...unpackNames(operations).map((name) => `api/${id}/${name}/`));
      urls.push(...others.map(([, , url]: string[]) => url));
      const { rows } = JSON.parse(site.text(`search/services/${id}.json`));
      urls.push(...rows.map(([, , url]: string[]) => url));
    }
    crawl.add("rows.html", urls.map((url) => `<a href="/${url}">`).join(""));
    expect(urls.length).toBeGreaterThan(80);
    expect(crawl.findBroken()).toEqual([]);
  });

  it("have each service with its other names, and changes with the words that are said of them", () => {
    const { services } = JSON.parse(site.text("search/symbols.json"));
    expect(services[1]).toEqual({
      id: "harbor",
      title: "Harbor",
      aliases: ["old-harbor"],
      operations: "List Berths",
    });
    const changes = JSON.parse(site.text("search/changes.json")).services.flat();
    const { rows } = JSON.parse(site.text("search/notes/all.json"));
    const [, number] = rows.find(([word]: [string]) => word === "resendcode");
    expect(changes[number].slice(0, 2)).toEqual(["2022-08-18", "1.27.55"]);
    const [, ...steps] = rows.find(([word]: [string]) => word === "now");
    const numbers = steps.map((_: number, at: number) =>
      steps.slice(0, at + 1).reduce((a: number, b: number) => a + b),
    );
    expect(numbers.map((each: number) => changes[each][0])).toEqual([
      "2026-06-01",
      "2022-08-18",
      "2021-02-03",
    ]);
  });

  it("have fields once for each type, and values of enums by the place where they are met", () => {
    const { rows } = JSON.parse(site.text("search/services/cognito-identity-provider.json"));
    const names = rows.map(([name, kind]: string[]) => `${kind} ${name}`);
    expect(names.filter((name: string) => name === "field ChallengeName")).toHaveLength(1);
    expect(names).toContain("value PasswordChange");
    expect(names).toContain("removed value Success");
    expect(names).toContain("value Success");
  });
});

it("services may be called as parts of addresses are", () => {
  const ids = ["page", "symbols", "types", "names", "notes", "changes", "services", "all", "silent", "feed"];
  const site = readSite({ ...OPTIONS, services: ids.map((id) => shrinkingService(id)) });
  for (const id of ids) expect(site.text(`changes/${id}/index.html`)).toContain("2021-02-03");
});
