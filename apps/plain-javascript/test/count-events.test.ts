import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const APP = fileURLToPath(new URL("..", import.meta.url));

function run(page: string) {
  const args = ["src/count-events.js", "-"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: APP,
    input: page,
    encoding: "utf8",
  });
  return { status, out: stdout.split("\n").map((line) => line.trim()), err: stderr };
}

describe("the program in plain JavaScript", () => {
  it("counts events by what happened and how it ended", () => {
    const event = { EventType: "SignIn", EventResponse: "Pass" };
    const { status, out, err } = run(JSON.stringify({ AuthEvents: [event, event, { EventType: "SignUp" }] }));
    expect([status, out, err]).toEqual([
      0,
      ["2  signed in and passed", "1  signed up and ended with something", ""],
      "",
    ]);
  });

  it("shows what the model does not know, and goes on", () => {
    const page = { AuthEvents: [{ EventType: "Teleport", EventResponse: "Success" }] };
    const { status, out, err } = run(JSON.stringify(page));
    expect(status).toBe(0);
    expect(out[0]).toBe('1  did "Teleport" (not in the model) and ended with "Success" (not in the model)');
    expect(err).toContain('AuthEvents[0].EventResponse is "Success"');
  });

  it.each([
    ["no JSON", "{", 2, "-: "],
    ["a page of another type", '{"AuthEvents":[{"EventType":5}]}', 1, "AuthEvents[0].EventType: "],
  ])("ends with what is wrong with %s", (_, page, exit, message) => {
    const { status, err } = run(page);
    expect(status).toBe(exit);
    expect(err).toContain(message);
  });
});
