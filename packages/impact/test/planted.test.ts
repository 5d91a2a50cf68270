import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { findImpact } from "../src/find-impact.js";
import { compareTexts, consumerOf, packageOf } from "./virtual-package.js";

const PROJECT = fileURLToPath(new URL("../cases/planted", import.meta.url));
const SOURCES = `${PROJECT}/src`;

/** JSON has no comments. */
const IN_JSON = ["recorded.json:2 dead"];

/** Returns what the comments of the case's files expect: `typed.ts:5 breaks`. */
function readExpected(): string[] {
  return readdirSync(SOURCES).flatMap((name) =>
    readFileSync(`${SOURCES}/${name}`, "utf8")
      .split("\n")
      .flatMap((line, index) => {
        const [, effects] = /\/\/ expect: ([\w, ]+)$/.exec(line) ?? [];
        return (effects?.split(", ") ?? []).map((effect) => `${name}:${index + 1} ${effect}`);
      }),
  );
}

interface FindOptions {
  readonly isSame?: boolean;
  readonly writtenFor?: "before" | "after";
}

async function findPlaces({ isSame = false, writtenFor }: FindOptions = {}) {
  const [before = "", after = ""] = ["before", "after"].map((side) =>
    readFileSync(`${PROJECT}/${isSame ? "before" : side}.smithy`, "utf8"),
  );
  const comparison = compareTexts(before, after);
  const old = await packageOf(comparison.before.model, PROJECT);
  const now = await packageOf(comparison.after.model, PROJECT);
  return findImpact({
    typescript: ts,
    consumer: consumerOf(PROJECT, old),
    overlay: () => ({ before: old, after: now }),
    findings: comparison.findings,
    writtenFor,
    models: [comparison.before.model, comparison.after.model],
  });
}

describe("findImpact", () => {
  it("finds every planted place, and no other", async () => {
    const { places, writtenFor } = await findPlaces();
    const found = places.map(({ at, effect }) => `${at.file.slice(SOURCES.length + 1)}:${at.line} ${effect}`);
    expect(writtenFor).toBe("before");
    expect(found.toSorted()).toEqual([...readExpected(), ...IN_JSON].toSorted());
  });

  it("finds nothing where nothing changed", async () => {
    const { places, own } = await findPlaces({ isSame: true });
    expect([places, own]).toEqual([[], []]);
  });

  it("tells a program that follows the change which of its lines would not compile before", async () => {
    const { places } = await findPlaces({ writtenFor: "after" });
    const breaks = places.filter(({ effect }) => effect === "breaks");
    expect(breaks.map(({ at, against }) => `${at.file.slice(SOURCES.length + 1)} ${against}`)).toEqual([]);
    expect(places.filter(({ effect }) => effect === "dead").length).toBeGreaterThan(5);
  });
});
