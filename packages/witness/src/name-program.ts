import type { Change } from "@shapelog/changes";
import type { Finding } from "@shapelog/diff";
import { chooseShapes, isIdentifierName, stringLiteral } from "@shapelog/emit";
import { type ShapeId, shapeName } from "@shapelog/model";
import type { CompilerError } from "./compile.js";
import type { EmittedSide } from "./emit-side.js";
import type { Program } from "./program.js";
import { findById, findOperation, type Side, type Sides } from "./side.js";

interface NameContext {
  readonly sides: Sides;
  readonly before: EmittedSide;
}

/** Returns programs that use a name which is gone, or meet an error. */
export function writeNamePrograms(finding: Finding, context: NameContext): Program[] {
  return finding.changes.flatMap((change) => writeNames(change, finding, context)).slice(0, MOST);
}

const MOST = 8;
const NO_EXPORT = [2305, 2724];
const NO_PROPERTY = [2339, 2551, 7053];

function writeNames(change: Change, finding: Finding, context: NameContext): Program[] {
  switch (change.kind) {
    case "enum.value.renamed":
      return useConstant(change.shape, change.before, context);
    case "operation.error.added":
    case "service.error.added":
      return switchErrors(change.target, finding, context);
    case "operation.error.removed":
    case "service.error.removed":
      return matchError(change.target, finding, context);
    case "service.operation.removed":
    case "resource.operation.removed":
    case "resource.collectionOperation.removed":
      return importShape(change.target, context);
    case "resource.lifecycle.removed":
    case "resource.lifecycle.changed":
      return importShape("before" in change ? change.before : change.target, context);
    case "service.rename.removed":
    case "service.rename.added":
    case "service.rename.changed":
      return importShape(change.name, context);
    case "shape.removed":
      return importShape(change.shape, context);
    default:
      return [];
  }
}

/** An import of a shape or of an operation's types, whose name the new package does not have. */
function importShape(id: ShapeId, { sides, before }: NameContext): Program[] {
  const shape = findById(sides.before.model, id);
  if (!shape) return [];
  const name = shape.kind === "operation" ? before.typesOf(shape.id)?.input : nameIn(sides.before, shape.id);
  if (name === undefined || exportedNames(sides.after).has(name)) return [];
  const isMeant = ({ code, message }: CompilerError) =>
    NO_EXPORT.includes(code) && message.includes(`'${name}'`);
  const text = `import type { ${name} } from ${stringLiteral(before.packageName)};\n\nexport type Kept = ${name};\n`;
  return [{ form: "sdk", text, isMeant }];
}

function nameIn(side: Side, id: ShapeId): string | undefined {
  return chooseShapes(side.model, side.service).shapes.some((shape) => shape.id === id)
    ? side.names.of(id)
    : undefined;
}

const EXPORTED = new WeakMap<Side, ReadonlySet<string>>();

/** The names of all that a whole package exports: what is compiled here is but a part of it. */
function exportedNames(side: Side): ReadonlySet<string> {
  const known = EXPORTED.get(side);
  if (known) return known;
  const { shapes, operations } = chooseShapes(side.model, side.service);
  const names = new Set([
    ...shapes.map(({ id }) => side.names.of(id)),
    ...operations.flatMap(({ id }) => [
      `${side.names.of(id)}CommandInput`,
      `${side.names.of(id)}CommandInput_`,
    ]),
  ]);
  EXPORTED.set(side, names);
  return names;
}

function useConstant(id: ShapeId, member: string, { sides, before }: NameContext): Program[] {
  const shape = findById(sides.before.model, id);
  const name = shape && nameIn(sides.before, shape.id);
  if (name === undefined) return [];
  const constant = isIdentifierName(member) ? `.${member}` : `[${stringLiteral(member)}]`;
  const text = `import { ${name} } from ${stringLiteral(before.packageName)};\n\nexport const value = ${name}${constant};\n`;
  return [{ form: "sdk", text, isMeant: ({ code }) => NO_PROPERTY.includes(code) }];
}

/** Returns the type of what an operation fails with, and the names that it had and has. */
function errorsOf(finding: Finding, { sides, before }: NameContext) {
  for (const id of finding.operations) {
    const operation = findOperation(sides.before, id);
    const types = operation && before.typesOf(operation.id);
    if (!types || !findOperation(sides.after, id)) continue;
    return { type: types.errors, names: errorNames(sides.before, id), now: errorNames(sides.after, id) };
  }
  return undefined;
}

function errorNames(side: Side, operation: ShapeId): string[] {
  const own = findOperation(side, operation)?.errors ?? [];
  return [...new Set([...own, ...side.service.errors])].map(shapeName);
}

function importErrors(type: string, { before }: NameContext): string {
  return `import type { ${type} } from ${stringLiteral(before.packageName)};\n\n`;
}

/** A switch over all errors there were. */
function switchErrors(id: ShapeId, finding: Finding, context: NameContext): Program[] {
  const found = errorsOf(finding, context);
  if (!found) return [];
  const { type, names, now } = found;
  const added = shapeName(id);
  const typeName = context.sides.after.names.all.get(id) ?? added;
  // The compiler tells of a whole union by the union's own name.
  const isTold = (message: string) =>
    message.split(/[^\w$]+/).includes(typeName) || (names.length === 0 && now.includes(added));
  const isMeant = ({ code, message }: CompilerError) => code === 1360 && isTold(message);
  const text = `${importErrors(type, context)}export function explain(error: ${type}) {\n${switchNames(names)}}\n`;
  return [{ form: "sdk", text, isMeant }];
}

function switchNames(names: readonly string[]): string {
  if (names.length === 0) return "  return error satisfies never;\n";
  const cases = names.map((name) => `    case ${stringLiteral(name)}:\n`).join("");
  // What is no union is not narrowed itself.
  const rest = names.length === 1 ? "error.name" : "error";
  return `  switch (error.name) {\n${cases}      return error.message;\n    default:\n      return ${rest} satisfies never;\n  }\n`;
}

/** A branch for an error that is not listed any more. */
function matchError(id: ShapeId, finding: Finding, context: NameContext): Program[] {
  const found = errorsOf(finding, context);
  const name = stringLiteral(shapeName(id));
  if (!found) return [];
  const text = `${importErrors(found.type, context)}export const isMeant = (error: ${found.type}) => error.name === ${name};\n`;
  return [{ form: "sdk", text, isMeant: ({ code }) => code === 2367 || NO_PROPERTY.includes(code) }];
}
