import { compareModels, createEntries, VERDICTS } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompareData, type ComparedRow, compose } from "../src/browser/compose.js";
import { compareFiles } from "../src/data/compare/compare-data.js";
import { isShown, listedItems } from "../src/data/compare/find-cells.js";
import { createServiceRecord, type ServiceRecord } from "../src/record/service-record.js";
import { modelAt } from "../src/record/timeline.js";
import { shortenLists } from "../src/views/shorten-lists.js";
import { authEventService } from "./auth-events.js";
import { largeService } from "./large-service.js";
import {
  enumShape,
  list,
  member,
  operation,
  recordEditions,
  service,
  simple,
  structure,
} from "./model-builder.js";

function readData(record: ServiceRecord): CompareData {
  const parts = [...compareFiles(record)].map(({ text }): CompareData => JSON.parse(text));
  const [data] = parts;
  if (!data) throw new Error("there is no data");
  return {
    ...data,
    lists: parts.flatMap(({ lists }) => lists),
    findings: parts.flatMap(({ findings }) => findings),
    cells: parts.flatMap(({ cells }) => cells),
  };
}

/** Returns a sentence without where it is met: that can be several places for the change and one for both revisions. */
function withoutPlaces(sentence: string): string {
  return sentence.replace(/ \(\d+ places\)/, "").replace(/^(You may now set )?`[^`]*`/, "$1it");
}

const DIRECTIONS = [undefined, "request", "response"];

/** Returns what `shapelog diff` says of two revisions, a line for each fact. */
function judged({ timeline }: ServiceRecord, from: number, to: number): string[] {
  const [before, after] = [from, to].map((time) => ({ label: "", model: modelAt(timeline, time) }));
  if (!before || !after) return [];
  const findings = createEntries(compareModels(before, after)).flatMap((entry) =>
    entry.findings.filter(isShown),
  );
  return findings.flatMap((finding) => {
    const verdict = VERDICTS.indexOf(finding.verdict);
    const direction = DIRECTIONS.indexOf(finding.direction);
    const items = listedItems(finding);
    if (items.length === 0)
      return [`${verdict} ${direction} ${withoutPlaces(shortenLists(finding.message))}`];
    const about = `${verdict} ${direction}`;
    if (!items[0]?.isValue)
      return items.map(({ list: of, item, added }) =>
        errorLine(about, shapeName(of), shapeName(String(item)), added),
      );
    const valuesOf = (sign: boolean) => items.filter(({ added }) => added === sign).map(({ item }) => item);
    return [listLine(about, valuesOf(true), valuesOf(false))];
  });
}

function errorLine(about: string, operation: string, error: string, added: boolean): string {
  return `${about} ${operation} ${added ? "+" : "-"}${error}`;
}

function listLine(
  about: string,
  added: readonly (string | number)[],
  removed: readonly (string | number)[],
): string {
  return `${about} +${added.toSorted().join("+")} -${removed.toSorted().join("-")}`;
}

/** Returns the same of what a browser composes. */
function composed(data: CompareData, from: number, to: number): string[] {
  return compose(data, from, to).flatMap((row: ComparedRow) => {
    const about = `${row.verdict} ${row.direction}`;
    if (row.unjudged) return `${about} unjudged ${row.name}`;
    if (row.kind === undefined) return `${about} ${withoutPlaces(row.sentence ?? "")}`;
    const { added = [], removed = [] } = row;
    if (row.kind === "values") return [listLine(about, added, removed)];
    return [
      ...added.map((error) => errorLine(about, row.name, error, true)),
      ...removed.map((error) => errorLine(about, row.name, error, false)),
    ];
  });
}

function pairsOf({ revisions }: ServiceRecord): (readonly [number, number])[] {
  return revisions.flatMap((_, to) => revisions.slice(0, to).map((__, from) => [from, to] as const));
}

describe("a comparison of two revisions", () => {
  const record = createServiceRecord(authEventService());
  const data = readData(record);

  it("says of every pair of a real history what the models of the two say", () => {
    for (const [from, to] of pairsOf(record))
      expect(composed(data, from, to).sort(), `${from} to ${to}`).toEqual(judged(record, from, to).sort());
  });

  it("tells what left and came on 2022-08-18, and where", () => {
    const rows = compose(data, 1, 2);
    expect(rows[0]).toMatchObject({
      name: "AuthEvents[].EventResponse",
      removed: ["Success", "Failure"],
      added: ["Pass", "Fail", "InProgress"],
      count: 1,
    });
    expect(VERDICTS[rows[0]?.verdict ?? 3]).toBe("check");
    expect(data.operations[rows[0]?.operations[0]?.[0] ?? -1]?.[0]).toBe("AdminListUserAuthEvents");
    expect(rows[0]?.changes.map(([revision]) => data.revisions[revision]?.id)).toEqual(["2022-08-18"]);
  });
});

/**
 * What differs between the editions of a made-up service. Everything may go and come again but for a member whose type
 * changes while it is away: no revision tells of that, and the data does not.
 */
const STORY = fc.record({
  values: fc.subarray(["one", "two", "three"], { minLength: 1 }),
  required: fc.boolean(),
  limit: fc.constantFrom(10, 20, 30),
  type: fc.constantFrom("Name", "String"),
  errors: fc.subarray(["Late", "Full"]),
  closes: fc.boolean(),
});
type Story = (typeof STORY extends fc.Arbitrary<infer T> ? T : never) & { readonly note: boolean };

function shapesOf({ values, required, note, limit, type, errors, closes }: Story) {
  const box = [member("Name", type, required ? { required: {} } : {}), member("State", "State")];
  return [
    service("Boxes", ["Open", ...(closes ? ["Close"] : [])]),
    operation("Open", errors),
    structure("OpenRequest", [...box, member("Boxes", "BoxList")], { input: {} }),
    structure("OpenResponse", [member("Box", "Box"), member("Boxes", "BoxList")], { output: {} }),
    ...(closes
      ? [
          operation("Close", errors),
          structure("CloseRequest", [member("Box", "Box")], { input: {} }),
          structure("CloseResponse", [member("State", "State")], { output: {} }),
        ]
      : []),
    structure("Box", [...box, ...(note ? [member("Note", "Name")] : [])]),
    list("BoxList", "Box"),
    enumShape("State", values),
    simple("string", "Name", { length: { max: limit } }),
    ...["Late", "Full"].map((name) => structure(name, [], { error: "client" })),
  ];
}

describe("comparisons of made-up histories", () => {
  it("say of every pair what the models of the two say", () => {
    fc.assert(
      fc.property(fc.array(STORY, { minLength: 5, maxLength: 5 }), fc.nat(5), (stories, noted) => {
        const editions = stories.map((story, index) => ({
          date: `202${index}-01-01`,
          shapes: shapesOf({ ...story, note: index >= noted }),
        }));
        const record = createServiceRecord({ id: "boxes", ...recordEditions("boxes", distinct(editions)) });
        const data = readData(record);
        for (const [from, to] of pairsOf(record))
          expect(composed(data, from, to).sort(), `${from} to ${to}`).toEqual(
            judged(record, from, to).sort(),
          );
      }),
      { numRuns: 40 },
    );
  });
});

/** Two editions that say the same are no two revisions. */
function distinct<T extends { readonly shapes: unknown }>(editions: readonly T[]): T[] {
  return editions.filter(
    ({ shapes }, index) => JSON.stringify(shapes) !== JSON.stringify(editions[index - 1]?.shapes),
  );
}

describe("the data of comparisons", () => {
  it("stays small for the largest service, and names what changed too often", () => {
    const record = createServiceRecord(largeService());
    const files = [...compareFiles(record)];
    for (const { text } of files) expect(text.length).toBeLessThan(2_100_000);
    const data = readData(record);
    const rows = compose(data, 0, record.revisions.length - 1);
    expect(rows.length).toBeGreaterThan(100);
  });
});
