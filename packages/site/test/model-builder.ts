import { appendRevision, type Ledger } from "@shapelog/ledger";
import {
  createModel,
  type Member,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
  type Traits,
  UNIT,
} from "@shapelog/model";

/** Returns traits by their short names. */
export function traits(given: Readonly<Record<string, NodeValue>>): Traits {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.includes("#") ? name : `smithy.api#${name}`, value]),
  );
}

/** Returns an absolute id in the test's namespace. */
export function idOf(name: string): ShapeId {
  return name.includes("#") ? name : `example.auth#${name}`;
}

export function member(
  name: string,
  target: string,
  given: Readonly<Record<string, NodeValue>> = {},
): Member {
  return { name, target: idOf(target), traits: traits(given) };
}

export function enumShape(name: string, values: readonly string[], doc?: string): Shape {
  return {
    kind: "enum",
    id: idOf(name),
    traits: traits(doc === undefined ? {} : { documentation: doc }),
    members: values.map((value) => ({ name: value, target: UNIT, traits: traits({ enumValue: value }) })),
  };
}

export function structure(
  name: string,
  members: readonly Member[],
  given: Readonly<Record<string, NodeValue>> = {},
): Shape {
  return { kind: "structure", id: idOf(name), traits: traits(given), members };
}

export function list(name: string, target: string): Shape {
  return { kind: "list", id: idOf(name), traits: {}, members: [member("member", target)] };
}

export function simple(
  kind: "string" | "integer" | "timestamp" | "boolean",
  name: string,
  given: Readonly<Record<string, NodeValue>> = {},
): Shape {
  return { kind, id: idOf(name), traits: traits(given) };
}

export function operation(
  name: string,
  errors: readonly string[],
  given: Readonly<Record<string, NodeValue>> = {},
): Shape {
  return {
    kind: "operation",
    id: idOf(name),
    traits: traits(given),
    input: idOf(`${name}Request`),
    output: idOf(`${name}Response`),
    errors: errors.map(idOf),
  };
}

export function service(
  name: string,
  operations: readonly string[],
  given: Readonly<Record<string, NodeValue>> = {},
): Shape {
  return {
    kind: "service",
    id: idOf(name),
    traits: traits(given),
    version: "2016-04-18",
    operations: operations.map(idOf),
    resources: [],
    errors: [],
    rename: [],
  };
}

export interface Edition {
  readonly date: string;
  readonly version?: string;
  readonly note?: string;
  readonly shapes: readonly Shape[];
}

/** Returns the ledger of models that followed one another, and the last of them. */
export function recordEditions(name: string, editions: readonly Edition[]): { ledger: Ledger; model: Model } {
  let ledger: Ledger = { service: name, revisions: [] };
  let model = createModel([]);
  for (const { date, version, note, shapes } of editions) {
    model = createModel(shapes);
    const { revision, diagnostics } = appendRevision(ledger, model, {
      date,
      ...(version === undefined ? {} : { source: { name: "botocore", version, commit: "5694764e6cf5" } }),
      ...(note === undefined ? {} : { note }),
    });
    if (!revision) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    ledger = { ...ledger, revisions: [...ledger.revisions, revision] };
  }
  return { ledger, model };
}
