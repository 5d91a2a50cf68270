import { describe, expect, it } from "vitest";
import { readFile } from "./read-file.js";

const EVENT = { EventId: "e-1", EventType: "SignIn", CreationDate: 1_764_000_000 };
const LINE = JSON.stringify(EVENT);

async function read(...parts: BlobPart[]) {
  const events = [];
  const problems = [];
  const drift = [];
  for await (const part of readFile(new Blob(parts))) {
    events.push(...part.read.events);
    problems.push(...part.read.problems);
    drift.push(...part.read.drift, ...part.read.events.flatMap((event) => event.drift));
  }
  return { ids: events.map(({ event }) => event.EventId), events, problems, drift };
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
}

describe("an export", () => {
  it.each<readonly [string, readonly BlobPart[], readonly string[]]>([
    ["events, a line each", [`${LINE}\n${LINE}\n`], ["e-1", "e-1"]],
    [
      "lines that end as on Windows, empty ones, and a byte order mark",
      [`\ufeff${LINE}\r\n\r\n${LINE}`],
      ["e-1", "e-1"],
    ],
    ["pages", [JSON.stringify({ AuthEvents: [EVENT, EVENT], NextToken: "t" })], ["e-1", "e-1"]],
    [
      "a page over many lines, as the AWS CLI prints it",
      [JSON.stringify({ AuthEvents: [EVENT] }, null, 4)],
      ["e-1"],
    ],
    ["a list of events over many lines", [JSON.stringify([EVENT, EVENT], null, 2)], ["e-1", "e-1"]],
    ["what PowerShell writes", [utf16(`${LINE}\r\n`)], ["e-1"]],
    ["nothing", [], []],
  ])("is read where it holds %s", async (_name, parts, ids) => {
    expect(await read(...parts)).toMatchObject({ ids, problems: [] });
  });

  it("has its times read as the service, the CLI and Python write them", async () => {
    const times = [1_764_000_000.25, "2025-11-24T16:00:00.250Z", "2025-11-24 17:00:00.250000+01:00"];
    const lines = times.map((CreationDate) => JSON.stringify({ ...EVENT, CreationDate }));
    const { events } = await read(lines.join("\n"));
    expect(events.map(({ event }) => event.CreationDate?.getTime())).toEqual(
      times.map(() => 1_764_000_000_250),
    );
  });

  it("tells what cannot be read by its line, quotes nothing of it, and reads on", async () => {
    const bad = [
      '{"secret',
      '{"EventId": 7}',
      "[1]",
      JSON.stringify({ AuthEvents: [EVENT, { EventType: 1 }] }),
    ];
    const { ids, problems } = await read([...bad, LINE].join("\n"));
    expect(ids).toEqual(["e-1", "e-1"]);
    expect(problems).toEqual([
      "Line 1: not JSON",
      "Line 2: EventId should be a string, and is a number",
      "Line 3, item 1: value should be an object, and is a number",
      expect.stringMatching(/^Line 4, event 2: EventType should be .*, and is a number$/),
    ]);
    expect(problems.join()).not.toContain("secret");
  });

  it("keeps values and members that the model does not know, and says where they are", async () => {
    const { events, drift } = await read(JSON.stringify({ ...EVENT, EventType: "Teleport", Session: "s" }));
    expect(events[0]?.event.EventType).toBe("Teleport");
    expect(drift.map(({ path, value }) => [path, value])).toEqual([
      ["AuthEvents[].EventType", "Teleport"],
      ["AuthEvents[].Session", "Session"],
    ]);
  });
});
