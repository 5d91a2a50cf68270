import { readJson } from "@shapelog/json";
import { isNodeObject, type NodeValue, printJson } from "@shapelog/model";

/** Changes a JSON file's object, and returns its text in the indentation that it has; `undefined` where it is none. */
export function editJson(
  text: string,
  edit: (value: Readonly<Record<string, NodeValue>>) => Readonly<Record<string, NodeValue>>,
): string | undefined {
  const { value, diagnostics } = readJson({ file: "", text });
  if (!isNodeObject(value) || diagnostics.length > 0) return undefined;
  const edited = edit(value);
  if (printJson(edited) === printJson(value)) return text;
  const [, indent = "  "] = /^[[{]\r?\n([\t ]+)/.exec(text) ?? [];
  const printed = printJson(edited, 2).replace(/^(?: {2})+/gm, (spaces) => indent.repeat(spaces.length / 2));
  const lines = text.includes("\r\n") ? printed.replaceAll("\n", "\r\n") : printed;
  return text.endsWith("\n") || text === "" ? `${lines}${text.includes("\r\n") ? "\r\n" : "\n"}` : lines;
}

/** Returns an object with entries that it does not have yet; those that it has stay. */
export function addMissing(
  value: NodeValue | undefined,
  entries: Readonly<Record<string, NodeValue>>,
): Readonly<Record<string, NodeValue>> {
  const known = isNodeObject(value) ? value : {};
  const added = Object.entries(entries).filter(([key]) => !Object.hasOwn(known, key));
  return { ...known, ...Object.fromEntries(added) };
}
