import { type Element, isTag } from "domhandler";
import { describe, expect, it } from "vitest";
import { authEventService } from "./auth-events.js";
import { enumShape, member, operation, recordEditions, service, structure } from "./model-builder.js";
import { elementsOf, readSite } from "./read-site.js";

const OPTIONS = { title: "Site", baseUrl: "https://docs.example.com/" };
const SITE = readSite({ ...OPTIONS, services: [authEventService()] });
const API = "api/cognito-identity-provider";

function pictureOf(path: string): Element {
  const [picture] = elementsOf(SITE.text(path)).filter(
    ({ name, attribs }) => name === "svg" && attribs.role === "img",
  );
  if (!picture) throw new Error(`${path} has no picture`);
  return picture;
}

function partsOf(picture: Element, name: string): Element[] {
  const found: Element[] = [];
  const visit = (element: Element) => {
    if (element.name === name) found.push(element);
    for (const child of element.children) if (isTag(child)) visit(child);
  };
  visit(picture);
  return found;
}

function textOf({ children }: Element): string {
  return children.map((child) => ("data" in child ? child.data : "")).join("");
}

describe("the picture of an enum", () => {
  const picture = pictureOf(`${API}/types/EventResponseType/index.html`);

  it("says in words until and since when its values were there", () => {
    expect(picture.attribs["aria-label"]).toBe(
      "Success, Failure until 2022-08-18; Pass, Fail, InProgress since 2022-08-18. The list above has each of them.",
    );
  });

  it("has a bar for each value: hollow and ended for what went, from its start for what came", () => {
    const labels = partsOf(picture, "text").filter(({ attribs }) => attribs.class === "value-label");
    const bars = partsOf(picture, "rect").map(({ attribs }) => [
      attribs.class,
      Number.parseFloat(attribs.x ?? ""),
    ]);
    expect(labels.map(textOf)).toEqual(["Success", "Failure", "Pass", "Fail", "InProgress"]);
    expect(bars.map(([kind]) => kind)).toEqual(["bar-gone", "bar-gone", "bar", "bar", "bar"]);
    expect(bars[0]?.[1]).toBeLessThan(5);
    expect(bars[2]?.[1]).toBeGreaterThan(40);
  });

  it("is not there where no value came or went", () => {
    expect(SITE.text(`${API}/types/ChallengeResponse/index.html`)).not.toContain("<figure");
  });
});

describe("the page of an operation's history", () => {
  const path = `${API}/AdminListUserAuthEvents/history/index.html`;

  it("tells each verdict by a shape of its own", () => {
    const picture = pictureOf(path);
    const shapes = partsOf(picture, "path").map(({ attribs }) => attribs.d);
    expect(new Set(shapes).size).toBe(shapes.length);
    const signs = partsOf(picture, "use").map(({ attribs }) => attribs.href);
    expect(signs.filter((sign) => sign === "#sign-check")).toHaveLength(2);
    expect(signs.at(-1)).toBe("#sign-breaking");
    expect(picture.attribs["aria-label"]).toMatch(
      /^6 changes from 2017-11-28 to 2026-06-01: 1 Breaking, 2 Check your code, 3 Safe\./,
    );
  });

  it("keeps pictures small", () => {
    for (const page of [path, `${API}/types/EventResponseType/index.html`]) {
      const [figure = ""] = /<figure.*?<\/figure>/s.exec(SITE.text(page)) ?? [];
      expect(figure.length, page).toBeLessThan(3000);
    }
  });

  it("leads from each line to its entry on the page of the change", () => {
    const links = elementsOf(SITE.text(path)).filter(({ attribs }) => attribs.class === "permalink");
    expect(links).toHaveLength(8);
    for (const { attribs } of links) expect(attribs.href).toMatch(/changes\/.*#f-[0-9a-f]{12}$/);
  });

  it("is there for an operation that was removed, and not for one of which nothing became", () => {
    const shapes = (names: readonly string[]) => [
      service("Boxes", names),
      ...names.flatMap((name) => [
        operation(name, []),
        structure(`${name}Request`, [member("State", "State")]),
        structure(`${name}Response`, []),
      ]),
      enumShape("State", ["on"]),
    ];
    const { files } = readSite({
      ...OPTIONS,
      services: [
        {
          id: "boxes",
          ...recordEditions("boxes", [
            { date: "2020-01-01", shapes: shapes(["Close", "Open"]) },
            { date: "2021-01-01", shapes: shapes(["Open"]) },
          ]),
        },
      ],
    });
    expect(files.get("api/boxes/Close/history/index.html")).toContain("This operation was removed");
    expect(files.has("api/boxes/Open/history/index.html")).toBe(false);
  });
});

describe("the page of a change of one operation", () => {
  it("leads to the changes of the operation before and after", () => {
    const html = SITE.text("changes/cognito-identity-provider/2022-08-18-1.27.55/index.html");
    const nav = /<nav [^>]*aria-label="Changes of AdminListUserAuthEvents".*?<\/nav>/s.exec(html)?.[0] ?? "";
    expect(nav).toContain("../2023-08-02-1.31.18/");
    expect(nav).toContain("../2020-03-16-1.15.21/");
    expect(nav).toContain("AdminListUserAuthEvents/history/");
  });
});
