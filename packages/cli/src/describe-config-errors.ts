import { findSimilar } from "@shapelog/diagnostics";
import type { ErrorObject } from "ajv";

/** What is wrong at a place of the configuration. */
export interface ConfigProblem {
  /** The place, as a JSON Pointer. */
  readonly pointer: string;
  /** What is wrong there, as the end of a sentence. */
  readonly reason: string;
}

/** Returns what ajv, run with `verbose`, found in a configuration, in words and once each, in its order. */
export function describeConfigErrors(errors: readonly ErrorObject[]): readonly ConfigProblem[] {
  const problems = new Map<string, ConfigProblem>();
  // Of alternatives the last error is that none fits; before it stand those of each of them.
  const tried = errors.filter(({ keyword }) => keyword === "anyOf").map(({ schemaPath }) => schemaPath);
  for (const error of errors) {
    if (error.keyword === "propertyNames" || tried.some((path) => error.schemaPath.startsWith(`${path}/`)))
      continue;
    const problem = describe(error);
    problems.set(`${problem.pointer} ${problem.reason}`, problem);
  }
  return [...problems.values()];
}

function describe(error: ErrorObject): ConfigProblem {
  const { keyword, instancePath: pointer, params, propertyName } = error;
  const place = pointer === "" ? "the file" : pointer;
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(error, String(params.additionalProperty));
    case "required":
      return { pointer, reason: `${place} has no ${JSON.stringify(params.missingProperty)}` };
    case "type":
      return { pointer, reason: `${place} has to be ${withArticle(String(params.type))}` };
    case "enum":
      return { pointer, reason: `${place} is ${show(error.data)}${expected(error)}` };
    case "minimum":
    case "maximum":
      return {
        pointer,
        reason: `${place} is ${show(error.data)}; expected ${params.comparison} ${params.limit}`,
      };
    case "minLength":
      return { pointer, reason: `${place} is empty` };
    case "pattern":
      return propertyName === undefined
        ? { pointer, reason: `${place} is ${show(error.data)}${expectedForm(error)}` }
        : wrongName(pointer, propertyName);
    case "anyOf":
      return { pointer, reason: `${place} has to be ${listTypes(error)}` };
    default:
      return { pointer, reason: `${place} ${error.message ?? "is malformed"}` };
  }
}

function unknownKey({ instancePath, parentSchema }: ErrorObject, key: string): ConfigProblem {
  const known = Object.keys(parentSchema?.properties ?? {});
  const similar = findSimilar(key, known);
  const place = instancePath === "" ? "" : ` of ${instancePath}`;
  const help =
    similar.length > 0
      ? `did you mean ${similar.map(quote).join(" or ")}?`
      : `it can have ${known.join(", ")}`;
  const pointer = `${instancePath}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { pointer, reason: `the key ${quote(key)}${place} is not known; ${help}` };
}

function wrongName(pointer: string, name: string): ConfigProblem {
  const better = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const help = better === "" ? "" : `; such as ${quote(better)}`;
  return {
    pointer: `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    reason: `the name ${quote(name)} of a service has other characters than small letters, digits and "-", or starts with "-"${help}`,
  };
}

function expected({ params, data }: ErrorObject): string {
  const known: readonly string[] = params.allowedValues;
  const [similar] = typeof data === "string" ? findSimilar(data, known) : [];
  return similar === undefined
    ? `; expected ${known.map(quote).join(" or ")}`
    : `; did you mean ${quote(similar)}?`;
}

function expectedForm({ parentSchema }: ErrorObject): string {
  const examples: readonly string[] = parentSchema?.examples ?? [];
  return examples.length === 0 ? "" : `; expected one such as ${examples.map(quote).join(" or ")}`;
}

function listTypes({ schema }: ErrorObject): string {
  const alternatives: readonly { readonly type?: string }[] = Array.isArray(schema) ? schema : [];
  return [...new Set(alternatives.map(({ type = "object" }) => withArticle(type)))].join(" or ");
}

function withArticle(type: string): string {
  const words: Readonly<Record<string, string>> = {
    string: "a text",
    object: "an object",
    integer: "a whole number",
  };
  return words[type] ?? `a ${type}`;
}

function show(value: unknown): string {
  return typeof value === "string" ? quote(value) : typeof value === "object" ? "no text" : String(value);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
