import type ts from "typescript";
import type { EnumName, ProgramContext } from "../context.js";
import { enumsOfType } from "../declared.js";
import { addValue } from "./add-value.js";
import { constantOf, literalValue } from "./constants.js";
import { addUse, type Look } from "./look.js";

/** Finds tables whose type has an enum's values as its keys: `Record<EventResponseType, …>`. */
export function lookAtTables(look: Look, node: ts.Node): void {
  const { context } = look;
  const { ts, checker } = context;
  if (!ts.isObjectLiteralExpression(node)) return;
  const type = checker.getContextualType(node);
  const table = type && tableOf(context, type);
  if (table) addTable(look, node, { ...table, checked: true });
}

interface Table {
  readonly enums: readonly EnumName[];
  /** Whether the type wants an entry for each value. */
  readonly isTotal: boolean;
}

/** Returns the enums whose values are a type's keys. */
export function tableOf(context: ProgramContext, type: ts.Type): Table | undefined {
  const { ts, checker } = context;
  const bare = checker.getNonNullableType(type);
  const [first] = bare.aliasTypeArguments ?? [];
  const name = bare.aliasSymbol?.name;
  if (first && name === "Record") return toTable(enumsOfType(context, first), true);
  if (first && (name === "Partial" || name === "Readonly" || name === "Required")) {
    const inner = tableOf(context, first);
    return inner && { ...inner, isTotal: name === "Partial" ? false : name === "Required" || inner.isTotal };
  }
  const declaration = bare.getSymbol()?.declarations?.find(ts.isMappedTypeNode);
  const constraint = declaration?.typeParameter.constraint;
  if (!declaration || !constraint || bare.aliasTypeArguments) return undefined;
  return toTable(enumsOfType(context, checker.getTypeFromTypeNode(constraint)), !declaration.questionToken);
}

function toTable(enums: readonly EnumName[], isTotal: boolean): Table | undefined {
  return enums.length > 0 ? { enums, isTotal } : undefined;
}

/** Adds the keys of a table, and the table as a whole. */
export function addTable(
  look: Look,
  node: ts.ObjectLiteralExpression,
  { enums, isTotal, checked }: Table & { readonly checked: boolean },
): void {
  const { context } = look;
  const values: (string | number)[] = [];
  let hasRest = false;
  for (const property of node.properties) {
    const value = property.name ? keyValue(context, property.name) : undefined;
    if (value === undefined || !property.name) {
      hasRest = true;
      continue;
    }
    values.push(value);
    const isConstant =
      context.ts.isComputedPropertyName(property.name) && constantOf(context, property.name.expression);
    if (!isConstant) addValue(look, property.name, { enums, value, form: "key", checked });
  }
  if (hasRest) return;
  for (const { vocabulary, name: shape } of enums)
    addUse(look, node, "cover", {
      vocabulary,
      shape,
      form: "table",
      values,
      rest: isTotal && checked ? "never" : "nothing",
      checked,
    });
}

function keyValue(context: ProgramContext, name: ts.PropertyName): string | number | undefined {
  const { ts, checker } = context;
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  if (ts.isNumericLiteral(name)) return Number(name.text);
  return ts.isComputedPropertyName(name)
    ? literalValue(context, checker.getTypeAtLocation(name.expression))
    : undefined;
}
