import { compareModels } from "@shapelog/diff";
import { type AcceptedFinding, appendRevision, type Ledger, replay } from "@shapelog/ledger";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { checkRemovals, type DeprecationRule } from "../src/index.js";

const OLD = "@deprecated ";

/** Returns the model of an IDL text whose shapes may stand on one line. */
function read(text: string) {
  let depth = 0;
  const lines = [...text].map((each) => {
    if (each === "{") depth++;
    if (each === "}") depth--;
    return each === "}" && depth === 0 ? "}\n" : each;
  });
  return modelOf(lines.join(""));
}

/** What a version of the service has; what is left out is not there. */
interface Parts {
  readonly operations?: string;
  readonly more?: string;
}

function service({ operations = "ListEvents", more = "" }: Parts = {}) {
  return read(`service Events { version: "1", operations: [${operations}] }\n${more}`);
}

const listEvents = (output: string, kinds = "A", errors = "") => `
  operation ListEvents { output: ListEventsOutput${errors === "" ? "" : `, errors: [${errors}]`} }
  structure ListEventsOutput { ${output} }
  enum Kind { ${kinds}\n }`;

/** A service whose operation has members and values, by the day that it is so. */
function record(states: readonly (readonly [date: string, model: ReturnType<typeof modelOf>])[]): Ledger {
  let ledger: Ledger = { service: "events", revisions: [] };
  for (const [date, model] of states) {
    const { revision, diagnostics } = appendRevision(ledger, model, { date });
    if (!revision) throw new Error(diagnostics.map(({ message }) => message).join());
    ledger = { ...ledger, revisions: [...ledger.revisions, revision] };
  }
  return ledger;
}

interface Options {
  readonly rule?: DeprecationRule;
  readonly changelog?: string;
  readonly edited?: { readonly model: ReturnType<typeof modelOf>; readonly today: string };
}

const DAYS: DeprecationRule = { removeAfter: { days: 180 } };

function check(ledger: Ledger, { rule = DAYS, changelog = "", edited }: Options = {}) {
  return checkRemovals({
    rule,
    ledger,
    steps: replay(ledger).steps,
    changelog: { file: "CHANGELOG.md", text: changelog },
    fileOf: ({ id }) => `ledger/${id}.json`,
    edited: edited && {
      ...edited,
      file: "model.smithy",
      locate: () => ({ file: "model.smithy", offset: 3 }),
    },
  });
}

const codes = (ledger: Ledger, options?: Options) =>
  check(ledger, options).map(({ code }) => code.replace("changelog/", ""));

/** A changelog whose sections, newest first, tell of the revisions at these places of the ledger. */
function changelogOf(
  ledger: Ledger,
  sections: readonly (readonly [version: string, ...places: number[]])[],
): string {
  const facts = (place: number) =>
    `<!-- shapelog:facts events ${ledger.revisions[place]?.id} -->\nfacts\n<!-- /shapelog:facts -->\n`;
  return sections
    .map(([version, ...places]) => `## ${version}\n\n${places.map(facts).join("\n")}`)
    .join("\n");
}

const both = (size: string, kinds = "A") => service({ more: listEvents(`Kind: Kind, ${size}`, kinds) });
const SIZE = "Size: Integer";

describe("what counts as removed", () => {
  const cases: [string, { before: Parts; after: Parts; told: string[] }][] = [
    [
      "a member",
      {
        before: { more: listEvents("Kind: Kind, Size: Integer") },
        after: { more: listEvents("Kind: Kind") },
        told: ["ListEventsOutput.Size"],
      },
    ],
    [
      "a member, and not the shape that it alone led to",
      {
        before: { more: `${listEvents("Kind: Kind, At: Place")} structure Place { X: Integer }` },
        after: { more: listEvents("Kind: Kind") },
        told: ["ListEventsOutput.At"],
      },
    ],
    [
      "a member that has a new name",
      {
        before: { more: listEvents("Kind: Kind, Size: Integer") },
        after: { more: listEvents("Kind: Kind, Length: Integer") },
        told: ["ListEventsOutput.Size"],
      },
    ],
    [
      "a value",
      {
        before: { more: listEvents("Kind: Kind", "A, B") },
        after: { more: listEvents("Kind: Kind", "A") },
        told: ["Kind.B"],
      },
    ],
    [
      "a value that has a new name",
      {
        before: { more: listEvents("Kind: Kind", 'A = "a"') },
        after: { more: listEvents("Kind: Kind", 'B = "a"') },
        told: ["Kind.A"],
      },
    ],
    [
      "a name that stands for another value",
      {
        before: { more: listEvents("Kind: Kind", 'A = "a"') },
        after: { more: listEvents("Kind: Kind", 'A = "b"') },
        told: ["Kind.A"],
      },
    ],
    [
      "an operation, and not what it alone led to",
      {
        before: {
          operations: "ListEvents, Read",
          more: `${listEvents("Kind: Kind")} operation Read { output := { At: Place } } structure Place { X: Integer }`,
        },
        after: { more: listEvents("Kind: Kind") },
        told: ["Read"],
      },
    ],
    [
      "an operation that no service has any more",
      {
        before: { operations: "ListEvents, Read", more: `${listEvents("Kind: Kind")} operation Read {}` },
        after: { more: `${listEvents("Kind: Kind")} operation Read {}` },
        told: ["Read"],
      },
    ],
    [
      "an error of an operation",
      {
        before: {
          more: `${listEvents("Kind: Kind", "A", "Busy, Gone")} @error("client") structure Busy {} @error("client") structure Gone {}`,
        },
        after: { more: `${listEvents("Kind: Kind", "A", "Gone")} @error("client") structure Gone {}` },
        told: ["the error Busy of ListEvents"],
      },
    ],
    [
      "a shape that a member led to",
      {
        before: { more: `${listEvents("Kind: Kind, At: Place")} structure Place { X: Integer }` },
        after: { more: `${listEvents("Kind: Kind, At: Spot")} structure Spot { X: Integer }` },
        told: ["Place"],
      },
    ],
    [
      "a member that a mixin had",
      {
        before: {
          more: `operation ListEvents { output: O } structure O with [M] {} @mixin structure M { A: String, B: String }`,
        },
        after: {
          more: `operation ListEvents { output: O } structure O with [M] {} @mixin structure M { A: String }`,
        },
        told: ["O.B"],
      },
    ],
  ];
  it.each(cases)("is %s", (_, { before, after, told }) => {
    const ledger = record([
      ["2024-01-01", service(before)],
      ["2024-02-01", service(after)],
    ]);
    expect(check(ledger).map(({ data }) => (data as { what: string }).what)).toEqual(told);
  });

  it("is nothing that no operation leads to", () => {
    const lone = "structure Lone { A: String, B: String }";
    const ledger = record([
      ["2024-01-01", service({ more: listEvents("Kind: Kind") + lone })],
      ["2024-02-01", service({ more: `${listEvents("Kind: Kind")} structure Lone { A: String }` })],
      ["2024-03-01", service({ more: listEvents("Kind: Kind") })],
    ]);
    expect(check(ledger)).toEqual([]);
  });

  it("is nothing that a resource has of the service now", () => {
    const ledger = record([
      ["2024-01-01", service({ more: listEvents("Kind: Kind") })],
      [
        "2024-02-01",
        read(
          `service Events { version: "1", resources: [Event] } resource Event { operations: [ListEvents] } ${listEvents("Kind: Kind")}`,
        ),
      ],
    ]);
    expect(check(ledger)).toEqual([]);
  });

  it("is nothing that moved to another namespace as a whole, and what is deprecated there was before", () => {
    const moved = (namespace: string, size: string) =>
      read(
        `$version: "2"\nnamespace ${namespace}\nservice Events { version: "1", operations: [ListEvents] } ${listEvents(`Kind: Kind, ${size}`)}`,
      );
    const ledger = record([
      ["2024-01-01", moved("a.b", OLD + SIZE)],
      ["2024-08-01", moved("c.d", OLD + SIZE)],
      ["2024-08-02", moved("c.d", "")],
    ]);
    expect(check(ledger)).toEqual([]);
    expect(codes(ledger, { rule: { removeAfter: { days: 400 } } })).toEqual(["early-removal"]);
  });
});

describe("how long it has to be deprecated", () => {
  const life = (since: string, removed: string) =>
    record([
      ["2024-01-01", both(SIZE)],
      [since, both(OLD + SIZE)],
      [removed, both("")],
    ]);

  it("is as many days as the configuration says, by the ledger's dates", () => {
    expect(codes(life("2024-02-01", "2024-07-30"))).toEqual([]);
    const [found] = check(life("2024-02-01", "2024-07-29"));
    expect(found).toMatchObject({
      code: "changelog/early-removal",
      severity: "error",
      location: { file: expect.stringMatching(/^ledger\/2024-07-29/), pointer: "/changes/0" },
    });
    expect(found?.message).toBe(
      "ListEventsOutput.Size is removed on 2024-07-29, and is deprecated since 2024-02-01: 179 days. The configuration asks for 180 days in between. Put it back; it may go on 2024-07-30 at the earliest.",
    );
  });

  it("begins with the last time that it was deprecated", () => {
    const ledger = record([
      ["2024-01-01", both(OLD + SIZE)],
      ["2024-09-01", both(SIZE)],
      ["2024-10-01", both(OLD + SIZE)],
      ["2024-11-01", both("")],
    ]);
    expect(check(ledger)[0]?.data).toMatchObject({
      since: "2024-10-01",
      days: 31,
      earliest: { date: "2025-03-30" },
    });
  });

  it("goes on where only the message changes", () => {
    const ledger = record([
      ["2024-01-01", both(OLD + SIZE)],
      ["2024-06-01", both(`@deprecated(message: "Use Kind.") ${SIZE}`)],
      ["2024-07-01", both("")],
    ]);
    expect(check(ledger)).toEqual([]);
  });

  it("counts releases that have it as deprecated, and none that is to come or a prerelease", () => {
    const ledger = life("2024-02-01", "2024-02-02");
    const asked = (sections: Parameters<typeof changelogOf>[1]) =>
      check(ledger, { rule: { removeAfter: { releases: 2 } }, changelog: changelogOf(ledger, sections) });
    expect(asked([["1.2.0"], ["1.1.0", 1], ["1.0.0", 0]])).toEqual([]);
    expect(
      asked([
        ["1.1.0", 1],
        ["1.0.0", 0],
      ])[0]?.data,
    ).toMatchObject({ sinceVersion: "1.1.0", releases: 1, earliest: { releases: 1 } });
    expect(asked([["1.2.0-next.0"], ["1.1.0", 1], ["1.0.0", 0]])[0]?.data).toMatchObject({ releases: 1 });
    expect(asked([["1.0.0", 0]])[0]?.data).toMatchObject({ sinceVersion: null, earliest: { releases: 2 } });
  });

  it.each([
    { sections: [["2.0.0"], ["1.1.0", 1], ["1.0.0", 0]], earliest: undefined },
    { sections: [["1.2.0"], ["1.1.0", 1], ["1.0.0", 0]], earliest: { version: "3.0.0" } },
    { sections: [["1.0.0", 0]], earliest: { version: "3.0.0" } },
    { sections: [["0.3.0"], ["0.2.1", 1], ["0.2.0", 0]], earliest: undefined },
    {
      sections: [
        ["0.2.1", 1],
        ["0.2.0", 0],
      ],
      earliest: { version: "0.4.0" },
    },
  ] as { sections: [string, ...number[]][]; earliest?: object }[])(
    "counts major versions: $sections",
    ({ sections, earliest }) => {
      const ledger = life("2024-02-01", "2024-02-02");
      const options = { rule: { removeAfter: { majors: 2 } }, changelog: changelogOf(ledger, sections) };
      expect((check(ledger, options)[0]?.data as { earliest?: object } | undefined)?.earliest).toEqual(
        earliest,
      );
    },
  );

  it("is the longest of what the configuration says", () => {
    const ledger = life("2024-02-01", "2024-09-01");
    const changelog = changelogOf(ledger, [
      ["1.1.0", 1],
      ["1.0.0", 0],
    ]);
    const rule = { removeAfter: { days: 180, releases: 2 } };
    expect(check(ledger, { rule, changelog })[0]?.message).toContain(
      "asks for 180 days and 2 releases in between. Put it back; it may go after another release.",
    );
  });

  it("is no time where it was never deprecated, also where the removal deprecates what holds it", () => {
    const ledger = record([
      ["2024-01-01", both(SIZE)],
      ["2025-01-01", both("")],
    ]);
    expect(check(ledger)[0]?.message).toBe(
      "ListEventsOutput.Size is removed on 2025-01-01, and was not deprecated before. The configuration asks for 180 days in between. Put it back, and mark it with @deprecated first.",
    );
    const held = record([
      ["2024-01-01", both(SIZE)],
      ["2025-01-01", service({ more: listEvents("Kind: Kind").replace("structure", `${OLD} structure`) })],
    ]);
    expect(check(held)[0]).toMatchObject({ code: "changelog/undeprecated-removal", data: { isNow: true } });
  });

  it("is asked from a day on, and where nothing is asked, never", () => {
    const ledger = life("2024-02-01", "2024-03-01");
    expect(codes(ledger, { rule: { ...DAYS, from: "2024-03-02" } })).toEqual([]);
    expect(codes(ledger, { rule: { ...DAYS, from: "2024-03-01" } })).toEqual(["early-removal"]);
    expect(codes(ledger, { rule: { removeAfter: {} } })).toEqual([]);
  });
});

describe("what holds it", () => {
  const held: [string, Parts, Parts][] = [
    [
      "its shape",
      { more: listEvents("Kind: Kind, Size: Integer").replace("structure", `${OLD} structure`) },
      { more: listEvents("Kind: Kind").replace("structure", `${OLD} structure`) },
    ],
    [
      "all operations that lead to it",
      { more: `${OLD} ${listEvents("Kind: Kind, Size: Integer").trim()}` },
      { more: `${OLD} ${listEvents("Kind: Kind").trim()}` },
    ],
    [
      "the member that leads to it",
      { more: `${listEvents(`Kind: Kind, ${OLD} At: Place`)} structure Place { X: Integer, Y: Integer }` },
      { more: `${listEvents(`Kind: Kind, ${OLD} At: Place`)} structure Place { X: Integer }` },
    ],
    [
      "the operation that ends with it",
      { more: `${OLD} ${listEvents("Kind: Kind", "A", "Busy").trim()} @error("client") structure Busy {}` },
      { more: `${OLD} ${listEvents("Kind: Kind").trim()}` },
    ],
  ];
  it.each(held)("is enough: %s", (_, before, after) => {
    const ledger = record([
      ["2024-01-01", service(before)],
      ["2025-01-01", service(after)],
    ]);
    expect(check(ledger)).toEqual([]);
    expect(codes(ledger, { rule: { removeAfter: { days: 400 } } })).toEqual(["early-removal"]);
  });

  it("is not enough where something else leads to it, too", () => {
    const other = "operation Read { output: ListEventsOutput }";
    const operations = "ListEvents, Read";
    const ledger = record([
      [
        "2024-01-01",
        service({ operations, more: `${other} ${OLD} ${listEvents("Kind: Kind, Size: Integer").trim()}` }),
      ],
      ["2025-01-01", service({ operations, more: `${other} ${OLD} ${listEvents("Kind: Kind").trim()}` })],
    ]);
    expect(codes(ledger)).toEqual(["undeprecated-removal"]);
  });

  it("is a resource for its operations", () => {
    const of = (operations: string) =>
      read(
        `service Events { version: "1", operations: [ListEvents], resources: [Event] } ${OLD} resource Event { operations: [${operations}] } ${listEvents("Kind: Kind")} operation Read {} operation Stop {}`,
      );
    expect(
      check(
        record([
          ["2024-01-01", of("Read, Stop")],
          ["2025-01-01", of("Read")],
        ]),
      ),
    ).toEqual([]);
  });
});

describe("what is released", () => {
  const ledger = record([
    ["2024-01-01", both(SIZE)],
    ["2024-02-01", both("")],
  ]);

  it("is a warning that names the version", () => {
    const changelog = changelogOf(ledger, [
      ["2.0.0", 1],
      ["1.0.0", 0],
    ]);
    expect(check(ledger, { changelog })).toMatchObject([
      { code: "changelog/past-removal", severity: "warning", data: { version: "2.0.0" } },
    ]);
    expect(check(ledger, { changelog })[0]?.message).toContain(
      "Version 2.0.0 was released without ListEventsOutput.Size",
    );
  });

  it("is no removal of what came back by then", () => {
    const back = record([
      ["2024-01-01", both(SIZE)],
      ["2024-02-01", both("")],
      ["2024-02-02", both(SIZE)],
    ]);
    expect(check(back)).toEqual([]);
    expect(
      check(back, {
        changelog: changelogOf(back, [
          ["2.0.0", 1, 2],
          ["1.0.0", 0],
        ]),
      }),
    ).toEqual([]);
    expect(codes(ledger, { edited: { model: both(SIZE), today: "2024-03-01" } })).toEqual([]);
  });
});

describe("what is not recorded", () => {
  const ledger = record([
    ["2024-01-01", both(SIZE)],
    ["2024-02-01", both(OLD + SIZE)],
  ]);

  it("counts until today, at its place in the model", () => {
    const edit = (today: string) => check(ledger, { edited: { model: both(""), today } });
    expect(edit("2024-07-30")).toEqual([]);
    expect(edit("2024-07-29")).toMatchObject([
      {
        code: "changelog/early-removal",
        location: { file: "model.smithy", offset: 3 },
        data: { revision: null, earliest: { date: "2024-07-30" } },
      },
    ]);
  });
});

describe("what is accepted", () => {
  const ledger = record([
    ["2024-01-01", both(SIZE, "A, B")],
    ["2024-02-01", both("", "A")],
  ]);
  const { findings } = compareModels(
    { label: "before", model: both(SIZE, "A, B") },
    { label: "after", model: both("", "A") },
  );
  const idOf = (rule: string, member: string) =>
    findings.find((finding) => finding.rule === rule && finding.member === member)?.id ??
    `no ${rule} ${member}`;
  const because = "Nobody reads it.";
  const named = (found: ReturnType<typeof checkRemovals>) =>
    found.map(({ data }) => (data as { what: string }).what);
  const accept = (...accepted: AcceptedFinding[]) => {
    const [first, last] = ledger.revisions;
    const { steps } = replay(ledger);
    const sources = { rule: DAYS, steps, changelog: { file: "", text: "" }, fileOf: () => "" };
    return named(
      checkRemovals({ ...sources, ledger: { ...ledger, revisions: [first!, { ...last!, accepted }] } }),
    );
  };

  it("is the removal that the finding tells of, and no other", () => {
    expect(accept()).toEqual(["Kind.B", "ListEventsOutput.Size"]);
    expect(accept({ finding: idOf("response.member.removed", "Size"), because })).toEqual(["Kind.B"]);
    expect(accept({ finding: idOf("response.member.removed", "Kind"), because })).toHaveLength(2);
  });

  it("can be of what is not recorded yet", () => {
    const first = { ...ledger, revisions: ledger.revisions.slice(0, 1) };
    const edited = { model: both("", "A"), today: "2024-02-01", file: "m", locate: () => undefined };
    const { steps } = replay(first);
    const sources = {
      rule: DAYS,
      ledger: first,
      steps,
      changelog: { file: "", text: "" },
      fileOf: () => "",
    };
    const accepted = [{ finding: idOf("response.member.removed", "Size"), because }];
    expect(named(checkRemovals({ ...sources, edited: { ...edited, accepted } }))).toEqual(["Kind.B"]);
  });
});
