import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createModel, type Model, type Shape, UNIT } from "@shapelog/model";
import { readSmithyJson } from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { diffModels } from "../diff-models.js";
import { type Finding, VERDICT_WORDS } from "../finding.js";
import { judge } from "../judge.js";
import { displayPath } from "../place.js";
import type { Rule } from "../rule.js";
import { RULES } from "./index.js";

const FOLDER = import.meta.dirname;
const UPDATE = process.env.GOLDEN_UPDATE === "1";
const CASES = { fires: ["after.json", "before.json", "changes.txt", "reversed.txt"] } as const;
const SPARES = ["after.json", "before.json", "changes.txt"] as const;

function folderOf(rule: Rule): string {
  return join(FOLDER, rule.id.replaceAll(".", "-"));
}

/** Reads one side of a case. A case without a service implies one whose operation takes `Input` and returns `Output`. */
function readSide(folder: string, side: "before" | "after"): Model {
  const file = join(folder, `${side}.json`);
  const { model, diagnostics } = readSmithyJson({ file, text: readFileSync(file, "utf8") });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const shapes = [...model.shapes.values()];
  if (shapes.some(({ kind }) => kind === "service")) return model;
  const data = (name: string) => (model.shapes.has(`example#${name}`) ? `example#${name}` : UNIT);
  const operation: Shape = {
    kind: "operation",
    id: "example#GetThing",
    traits: {},
    input: data("Input"),
    output: data("Output"),
    errors: [],
  };
  const none = { resources: [], errors: [], rename: [] };
  const service: Shape = {
    kind: "service",
    id: "example#Things",
    traits: {},
    version: "2024-01-01",
    operations: [operation.id],
    ...none,
  };
  return createModel([...shapes, operation, service], [...model.metadata]);
}

function printFindings(findings: readonly Finding[]): string {
  const lines = findings.map(({ verdict, wire, source, direction, positions, message, rule }) => {
    const paths = [...new Set(positions.map(displayPath))].filter((path) => path !== "").join(", ");
    const where = [direction, paths].filter((part) => part !== undefined && part !== "").join(" ");
    return `[${VERDICT_WORDS[verdict]} ${wire}/${source}] ${where === "" ? "model" : where}: ${message} | ${rule}\n`;
  });
  return lines.length === 0 ? "nothing\n" : lines.join("");
}

function expectGolden(file: string, actual: string): void {
  if (UPDATE) writeFileSync(file, actual);
  expect(existsSync(file), `${file} is missing; GOLDEN_UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(file, "utf8"));
}

function rulesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule);
}

function mirrorsOf({ mirror }: Rule): readonly string[] {
  if (typeof mirror === "string") return [mirror];
  return "none" in mirror ? [] : mirror;
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const cases = join(folderOf(rule), "cases");

  it("has a case it fires in, whose reverse meets its mirror, and one it spares", () => {
    expect(readdirSync(cases).sort()).toEqual(["fires", "spares"]);
    if (!UPDATE) {
      expect(readdirSync(join(cases, "fires")).sort()).toEqual(CASES.fires);
      expect(readdirSync(join(cases, "spares")).sort()).toEqual(SPARES);
    }
  });

  it("fires", () => {
    const folder = join(cases, "fires");
    const [before, after] = [readSide(folder, "before"), readSide(folder, "after")];
    const findings = judge(diffModels(before, after), before, after);
    expect(rulesOf(findings)).toContain(id);
    expectGolden(join(folder, "changes.txt"), printFindings(findings));
    const reversed = judge(diffModels(after, before), after, before);
    const mirrors = mirrorsOf(rule);
    if (mirrors.length > 0) expect(rulesOf(reversed).some((found) => mirrors.includes(found))).toBe(true);
    expectGolden(join(folder, "reversed.txt"), printFindings(reversed));
  });

  it("spares what only looks like it", () => {
    const folder = join(cases, "spares");
    const [before, after] = [readSide(folder, "before"), readSide(folder, "after")];
    const findings = judge(diffModels(before, after), before, after);
    expect(rulesOf(findings)).not.toContain(id);
    expect(rulesOf(findings)).not.toContain("unclassified");
    expectGolden(join(folder, "changes.txt"), printFindings(findings));
  });
});
