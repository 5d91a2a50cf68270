import type ts from "typescript";
import type { EnumName } from "../context.js";
import { memberOf } from "../declared.js";
import { propertyWritten } from "../given.js";
import type { Vocabulary } from "../vocabulary.js";
import { addValue } from "./add-value.js";
import { valueOfLiteral } from "./constants.js";
import { addUse, type Look } from "./look.js";

/** Finds data in the form of a structure that no type says is one: fixtures of tests, and JSON in files and texts. */
export function lookAtFixtures(look: Look, node: ts.Node): void {
  const { ts } = look.context;
  if (ts.isPropertyAssignment(node)) lookAtProperty(look, node);
  else if (ts.isStringLiteralLike(node) && isJson(node.text)) lookAtJson(look, node);
}

function lookAtProperty(look: Look, node: ts.PropertyAssignment): void {
  const { context } = look;
  const { ts } = context;
  const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : undefined;
  const value = valueOfLiteral(context, node.initializer);
  if (name === undefined || value === undefined || !look.values.has(value)) return;
  if (memberOf(context, propertyWritten(context, node))) return; // its type says what it is
  const keys = node.parent.properties.flatMap((each) => {
    const key = each.name;
    return key && (ts.isIdentifier(key) || ts.isStringLiteral(key)) ? [key.text] : [];
  });
  for (const enums of meantBy(look, name, keys, value))
    addValue(look, node.initializer, { enums, value, form: "data", checked: false });
}

/** Returns, by package, the enums that a member of this name has in structures which have all these members. */
function meantBy(look: Look, name: string, keys: readonly string[], value: string | number): EnumName[][] {
  return [...look.context.vocabularies.values()].flatMap((vocabulary) => {
    const found = enumsNamed(vocabulary, name, keys).filter((each) => vocabulary.enums.get(each)?.has(value));
    return found.length > 0 ? [found.map((each) => ({ vocabulary, name: each }))] : [];
  });
}

function enumsNamed({ structures, enums }: Vocabulary, name: string, keys: readonly string[]): string[] {
  const found = new Set<string>();
  for (const members of structures.values()) {
    const named = members.get(name)?.filter((each) => enums.has(each)) ?? [];
    if (named.length > 0 && keys.every((key) => members.has(key))) for (const each of named) found.add(each);
  }
  return [...found];
}

const PAIR = /\\*"([A-Za-z]\w*)\\*"\s*:\s*\\*"([^"\\]+)\\*"/g;

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && text.includes('":');
}

/** Of JSON in a text one pair at a time is looked at, so what the text is cut into does not matter. */
function lookAtJson(look: Look, node: ts.StringLiteralLike): void {
  for (const [, name = "", value = ""] of node.text.matchAll(PAIR)) {
    if (!look.values.has(value)) continue;
    for (const enums of meantBy(look, name, [name], value))
      addValue(look, node, { enums, value, form: "data", checked: false });
  }
}

/** Finds what leads out of types: members read off `any` by their names, names that are worked out, and casts to `any`. */
export function lookAtUnfollowed(look: Look, node: ts.Node): void {
  const { ts, checker } = look.context;
  if (!ts.isPropertyAccessExpression(node)) return;
  const { name, expression } = node;
  if (!(checker.getTypeAtLocation(expression).flags & ts.TypeFlags.Any)) return;
  for (const vocabulary of look.context.vocabularies.values()) {
    const shapes = [...vocabulary.structures].filter(([, members]) => members.has(name.text));
    const [first] = shapes;
    if (!first || !/^[A-Z]/.test(name.text)) continue;
    const facts = { vocabulary, reason: "any" as const, checked: false };
    addUse(look, name, "unfollowed", shapes.length === 1 ? { ...facts, shape: first[0] } : facts);
    return;
  }
}
