import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createModel, type Model, type SourceText } from "@shapelog/model";
import * as smithy from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { isAtOrBelow, type ValidationEvent } from "../event.js";
import { LINTERS } from "../linters/index.js";
import type { Linter, Rule } from "../rule.js";
import { validateModel } from "../validate-model.js";
import { RULES } from "./index.js";

interface Reader {
  readonly loadModel?: (sources: readonly SourceText[]) => { model: Model; diagnostics: readonly unknown[] };
  readonly readDefinitions?: () => Model;
}

const { loadModel, readDefinitions } = smithy as Reader; // the reader of Smithy IDL
const FOLDERS = [
  { folder: import.meta.dirname, list: RULES as readonly (Rule | Linter)[] },
  { folder: join(import.meta.dirname, "../linters"), list: LINTERS },
];

interface Section {
  readonly id: string;
  readonly severity: string;
  readonly examples: readonly string[];
}

/** Returns the sections of a page: `## EventId (severity)`, each with a wrong and a right example. */
function readPage(text: string): readonly Section[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [, id = "", severity = ""] = /^(\S+) \((\w+)\)\n/.exec(section) ?? [];
      const examples = [...section.matchAll(/^```smithy\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
      return { id, severity, examples };
    });
}

/** Examples that name no namespace are of `example`. */
function complete(example: string): string {
  return /^namespace /m.test(example) ? example : `$version: "2.0"\nnamespace example\n${example}`;
}

function eventsOf(example: string): readonly ValidationEvent[] {
  const { model } = loadModel?.([{ file: "example.smithy", text: complete(example) }]) ?? {
    model: createModel([]),
  };
  return validateModel({ model, definitions: readDefinitions?.() ?? createModel([]) }).events;
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
}

describe.each(FOLDERS.flatMap(({ folder, list }) => list.map((rule) => [rule.name, rule, folder] as const)))(
  "%s",
  (name, rule, folder) => {
    const page = join(folder, kebab(name), `${kebab(name)}.md`);
    const sections = existsSync(page) ? readPage(readFileSync(page, "utf8")) : [];

    it("has a page with a section for each of its events", () => {
      const stated = sections.map(({ id, severity }) => `${id} (${severity})`);
      const declared = Object.entries(rule.events).map(([id, { severity }]) => `${id} (${severity})`);
      expect(stated.sort()).toEqual(declared.sort());
    });

    it.each(sections.map((section) => [section.id, section] as const))(
      "has a wrong example that gives %s and a right one that does not",
      (id, { examples, severity }) => {
        expect(examples).toHaveLength(2);
        const [wrong, right] = examples.map(eventsOf);
        const ids = (wrong ?? []).filter(({ code }) => isAtOrBelow(code, id)).map((event) => event.severity);
        expect(ids).toContain(severity);
        expect((right ?? []).map(({ code }) => code).filter((code) => isAtOrBelow(code, id))).toEqual([]);
      },
    );
  },
);

it.each(FOLDERS)("lists what is in $folder, sorted by name", ({ folder, list }) => {
  const names = list.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(names.map(kebab).sort());
});
