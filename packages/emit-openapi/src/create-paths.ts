import { compareCodeUnits } from "@shapelog/model";
import type { BoundOperation, OpenApiObject } from "./openapi-context.js";

interface Named {
  readonly bound: BoundOperation;
  readonly name: string;
}

/** The order of operations within a path, as the specification lists them. */
const METHOD_ORDER = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Creates the `paths` of a document, sorted (OpenAPI Specification 3.1.0, "Paths Object"). Paths that differ only in
 * the names of their labels are one path, with the names that came first; operations that would still meet on one path
 * and method are told apart by their names behind a `#`.
 */
export function createPaths<Operation extends Named>(
  operations: readonly Operation[],
  create: (operation: Operation) => OpenApiObject,
): OpenApiObject {
  const labels = new Map<string, readonly string[]>();
  const paths = new Map<string, Map<string, OpenApiObject>>();
  for (const operation of operations) {
    const bound = shareLabels(operation.bound, labels);
    const key = [bound.path, bound.fragment].filter(Boolean).join("#");
    const free = paths.get(key)?.has(bound.method)
      ? `${key}${bound.fragment ? "&" : "#"}${operation.name}`
      : key;
    const path = paths.get(free) ?? new Map<string, OpenApiObject>();
    paths.set(free, path.set(bound.method, create({ ...operation, bound })));
  }
  const sorted = [...paths].sort(([a], [b]) => compareCodeUnits(a, b));
  const order = (method: string) => METHOD_ORDER.indexOf(method);
  return Object.fromEntries(
    sorted.map(([key, path]) => [key, Object.fromEntries([...path].sort(([a], [b]) => order(a) - order(b)))]),
  );
}

const LABEL = /\{(\w+)\}/g;

function shareLabels(bound: BoundOperation, known: Map<string, readonly string[]>): BoundOperation {
  const own = [...bound.path.matchAll(LABEL)].map(([, label]) => label ?? "");
  const key = `${bound.path.replace(LABEL, "{}")}#${bound.fragment}`;
  const shared = known.get(key) ?? own;
  known.set(key, shared);
  if (shared.every((label, index) => label === own[index])) return bound;
  const rename = new Map(own.map((label, index) => [label, shared[index] ?? label]));
  return {
    ...bound,
    path: bound.path.replace(LABEL, (_, label: string) => `{${rename.get(label) ?? label}}`),
    parameters: bound.parameters.map((parameter) =>
      parameter.in === "path"
        ? { ...parameter, name: rename.get(parameter.name) ?? parameter.name }
        : parameter,
    ),
  };
}
