import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const APP = fileURLToPath(new URL("..", import.meta.url));

function python(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync("python3", args, { cwd: APP, input, encoding: "utf8" });
  return { status, out: (stdout ?? "").split("\n").map((line) => line.trim()), err: stderr ?? "" };
}

const run = (page: string) => python(["src/count_events.py", "-"], page);
const hasPython = python(["--version"]).status === 0;
const hasValidator = hasPython && python(["-c", "import jsonschema"]).status === 0;

describe.skipIf(!hasPython)("the program in Python, where Python 3 is installed", () => {
  it("counts events by the outcomes of the schemas, and shows what they do not know", () => {
    const { status, out } = run(readFileSync(`${APP}/sample/page.json`, "utf8"));
    expect(status).toBe(0);
    expect(out.toSorted()).toEqual(
      [
        "",
        "1  'Success', which the model does not know",
        "1  failed",
        "1  not finished",
        "1  passed",
      ].toSorted(),
    );
  });

  it("ends with what is wrong with a file that is no JSON", () => {
    expect(run("{")).toMatchObject({ status: 2, err: expect.stringContaining("-: ") });
  });

  it.skipIf(!hasValidator)("validates a page where jsonschema is installed", () => {
    const { status, err } = run('{"AuthEvents":[{"EventId":5}]}');
    expect(status).toBe(1);
    expect(err).toContain("AuthEvents.0.EventId: 5 is not of type 'string'");
  });
});
