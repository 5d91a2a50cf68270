import { compareCodeUnits, type Model, type ShapeId, shapeName } from "@shapelog/model";
import type { ServiceRecord, ShapeRecord } from "./service-record.js";

/** Operations about one thing. */
export interface OperationGroup {
  readonly name: string;
  readonly operations: readonly ShapeRecord[];
}

/** Services of fewer operations are one list. */
const FEW = 13;
/** Groups of more are divided by the next word of what they are about. */
const MOST = 24;
/** Groups of fewer stand with the others. */
const LEAST = 2;

const KNOWN = new WeakMap<ServiceRecord, readonly OperationGroup[]>();

/** Returns a service's operations by what they are about: by their resources, else by the words after their verbs. */
export function groupOperations(record: ServiceRecord): readonly OperationGroup[] {
  const known = KNOWN.get(record) ?? createGroups(record);
  KNOWN.set(record, known);
  return known;
}

/** Returns the group that an operation is in. */
export function findGroup(record: ServiceRecord, id: ShapeId): OperationGroup | undefined {
  return groupOperations(record).find(({ operations }) =>
    operations.some((operation) => operation.id === id),
  );
}

function createGroups({ operations, model }: ServiceRecord): OperationGroup[] {
  if (operations.length < FEW) return [{ name: "", operations }];
  const resources = findResources(model);
  const byName = new Map<string, ShapeRecord[]>();
  const plain: Named[] = [];
  for (const operation of operations) {
    const resource = resources.get(operation.id);
    if (resource === undefined) plain.push({ operation, words: nounOf(operation.name) });
    else byName.set(resource, [...(byName.get(resource) ?? []), operation]);
  }
  const groups = [...byName].map(([name, own]): OperationGroup => ({ name, operations: own }));
  const divided = divide(plain, 0).concat(groups);
  const large = divided.filter((group) => group.operations.length >= LEAST && group.name !== "");
  const rest = divided.filter((group) => !large.includes(group)).flatMap((group) => group.operations);
  large.sort((a, b) => compareCodeUnits(a.name, b.name));
  if (rest.length === 0) return large;
  rest.sort((a, b) => compareCodeUnits(a.name, b.name));
  return [...large, { name: large.length === 0 ? "" : "Others", operations: rest }];
}

/** An operation, and the words of what it is about. */
interface Named {
  readonly operation: ShapeRecord;
  readonly words: readonly string[];
}

function divide(named: readonly Named[], depth: number): OperationGroup[] {
  const groups = new Map<string, Named[]>();
  for (const each of named) {
    const name = each.words.slice(0, depth + 1).join(" ");
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].flatMap(([name, own]): OperationGroup[] => {
    const group = (all: readonly Named[]) => ({ name, operations: all.map(({ operation }) => operation) });
    const longer = own.filter(({ words }) => words.length > depth + 1);
    if (own.length <= MOST || depth >= 3 || longer.length === 0) return [group(own)];
    const parts = divide(longer, depth + 1);
    const apart = parts.filter(({ operations }) => operations.length > 3);
    const away = new Set(apart.flatMap(({ operations }) => operations));
    const left = own.filter(({ operation }) => !away.has(operation));
    return left.length === 0 ? apart : [group(left), ...apart];
  });
}

/** Returns the words of a name after the first, in the singular: `DescribeVpcEndpoints` is about a `Vpc Endpoint`. */
function nounOf(name: string): string[] {
  const [, ...words] = name.match(/[A-Z]+(?![a-z])\d*|[A-Z][a-z\d]*|[a-z\d]+/g) ?? [];
  return words.map(singular);
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

function findResources(model: Model): Map<ShapeId, string> {
  const found = new Map<ShapeId, string>();
  for (const shape of model.shapes.values()) {
    if (shape.kind !== "resource") continue;
    const name = shapeName(shape.id);
    const bound = shape.lifecycle.map(({ target }) => target);
    for (const id of [...bound, ...shape.operations, ...shape.collectionOperations]) found.set(id, name);
  }
  return found;
}
