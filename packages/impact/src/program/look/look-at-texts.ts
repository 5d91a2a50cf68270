import type ts from "typescript";
import type { EnumName } from "../context.js";
import { enumsOfMember, enumsOfType, isClosed, memberOf } from "../declared.js";
import { propertyWritten } from "../given.js";
import { addValue } from "./add-value.js";
import { valueOfLiteral } from "./constants.js";
import type { Look } from "./look.js";
import { formOf } from "./look-at-constants.js";

/** Finds texts and numbers that stand where a type wants a value of an enum: data, arguments, entries of lists. */
export function lookAtTexts(look: Look, node: ts.Node): void {
  const { context, values } = look;
  const value = valueOfLiteral(context, node);
  if (value === undefined || !values.has(value)) return;
  const form = formOf(context.ts, node);
  if (form === "case" || form === "comparison" || form === "key") return;
  const wanted = wantedAt(look, node as ts.Expression); // literals are expressions, or stand where none is wanted
  if (wanted) addValue(look, node, { ...wanted, value, form });
}

interface Wanted {
  readonly enums: readonly EnumName[];
  readonly checked: boolean;
}

function wantedAt({ context }: Look, node: ts.Expression): Wanted | undefined {
  const { ts, checker } = context;
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent))
    return undefined;
  const type = checker.getContextualType(node);
  const enums = type ? enumsOfType(context, type) : [];
  if (type && enums.length > 0) return { enums, checked: isClosed(context, type) };
  // The type of a member can be any text besides; its declaration still names the enum.
  const written = memberOf(context, propertyWritten(context, parent));
  const named = written ? enumsOfMember(written) : [];
  return named.length > 0 ? { enums: named, checked: false } : undefined;
}
