import { isNodeArray, isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import { isEnumName } from "../../knowledge/is-enum-name.js";
import { defineRule } from "../../rule.js";

type Fault = "value" | "name" | "recommended" | "nameless";

const FAULTS: Readonly<Record<Fault, (d: { shape: ShapeId; text: string }) => string>> = {
  value: (d) => `@enum of ${d.shape} has the value "${d.text}" twice.`,
  name: (d) => `@enum of ${d.shape} has the name "${d.text}" twice.`,
  recommended: (d) =>
    `@enum of ${d.shape} has the name "${d.text}"; names should be in upper case: letters, digits and underscores.`,
  nameless: (d) => `@enum of ${d.shape} names some values, but not "${d.text}". Name all or none.`,
};

/** Values and names of `@enum`, Smithy 1.0's way to say enum (Smithy 1.0, "enum trait"). */
export const enumTrait = defineRule({
  name: "EnumTrait",
  events: {
    EnumTrait: {
      severity: "error",
      message: (d: { shape: ShapeId; fault: Fault; text: string }) => FAULTS[d.fault](d),
    },
    EnumNamesPresent: {
      severity: "warning",
      message: (d: { shape: ShapeId }) =>
        `@enum of ${d.shape} names no value, so generated code has to make names up. Name each.`,
    },
    ModelDeprecation: {
      severity: "warning",
      message: (d: { shape: ShapeId }) => `${d.shape} has @enum, which is deprecated. Make it an enum shape.`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("enum")) {
      const place = { shape: id, trait: "smithy.api#enum" };
      yield event("ModelDeprecation", place, { shape: id });
      const entries = readEntries(value);
      for (const { fault, text } of findFaults(entries)) {
        const below = fault === "recommended" ? text : undefined;
        const severity = fault === "recommended" ? ("warning" as const) : undefined;
        yield event("EnumTrait", { ...place, below, severity }, { shape: id, fault, text });
      }
      if (entries.every(({ name }) => name === undefined))
        yield event("EnumNamesPresent", place, { shape: id });
    }
  },
});

interface Entry {
  readonly value: string;
  readonly name: string | undefined;
}

function readEntries(value: NodeValue): readonly Entry[] {
  return (isNodeArray(value) ? value : []).flatMap((entry) => {
    if (!isNodeObject(entry) || typeof entry.value !== "string") return [];
    return [{ value: entry.value, name: typeof entry.name === "string" ? entry.name : undefined }];
  });
}

function findFaults(entries: readonly Entry[]): readonly { fault: Fault; text: string }[] {
  const found: { fault: Fault; text: string }[] = [];
  const values = new Set<string>();
  const names = new Set<string>();
  for (const { value, name } of entries) {
    if (values.has(value)) found.push({ fault: "value", text: value });
    values.add(value);
    if (name === undefined) continue;
    if (names.has(name)) found.push({ fault: "name", text: name });
    names.add(name);
    if (!isEnumName(name)) found.push({ fault: "recommended", text: name });
  }
  if (names.size === 0) return found;
  for (const { value, name } of entries)
    if (name === undefined) found.push({ fault: "nameless", text: value });
  return found;
}
