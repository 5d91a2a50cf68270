import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel, readDefinitions } from "@shapelog/smithy";
import { completeIdl, readPage } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { isAtOrBelow, type ValidationEvent } from "../src/event.js";
import { LINTERS } from "../src/linters/index.js";
import { METADATA_EVENTS } from "../src/metadata-events.js";
import type { Linter, Rule } from "../src/rule.js";
import { RULES } from "../src/rules/index.js";
import { validateModel } from "../src/validate-model.js";

const FOLDERS: readonly { readonly folder: string; readonly list: readonly (Rule | Linter)[] }[] = [
  { folder: join(import.meta.dirname, "../src/rules"), list: RULES },
  { folder: join(import.meta.dirname, "../src/linters"), list: LINTERS },
];

interface Section {
  readonly id: string;
  readonly severity: string;
  readonly examples: readonly string[];
}

/** Returns the sections of a page: `## EventId (severity)`, each with a wrong and a right example. */
function readSections(text: string): readonly Section[] {
  const { blocks } = readPage(text);
  return [...text.matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => {
    const [, id = "", severity = ""] = /^(\S+) \((\w+)\)$/.exec(heading) ?? [];
    const examples = blocks.filter((block) => block.heading === heading && block.info === "smithy");
    return { id, severity, examples: examples.map((block) => block.text) };
  });
}

function eventsOf(example: string): readonly ValidationEvent[] {
  const { model } = loadModel([{ file: "example.smithy", text: completeIdl(example) }]);
  return validateModel({ model, definitions: readDefinitions() }).events;
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
}

describe.each(FOLDERS.flatMap(({ folder, list }) => list.map((rule) => [rule.name, rule, folder] as const)))(
  "%s",
  (name, rule, folder) => {
    const page = join(folder, kebab(name), `${kebab(name)}.md`);
    const sections = existsSync(page) ? readSections(readFileSync(page, "utf8")) : [];

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

describe("the page about metadata", () => {
  const page = readFileSync(join(import.meta.dirname, "../src/metadata-events.md"), "utf8");
  const sections = readSections(page);

  it("has a section for each event that no other page has", () => {
    const { Model: _, ...events } = METADATA_EVENTS;
    const declared = Object.entries(events).map(([id, { severity }]) => `${id} (${severity})`);
    expect(sections.map(({ id, severity }) => `${id} (${severity})`)).toEqual(declared);
  });

  it.each(
    sections.filter(({ examples }) => examples.length > 0).map((section) => [section.id, section] as const),
  )("has a wrong example that gives %s and a right one that does not", (id, { examples }) => {
    const [wrong, right] = examples.map((example) => eventsOf(example).map(({ code }) => code.split("_")[0]));
    expect(wrong).toContain(id);
    expect(right).not.toContain(id);
  });
});

it.each(FOLDERS)("lists what is in $folder, sorted by name", ({ folder, list }) => {
  const names = list.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(names.map(kebab).sort());
});
