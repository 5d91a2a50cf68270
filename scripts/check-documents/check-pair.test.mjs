import { expect, it } from "vitest";
import { readBotocore } from "../../packages/botocore/dist/index.js";
import { diffModels } from "../../packages/changes/dist/index.js";
import { judge } from "../../packages/diff/dist/index.js";
import { checkModels, holdAgainst } from "./check-pair.mjs";

/**
 * @import { Finding } from "@shapelog/diff"
 */

const SEED = 1;

/**
 * Returns a model of one operation, which takes `In` and returns `Out`.
 * @param {object} shapes
 */
function modelOf(shapes) {
  const text = JSON.stringify({
    version: "2.0",
    metadata: { apiVersion: "2026-01-01", endpointPrefix: "x", protocol: "json", serviceId: "X", uid: "x" },
    operations: {
      Do: {
        name: "Do",
        http: { method: "POST", requestUri: "/" },
        input: { shape: "In" },
        output: { shape: "Out" },
      },
    },
    shapes: { In: structure({}), Out: structure({}), Text: { type: "string" }, ...shapes },
  });
  return readBotocore({ file: "service-2.json", text }).model;
}

/**
 * @param {Readonly<Record<string, string>>} members
 * @param {object} [more]
 */
function structure(members, more = {}) {
  const refs = Object.entries(members).map(([name, shape]) => [name, { shape }]);
  return { type: "structure", members: Object.fromEntries(refs), ...more };
}

const words = (/** @type {string[]} */ ...values) => ({ type: "string", enum: values });

/**
 * What documents show of a change, and what is missing once findings of a rule are not told.
 * @param {object} old
 * @param {object} now
 * @param {RegExp} [untold]
 */
function check(old, now, untold) {
  const models = { before: modelOf(old), after: modelOf(now) };
  if (!untold) return checkModels(models, SEED);
  const findings = judge(diffModels(models.before, models.after), models);
  expect(findings.filter(({ rule }) => untold.test(rule))).not.toEqual([]);
  return holdAgainst(
    findings.filter(({ rule }) => !untold.test(rule)),
    models,
    SEED,
  );
}

/** @type {[name: string, old: object, now: object, rule: string, place: string][]} */
const CHANGES = [
  [
    "a member that is newly required",
    { In: structure({ A: "Text", B: "Text" }) },
    { In: structure({ A: "Text", B: "Text" }, { required: ["B"] }) },
    "request breaking request.member.required",
    "Do request B",
  ],
  [
    "a member that is gone",
    { In: structure({ A: "Text", B: "Text" }) },
    { In: structure({ A: "Text" }) },
    "request breaking request.member.removed",
    "Do request B",
  ],
  [
    "a value that is gone, deep inside",
    {
      In: structure({ A: "L" }),
      L: { type: "list", member: { shape: "S" } },
      S: structure({ C: "E" }),
      E: words("x", "y"),
    },
    {
      In: structure({ A: "L" }),
      L: { type: "list", member: { shape: "S" } },
      S: structure({ C: "E" }),
      E: words("x"),
    },
    "request breaking request.enum.value-removed",
    "Do request A[].C",
  ],
  [
    "a key that is gone",
    {
      In: structure({ A: "M" }),
      M: { type: "map", key: { shape: "E" }, value: { shape: "Text" } },
      E: words("x", "y"),
    },
    {
      In: structure({ A: "M" }),
      M: { type: "map", key: { shape: "E" }, value: { shape: "Text" } },
      E: words("x"),
    },
    "request breaking request.enum.value-removed",
    "Do request A{key}",
  ],
  [
    "a text that had no limit",
    { In: structure({ A: "T" }), T: { type: "string" } },
    { In: structure({ A: "T" }), T: { type: "string", max: 5000 } },
    "request breaking request.limit.tightened",
    "Do request A",
  ],
  [
    "a number in a structure that holds itself",
    { In: structure({ A: "S" }), S: structure({ A: "S", N: "N" }), N: { type: "integer", max: 9 } },
    { In: structure({ A: "S" }), S: structure({ A: "S", N: "N" }), N: { type: "integer", max: 8 } },
    "request breaking request.limit.tightened",
    "Do request A.N",
  ],
  [
    "a pattern that takes less",
    { In: structure({ A: "T" }), T: { type: "string", pattern: "^[a-z0-9]+$" } },
    { In: structure({ A: "T" }), T: { type: "string", pattern: "^[a-z]+$" } },
    "request breaking request.pattern.tightened",
    "Do request A",
  ],
  [
    "an alternative of a union that is gone",
    { In: structure({ A: "U" }), U: structure({ B: "Text", C: "Text" }, { union: true }) },
    { In: structure({ A: "U" }), U: structure({ B: "Text" }, { union: true }) },
    "request breaking request.union.alternative-removed",
    "Do request A.C",
  ],
  [
    "a value that is new in a response",
    { Out: structure({ A: "E" }), E: words("x") },
    { Out: structure({ A: "E" }), E: words("x", "y") },
    "response check response.enum.value-added",
    "Do response A",
  ],
  [
    "a response that lacks what it had",
    { Out: structure({ A: "Text" }, { required: ["A"] }) },
    { Out: structure({ A: "Text" }) },
    "response breaking response.member.optional",
    "Do response A",
  ],
];

it.each(CHANGES)("%s is refused, and told of there", (_, old, now, rule) => {
  const { told, disagreements } = check(old, now);
  expect(disagreements).toEqual([]);
  expect(Object.keys(told)).toEqual([rule]);
});

it.each(CHANGES)("%s is missed where it is not told", (_, old, now, rule, place) => {
  const name = rule.replace(/^.* /, "");
  const { disagreements } = check(old, now, new RegExp(name.replaceAll(".", "\\.")));
  const found = disagreements.map((each) => `${each.kind}: ${each.message} ${each.place}`);
  expect(found).toEqual(expect.arrayContaining([`not told: ${place}`]));
});

it("is told where the finding is of another kind, or of another place", () => {
  const member = { In: structure({ A: "T", B: "Text" }), T: { type: "string", max: 9 } };
  const tighter = {
    In: structure({ A: "T", B: "Text" }, { required: ["A"] }),
    T: { type: "string", max: 5 },
  };
  const models = { before: modelOf(member), after: modelOf(tighter) };
  const findings = judge(diffModels(models.before, models.after), models);
  const required = findings.filter(({ rule }) => rule === "request.member.required");
  expect(holdAgainst(required, models, SEED).disagreements.map(({ why }) => why)).toEqual([
    expect.stringMatching(/^length at most 5 characters.*told there: request\.member\.required/),
  ]);
});

it("new members and fewer values of responses refuse nothing", () => {
  const old = { Out: structure({ A: "E" }), E: words("x", "y") };
  const now = { Out: structure({ A: "E", B: "Text" }), E: words("x") };
  const { told, refused, messages, documents } = check(old, now);
  expect({ told, refused, messages }).toEqual({ told: {}, refused: 0, messages: 1 });
  expect(documents).toBeGreaterThan(2);
});

it("counts the findings of requests that a document shows, and names the others", () => {
  const old = { In: structure({ A: "E", T: "Text" }), E: words("x", "y") };
  const now = { In: structure({ A: "E" }), E: words("x") };
  const models = { before: modelOf(old), after: modelOf(now) };
  const findings = judge(diffModels(models.before, models.after), models);
  expect(holdAgainst(findings, models, SEED).claims).toEqual({
    "request.enum.value-removed": { shown: 1, missed: [] },
    "request.member.removed": { shown: 1, missed: [] },
  });
  /** @type {Finding[]} */
  const wrong = findings.map((finding) =>
    finding.rule === "request.member.removed"
      ? {
          ...finding,
          member: "Z",
          changes: [],
          positions: finding.positions.map((each) => ({ ...each, path: "Z" })),
        }
      : finding,
  );
  expect(holdAgainst(wrong, models, SEED).claims["request.member.removed"]).toEqual({
    shown: 0,
    missed: [expect.stringMatching(/^In\.Z: /)],
  });
});
