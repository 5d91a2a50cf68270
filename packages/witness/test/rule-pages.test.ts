import { diffModels } from "@shapelog/changes";
import { canShow, type Finding, judge, RULES, type Rule } from "@shapelog/diff";
import { PAGES } from "@shapelog/diff/pages";
import type { Model } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { readPage } from "@shapelog/testing/page";
import { describe, expect, it } from "vitest";
import { findWitnesses } from "../src/index.js";

interface Example {
  readonly before: Model;
  readonly after: Model;
}

/** Examples in the place of those on pages, which show what no document and no known text can. */
const SHOWABLE: Readonly<Record<string, (side: "before" | "after") => string>> = {
  "request.wire-format.changed": (side) => bindTime("input", side),
  "response.wire-format.changed": (side) => bindTime("output", side),
  "request.pattern.changed": (side) => `
    structure Input { @pattern("${side === "before" ? "^(.)\\\\1|text$" : "^(.)\\\\1$"}") tag: String }
  `,
  "response.pattern.changed": (side) => `
    structure Output { @pattern("${side === "before" ? "^(.)\\\\1$" : "^(.)\\\\1|text$"}") tag: String }
  `,
};

function bindTime(role: "input" | "output", side: "before" | "after"): string {
  return `
    @aws.protocols#restJson1
    service Things { version: "1", operations: [PutThing] }
    @http(method: "POST", uri: "/things")
    operation PutThing { ${role}: Thing }
    structure Thing { @timestampFormat("${side === "before" ? "date-time" : "http-date"}") at: Timestamp }
  `;
}

/** Returns the models of the first example on a rule's page, which meets the rule. */
function readExample({ id }: Rule): Example {
  const own = SHOWABLE[id];
  if (own) {
    const impliedService = !own("before").includes("service ");
    const [before, after] = (["before", "after"] as const).map((side) =>
      modelOf(own(side), { impliedService }),
    );
    if (before && after) return { before, after };
  }
  const { blocks } = readPage(PAGES.find((page) => page.id === id)?.text ?? "");
  const read = (info: string) =>
    modelOf(blocks.find((block) => block.info === info)?.text ?? "", { impliedService: true });
  return { before: read("smithy before"), after: read("smithy after") };
}

function judgeExample(models: Example): Finding[] {
  return judge(diffModels(models.before, models.after), models);
}

const isClaim = ({ verdict }: Rule) => verdict === "breaking" || verdict === "check";
const shown = RULES.filter((rule) => isClaim(rule) && typeof rule.witness === "string");

describe.each(shown.map((rule) => [rule.id, rule] as const))("a finding of %s", (id, rule) => {
  const models = readExample(rule);
  const find = async (given: Example) => {
    const findings = await findWitnesses(judgeExample(models), given);
    return findings.find((finding) => finding.rule === id);
  };

  it("is confirmed by what its rule says can show it", async () => {
    const found = await find(models);
    const kinds = (["source", "wire"] as const).filter((kind) => canShow(rule.witness, kind));
    expect(found?.witness?.proofs.map(({ kind }) => kind)).toEqual(kinds);
    expect(found?.verdict).toBe(rule.verdict);
  });

  it.each([
    ["nothing has changed", ({ before }: Example) => ({ before, after: before })],
    ["all is as it has become", ({ after }: Example) => ({ before: after, after })],
  ])("is not confirmed, and breaks nobody for certain, where %s", async (_, choose) => {
    const found = await find(choose(models));
    expect(found?.witness).toMatchObject({ status: "unconfirmed", proofs: [] });
    expect([found?.verdict, found?.wire, found?.source]).not.toContain("error");
    expect(found?.verdict).toBe("check");
  });
});

describe("a finding that nothing can show", () => {
  const rule = RULES.find(({ id }) => id === "auth.required");

  it("stays as it is, with the reason", async () => {
    if (!rule) expect.unreachable("there is no such rule");
    const models = readExample(rule);
    const [found] = await findWitnesses(judgeExample(models), models);
    expect(found).toMatchObject({ verdict: "breaking", wire: "error" });
    expect(found?.witness).toMatchObject({ status: "none", reason: expect.stringContaining("signed") });
  });
});

describe("a finding that claims nothing", () => {
  it("has no witness", async () => {
    const [rule] = RULES.filter(({ id }) => id === "request.member.added");
    if (!rule) expect.unreachable("there is no such rule");
    const models = readExample(rule);
    const findings = await findWitnesses(judgeExample(models), models);
    expect(findings.find(({ rule: id }) => id === rule.id)?.witness).toBeUndefined();
  });
});
