import { type DataShape, documentationText } from "@shapelog/emit";
import { deprecated, documentation, type EnumShape, enumValue, type IntEnumShape } from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";
import type { SchemaContext } from "./schema-context.js";

/** A value of an enum and what the model says of it. */
interface NotedValue {
  readonly value: string | number;
  readonly name: string;
  /** Its documentation; "" where it has none. */
  readonly text: string;
  /** Why it is deprecated, "" where that is not said; `undefined` where it is not. */
  readonly deprecation: string | undefined;
}

/** Returns a list of an enum's values that have something said of them, for a description; "" where none has. */
export function describeValues(shape: DataShape): string {
  if (shape.kind !== "enum" && shape.kind !== "intEnum") return "";
  return noteValues(shape)
    .flatMap(({ value, text, deprecation }) => {
      if (text === "" && deprecation === undefined) return [];
      const said = [
        text,
        deprecation === undefined ? "" : `Deprecated${deprecation === "" ? "." : `: ${deprecation}`}`,
      ];
      return `- \`${value}\`: ${said.filter(Boolean).join(" ").replaceAll("\n", "\n  ")}`;
    })
    .join("\n");
}

/**
 * Returns what OpenAPI documents have for the names, texts and deprecation of an enum's values: `x-enum-varnames` and
 * `x-enum-descriptions`, in the order of the values, as several code generators read them.
 */
export function valueKeywords({ refPrefix }: Pick<SchemaContext, "refPrefix">, shape: DataShape): JsonSchema {
  if (shape.kind !== "enum" && shape.kind !== "intEnum") return {};
  if (!refPrefix.startsWith("#/components/")) return {};
  const values = noteValues(shape);
  const old = values.flatMap(({ value, deprecation }) =>
    deprecation === undefined ? [] : [[value, deprecation]],
  );
  return {
    ...(values.some(({ name, value }) => name !== String(value))
      ? { "x-enum-varnames": values.map(({ name }) => name) }
      : {}),
    ...(values.some(({ text }) => text !== "")
      ? { "x-enum-descriptions": values.map(({ text }) => text) }
      : {}),
    ...(old.length === 0 ? {} : { "x-shapelog-deprecated-values": Object.fromEntries(old) }),
  };
}

/** The values that the schema lists: each once, of the enum's type. */
function noteValues(shape: EnumShape | IntEnumShape): readonly NotedValue[] {
  const type = shape.kind === "enum" ? "string" : "number";
  const noted = new Map<string | number, NotedValue>();
  for (const member of shape.members) {
    const value = enumValue(member);
    if (typeof value !== type || noted.has(value)) continue;
    const deprecation = deprecated(member);
    noted.set(value, {
      value,
      name: member.name,
      text: documentationText(documentation(member) ?? ""),
      deprecation: deprecation && documentationText(deprecation.message ?? ""),
    });
  }
  return [...noted.values()];
}
