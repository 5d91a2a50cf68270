import type { WithDiagnostics } from "@shapelog/diagnostics";
import { printJson } from "../print-json.js";
import type { Model } from "../shape.js";
import { compareCodeUnits } from "../shape-id.js";
import {
  type AttributeValue,
  findPath,
  flatten,
  type Reader,
  textOf,
  type Variables,
} from "./attribute-value.js";
import { defaultSteps, type SelectBudget, spend } from "./budget.js";
import { parseContextPath } from "./parse-attribute.js";
import type { ParseSelectorOptions } from "./parse-selector.js";
import { Scanner } from "./scanner.js";
import { type SelectorMatch, toSelection } from "./select-shapes.js";
import type { SelectableShape, Selection } from "./selection.js";
import type { AttributePath } from "./selector.js";

/** A message with holes for attributes of a match. */
export interface MessageTemplate {
  readonly parts: readonly (string | AttributePath)[];
}

/** A template, `undefined` where its text has errors, and all that was found in the text. */
export interface ParsedMessageTemplate extends WithDiagnostics {
  readonly template: MessageTemplate | undefined;
}

/**
 * Reads a message template: text with `@{path}` in it, where `@@` stands for one `@` (Smithy 2.0, "EmitEachSelector",
 * Message templates).
 */
export function parseMessageTemplate(
  text: string,
  options: ParseSelectorOptions = {},
): ParsedMessageTemplate {
  const scanner = new Scanner(text, options.file ?? "template");
  const parts: (string | AttributePath)[] = [];
  while (scanner.position < text.length) {
    const at = text.indexOf("@", scanner.position);
    parts.push(text.slice(scanner.position, at === -1 ? undefined : at));
    scanner.position = at === -1 ? text.length : at;
    if (scanner.takeNext("@@")) parts.push("@");
    else if (at !== -1) parts.push(parseHole(scanner));
  }
  return { template: scanner.hasErrors ? undefined : { parts }, diagnostics: scanner.diagnostics };
}

/** Options of {@link printMessage}. */
export interface PrintMessageOptions {
  readonly template: MessageTemplate;
  /** What may be taken; goes down. Default: enough for any real message. */
  readonly budget?: SelectBudget;
}

/**
 * Returns the message of a match (Smithy 2.0, "EmitEachSelector", Variable message formatting).
 *
 * @throws {SelectorTooCostly} where the budget does not suffice.
 */
export function printMessage(
  of: Selection | Model,
  match: SelectorMatch,
  { template, budget: given }: PrintMessageOptions,
): string {
  const selection = toSelection(of);
  const shape = selection.find(match.shape);
  const value: AttributeValue = shape ? { kind: "shape", shape } : { kind: "empty" };
  const budget = given ?? { left: defaultSteps(selection.shapes.length) };
  const reader: Reader = { variables: findVariables(selection, match, { template, budget }), budget };
  const parts = template.parts.map((part) => {
    const text = typeof part === "string" ? part : printValue(findPath(value, part, reader));
    spend(budget, 1 + Math.floor(text.length / CHARACTERS));
    return text;
  });
  return parts.join("");
}

/** So many characters are written in a step. */
const CHARACTERS = 16;

function parseHole(scanner: Scanner): AttributePath {
  const path = parseContextPath(scanner);
  if (path) return path;
  scanner.position++;
  return [];
}

function printValue(value: AttributeValue): string {
  if (value.kind === "node") return printJson(value.node);
  if (value.kind !== "projection") return textOf(value);
  return `[${flatten(value).map(printValue).sort(compareCodeUnits).join(", ")}]`;
}

function findVariables(
  selection: Selection,
  match: SelectorMatch,
  { template: { parts }, budget }: Required<PrintMessageOptions>,
): Variables {
  const names = new Set(
    parts.flatMap((part) => (typeof part === "string" ? [] : part.map(({ name }) => name))),
  );
  const variables = new Map<string, ReadonlySet<SelectableShape>>();
  for (const [name, ids] of match.variables) {
    if (!names.has(name)) continue;
    spend(budget, ids.length);
    variables.set(name, new Set(ids.flatMap((id) => selection.find(id) ?? [])));
  }
  return variables;
}
