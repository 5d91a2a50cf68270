import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { applyChanges, diffModels, invert } from "@shapelog/changes";
import { readLedger, replay } from "@shapelog/ledger";
import { equalModels, findOperations, shapeName, shapesOfKind } from "@shapelog/model";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../src/program.js";
import type { Terminal } from "../src/terminal.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDER = `${ROOT}models/cognito-identity-provider/ledger`;
const SERVICE = "cognito-identity-provider";
const id = (name: string) => `com.amazonaws.cognitoidentityprovider#${name}`;

const sources = readdirSync(FOLDER).map((file) => ({
  file,
  text: readFileSync(`${FOLDER}/${file}`, "utf8"),
}));
const { ledger, diagnostics } = readLedger(SERVICE, sources);
const { steps, model } = replay(ledger);

async function runInRepository(...args: readonly string[]) {
  let out = "";
  const terminal: Terminal = {
    cwd: ROOT,
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    color: false,
    interactive: false,
    width: 100,
    readInput: async () => Buffer.alloc(0),
    today: () => "2026-01-01",
    untilStopped: async () => undefined,
  };
  return { exit: await run(args, terminal, "0.0.0"), out };
}

describe("the model of AdminListUserAuthEvents", () => {
  it("has its seven revisions", () => {
    expect(diagnostics).toEqual([]);
    expect(steps.map(({ revision }) => revision.id)).toEqual([
      "2017-11-28",
      "2020-03-16",
      "2022-08-18",
      "2023-08-02",
      "2023-08-29",
      "2024-11-22",
      "2026-06-01",
    ]);
  });

  it("has one operation with eight errors, pages, and documentation on everything", () => {
    const [operation, ...others] = findOperations(model);
    expect(others).toEqual([]);
    expect(operation?.errors).toHaveLength(8);
    expect(operation?.traits["smithy.api#paginated"]).toEqual({
      inputToken: "NextToken",
      outputToken: "NextToken",
      items: "AuthEvents",
      pageSize: "MaxResults",
    });
    const all = [...model.shapes.values()].flatMap((shape) =>
      ["members" in shape ? shape.members : [], shape].flat(),
    );
    const silent = all.filter((each) => typeof each.traits["smithy.api#documentation"] !== "string");
    expect(silent).toEqual([]);
    expect(shapesOfKind(model, "enum").map((shape) => shapeName(shape.id))).toContain("EventResponseType");
  });

  const pairs = steps.flatMap((from) => steps.map((to) => [from, to] as const));
  it.each(pairs.map(([from, to]) => [from.revision.id, to.revision.id, from.after, to.after] as const))(
    "goes from %s to %s and back without loss",
    (_, __, from, to) => {
      const changes = diffModels(from, to);
      expect(equalModels(applyChanges(changes, from).model, to)).toBe(true);
      expect(equalModels(applyChanges(invert(changes), to).model, from)).toBe(true);
      if (from === to) expect(changes).toEqual([]);
    },
  );
});

describe("the change of 2022-08-18", () => {
  const sides = [`ledger:${SERVICE}@2022-08-17`, `ledger:${SERVICE}@2022-08-18`] as const;

  it("is reported as JSON: what went, what came, at which paths, and nothing else", async () => {
    const { exit, out } = await runInRepository("diff", ...sides, "--format", "json");
    expect(exit).toBe(1);
    const view = JSON.parse(out);
    const told = (changes: readonly { kind: string; shape: string; value: string }[]) =>
      changes.map((change) => `${change.kind} ${shapeName(change.shape)} ${change.value}`).sort();
    expect(told(view.changes)).toEqual([
      "enum.value.added EventResponseType Fail",
      "enum.value.added EventResponseType InProgress",
      "enum.value.added EventResponseType Pass",
      "enum.value.added EventType PasswordChange",
      "enum.value.added EventType ResendCode",
      "enum.value.removed EventResponseType Failure",
      "enum.value.removed EventResponseType Success",
    ]);
    expect(view.operations).toMatchObject([
      {
        operation: id("AdminListUserAuthEvents"),
        changes: [
          {
            direction: "response",
            paths: ["AuthEvents[].EventResponse"],
            removed: ["Success", "Failure"],
            added: ["Pass", "Fail", "InProgress"],
          },
          {
            direction: "response",
            paths: ["AuthEvents[].EventType"],
            added: ["PasswordChange", "ResendCode"],
          },
        ],
      },
    ]);
    expect(out).not.toContain("ChallengeResponse");
  });

  it("is nothing between two days of one revision", async () => {
    const { exit, out } = await runInRepository(
      "diff",
      `ledger:${SERVICE}@2022-08-18`,
      `ledger:${SERVICE}@2023-08-01`,
    );
    expect(exit).toBe(0);
    expect(out).toContain("No difference.");
  });
});

describe("the package of the day before the change of 2022-08-18, and of that day", () => {
  const folder = mkdtempSync(join(tmpdir(), "story-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const SIGN_INS = ["ForgotPassword", "SignIn", "SignUp"];

  it.each([
    ["2022-08-17", { EventResponseType: ["Failure", "Success"], EventType: SIGN_INS }],
    [
      "2022-08-18",
      {
        EventResponseType: ["Fail", "InProgress", "Pass"],
        EventType: ["ForgotPassword", "PasswordChange", "ResendCode", "SignIn", "SignUp"],
      },
    ],
  ])("has on %s the values that the AWS SDK's client of that day has", async (day, expected) => {
    const out = join(folder, day);
    expect(await runInRepository("build", "--service", SERVICE, "--at", day, "--out", out)).toMatchObject({
      exit: 0,
    });
    const enums = readFileSync(join(out, "src/enums.ts"), "utf8");
    const valuesOf = (name: string) => {
      const [, type = ""] = new RegExp(`^export type ${name} =([^;]*);`, "m").exec(enums) ?? [];
      return [...type.matchAll(/"(\w+)"/g)].map(([, value]) => value).toSorted();
    };
    expect(valuesOf("EventResponseType")).toEqual(expected.EventResponseType);
    expect(valuesOf("EventType")).toEqual(expected.EventType);
    expect(valuesOf("ChallengeResponse")).toEqual(["Failure", "Success"]); // it keeps both on either day
  });
});
