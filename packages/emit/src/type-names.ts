import { findShape, type Model, type ShapeId } from "@shapelog/model";
import { isDataShape } from "./choose-shapes.js";
import { type CreateNamesOptions, cleanName, combineNames, type Names, settleNames } from "./names.js";
import { isReservedName } from "./reserved-names.js";

/** The kinds of shapes that the AWS SDK for JavaScript exports a type of. */
const EXPORTED_BY_SDK: ReadonlySet<string | undefined> = new Set(["structure", "union", "enum", "intEnum"]);

/**
 * Settles the TypeScript name of every shape of a model, as the AWS SDK for JavaScript has it: a shape's name, or the one
 * the service's `rename` gives it, with its first letter in upper case; names that TypeScript cannot declare, and
 * those of the globals that the SDK changes, get a leading underscore (`_Error`). Of shapes that come to the same name
 * structures, unions and enums come first, which the SDK has types of, then those of that very name; others keep their
 * own spelling, or get their namespace's last part behind an underscore, then a number. Services, resources and
 * operations declare nothing under their names, so theirs are never changed for what a type is called.
 */
export function createTypeNames(model: Model, options: CreateNamesOptions = {}): Names {
  const isData = (id: ShapeId) => {
    const shape = findShape(model, id);
    return shape !== undefined && isDataShape(shape);
  };
  const types = settleNames(model, {
    ...options,
    includes: isData,
    spell: (name) => [createIdentifier(capitalize(name)), createIdentifier(name)],
    rank: (id, name) =>
      (EXPORTED_BY_SDK.has(findShape(model, id)?.kind) ? 0 : 2) +
      (createIdentifier(capitalize(name)) === name ? 0 : 1),
  });
  const others = settleNames(model, {
    ...options,
    includes: (id) => !isData(id),
    spell: (name) => [capitalize(cleanName(name))],
  });
  return combineNames(new Map([...types, ...others]));
}

/**
 * Returns an ECMAScript identifier made of a name: characters other than ASCII letters, digits and `_` become `_`,
 * names that are reserved, or that start with a digit, get a leading `_`.
 */
export function createIdentifier(name: string): string {
  let identifier = cleanName(name);
  if (/^[0-9]/.test(identifier)) identifier = `_${identifier}`;
  while (isReservedName(identifier)) identifier = `_${identifier}`;
  return identifier;
}

function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
