import type { Severity } from "@shapelog/diagnostics";
import { isNodeArray, isNodeNumber, type NodeNumber, type NodeValue, type ShapeId } from "@shapelog/model";

interface ProblemEntry<Data> {
  readonly severity: Severity;
  message(data: Data): string;
}

interface Limit {
  readonly shape: ShapeId;
  readonly limit: NodeNumber;
  readonly found: NodeNumber | string;
}

/** All that can be wrong with a value that stands for a shape: the catalog. */
export const NODE_PROBLEMS = {
  type: {
    severity: "error",
    message: (d: { shape: ShapeId; kind: string; expected: string; value: NodeValue }) =>
      `expected ${d.expected} for the ${d.kind} ${d.shape}, found ${describeValue(d.value)}`,
  },
  null: {
    severity: "error",
    message: (d: { member: ShapeId }) => `${d.member} cannot be null`,
  },
  "not-an-integer": {
    severity: "error",
    message: (d: { shape: ShapeId; value: NodeNumber }) =>
      `expected a whole number for ${d.shape}, found ${d.value}`,
  },
  "out-of-kind": {
    severity: "error",
    message: (d: { shape: ShapeId; kind: string; value: NodeNumber }) =>
      `${d.value} does not fit in a ${d.kind}`,
  },
  "not-a-number": {
    severity: "error",
    message: (d: { shape: ShapeId; value: string }) =>
      `expected a number, "NaN", "Infinity" or "-Infinity" for ${d.shape}, found "${d.value}"`,
  },
  base64: {
    severity: "error",
    message: (d: { shape: ShapeId }) => `expected base64 for the blob ${d.shape}`,
  },
  timestamp: {
    severity: "error",
    message: (d: { shape: ShapeId; expected: string; value: NodeValue }) =>
      `expected ${d.expected} for ${d.shape}, found ${describeValue(d.value)}`,
  },
  "enum-value": {
    severity: "error",
    message: (d: { shape: ShapeId; values: readonly (string | number)[]; value: string | number }) =>
      `${JSON.stringify(d.value)} is not a value of ${d.shape}, which has ${listValues(d.values)}`,
  },
  "too-short": {
    severity: "error",
    message: (d: Limit) => `${d.shape} needs a length of ${d.limit} or more, found ${d.found}`,
  },
  "too-long": {
    severity: "error",
    message: (d: Limit) => `${d.shape} allows a length of ${d.limit} at most, found ${d.found}`,
  },
  "too-small": {
    severity: "error",
    message: (d: Limit) => `${d.shape} needs ${d.limit} or more, found ${d.found}`,
  },
  "too-large": {
    severity: "error",
    message: (d: Limit) => `${d.shape} allows ${d.limit} at most, found ${d.found}`,
  },
  "no-number-in-range": {
    severity: "error",
    message: (d: { shape: ShapeId }) => `${d.shape} has a range, so NaN cannot stand for it`,
  },
  pattern: {
    severity: "error",
    message: (d: { shape: ShapeId; pattern: string; value: string }) =>
      `"${d.value}" does not match the pattern ${d.pattern} of ${d.shape}`,
  },
  "pattern-not-run": {
    severity: "note",
    message: (d: { shape: ShapeId; pattern: string }) =>
      `the pattern ${d.pattern} of ${d.shape} cannot be run safely here, so the value was not checked against it`,
  },
  condition: {
    severity: "error",
    message: (d: { shape: ShapeId; condition: string; expression: string }) =>
      `the condition ${d.condition} of ${d.shape} is not met: ${d.expression}`,
  },
  "condition-not-run": {
    severity: "note",
    message: (d: { shape: ShapeId; condition: string }) =>
      `the condition ${d.condition} of ${d.shape} would take too long, so the value was not checked against it`,
  },
  "unique-items": {
    severity: "error",
    message: (d: { shape: ShapeId; repeated: readonly string[] }) =>
      `${d.shape} needs unique items; repeated: ${d.repeated.join(", ")}`,
  },
  "id-syntax": {
    severity: "error",
    message: (d: { value: string }) =>
      `expected an absolute shape id such as example#Name, found "${d.value}"`,
  },
  "id-missing": {
    severity: "error",
    message: (d: { id: ShapeId }) => `${d.id} is not in the model`,
  },
  "id-not-selected": {
    severity: "error",
    message: (d: { id: ShapeId; selector: string }) => `${d.id} is not among the shapes of ${d.selector}`,
  },
  "missing-member": {
    severity: "error",
    message: (d: { shape: ShapeId; member: string }) =>
      `the required member ${d.member} of ${d.shape} is missing`,
  },
  "unknown-member": {
    severity: "warning",
    message: (d: { shape: ShapeId; member: string }) => `${d.shape} has no member "${d.member}"`,
  },
  "unknown-variant": {
    severity: "error",
    message: (d: { shape: ShapeId; member: string }) => `${d.shape} has no member "${d.member}"`,
  },
  "one-variant": {
    severity: "error",
    message: (d: { shape: ShapeId; found: number }) =>
      `the union ${d.shape} takes exactly one member, found ${d.found}`,
  },
  "not-data": {
    severity: "error",
    message: (d: { shape: ShapeId; kind: string }) =>
      `${d.shape} is a ${d.kind}, which no value can stand for`,
  },
  "too-deep": {
    severity: "error",
    message: (d: { limit: number }) => `the value is nested more than ${d.limit} levels deep`,
  },
} as const satisfies Readonly<Record<string, ProblemEntry<never>>>;

export type NodeProblemKind = keyof typeof NODE_PROBLEMS;

/** The data of one kind of problem. */
export type NodeProblemData<Kind extends NodeProblemKind> = Parameters<
  (typeof NODE_PROBLEMS)[Kind]["message"]
>[0];

/** Something wrong with a value. */
export interface NodeProblem {
  readonly kind: NodeProblemKind;
  readonly severity: Severity;
  /** The keys and indexes that lead to the place in the value. */
  readonly path: readonly string[];
  /** What Smithy puts after the event id, if anything. */
  readonly below?: string | undefined;
  /** Half a sentence, without a full stop. */
  readonly text: string;
  readonly data: unknown;
}

const SHOWN = 60;

/** Returns a value as a message shows it: its type, and what it is where that is short. */
export function describeValue(value: NodeValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return `the string ${JSON.stringify(shorten(value))}`;
  if (isNodeNumber(value)) return `the number ${shorten(String(value))}`;
  if (typeof value === "object") return isNodeArray(value) ? "a list" : "an object";
  return `the ${typeof value} ${value}`;
}

function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function listValues(values: readonly (string | number)[]): string {
  const shown = values.slice(0, 12).map((value) => JSON.stringify(value));
  return values.length > shown.length
    ? `${shown.join(", ")} and ${values.length - 12} more`
    : shown.join(", ");
}

const SHOWN_PATH = 12;

/** Returns a problem as a sentence, with the place in the value in front. */
export function describeProblem({ path, text }: NodeProblem): string {
  if (path.length === 0) return `${text}.`;
  const place = path.slice(0, SHOWN_PATH).join(".");
  return `${place}${path.length > SHOWN_PATH ? "…" : ""}: ${text}.`;
}
