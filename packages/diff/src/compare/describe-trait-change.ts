import { canonicalJson, equalNodes, isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import type { Place } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { isAdded, isRemoved } from "../rule/trait-rule.js";
import { code, codeList, joinSome } from "../words.js";
import { textOf } from "./describe.js";
import { describeTrait } from "./describe-trait.js";
import { hasWords, traitWords } from "./trait-words.js";

/** So many paths are spelled out, the rest is counted. */
const LISTED = 12;

/** Values are compared as a whole below so many levels. */
const DEEPEST = 16;

/** Longer values and paths are not shown: a reader would not read them. */
const SHOWN_LENGTH = 80;

/** A value inside a trait's value on both sides; `undefined` on the side where it is not. */
interface Part {
  readonly path: readonly string[];
  readonly before: NodeValue | undefined;
  readonly after: NodeValue | undefined;
}

/**
 * Returns what happened to a trait, with each path in its value that differs and both values, and without a full stop:
 * `` `a` has another `@key`: `fields` `id` → `name` ``. Paths below the first level are JSON Pointers (RFC 6901). Takes
 * time in step with the value's size.
 */
export function describeTraitChange(delta: TraitDelta, place: Place): string {
  const name = place.name(delta.member);
  if (hasWords(delta.change.trait)) return `${name} changed: ${describeTrait(delta)}`;
  const trait = traitWords(delta.change.trait).noun;
  if (isAdded(delta)) return `${name} has ${trait} now${describeWhole(delta.after)}`;
  if (isRemoved(delta)) return `${name} no longer has ${trait}${describeWhole(delta.before)}`;
  const parts: Part[] = [];
  addDifferences({ path: [], before: delta.before, after: delta.after }, parts);
  const told = joinSome(parts.slice(0, LISTED).map(describePart), {
    limit: LISTED,
    total: { count: parts.length, exact: true },
  });
  return `${name} has another ${trait}${told === "" ? "" : `: ${told}`}`;
}

function describeWhole(value: NodeValue | undefined): string {
  const parts: readonly (readonly [name: string, value: NodeValue | undefined])[] = isNodeObject(value)
    ? Object.keys(value)
        .sort()
        .map((key) => [namePath([key]), value[key]])
    : [["", value]];
  const words = parts.slice(0, LISTED).map(([name, part]) => [name, show(part)].filter(Boolean).join(" "));
  const told = joinSome(words, { limit: LISTED, total: { count: parts.length, exact: true } });
  return told === "" ? "" : ` (${told})`;
}

function addDifferences({ path, before, after }: Part, found: Part[]): void {
  if (equalNodes(before, after)) return;
  const add = (name: string, old: NodeValue | undefined, now: NodeValue | undefined) =>
    addDifferences({ path: [...path, name], before: old, after: now }, found);
  if (path.length < DEEPEST && isNodeArray(before) && isNodeArray(after)) {
    const start = countSame(before, after);
    const [old, now] = [before.slice(start), after.slice(start)];
    const end = countSame(old.toReversed(), now.toReversed());
    const length = Math.max(old.length, now.length) - end;
    for (let index = 0; index < length; index++) {
      add(String(start + index), beforeEnd(old, index, end), beforeEnd(now, index, end));
    }
  } else if (path.length < DEEPEST && isNodeObject(before) && isNodeObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const key of [...keys].sort()) add(key, ownValue(before, key), ownValue(after, key));
  } else {
    found.push({ path, before, after });
  }
}

/** Returns how many of the first values are the same in both lists. */
function countSame(before: readonly NodeValue[], after: readonly NodeValue[]): number {
  const length = Math.min(before.length, after.length);
  for (let index = 0; index < length; index++) if (!equalNodes(before[index], after[index])) return index;
  return length;
}

function beforeEnd(values: readonly NodeValue[], index: number, end: number): NodeValue | undefined {
  return index < values.length - end ? values[index] : undefined;
}

function ownValue(value: { readonly [key: string]: NodeValue }, key: string): NodeValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function describePart({ path, before, after }: Part): string {
  const name = namePath(path);
  const [old, now] = before !== undefined && after !== undefined ? showBoth(before, after) : [];
  if (old !== undefined && now !== undefined) return join(path, name, `${old} → ${now}`);
  if (before !== undefined && after !== undefined) return name === "" ? "" : `${name} changed`;
  const [value, word] = before === undefined ? [after, "is new"] : [before, "is gone"];
  const shown = show(value);
  return shown === undefined ? `${name} ${word}` : join(path, name, `${shown} ${word}`);
}

function join(path: readonly string[], name: string, words: string): string {
  if (name === "") return words;
  return isPlain(path) ? `${name} ${words}` : `${name}: ${words}`;
}

/** A name alone says where it is, a pointer needs what sets it off. */
function isPlain([first = "", ...rest]: readonly string[]): boolean {
  return rest.length === 0 && /^[A-Za-z_]\w*$/.test(first);
}

function namePath(path: readonly string[]): string {
  if (path.length === 0) return "";
  const pointer = path.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const name = isPlain(path) ? pointer.slice(1) : pointer;
  return code(name.length > SHOWN_LENGTH ? `${name.slice(0, SHOWN_LENGTH)}…` : name);
}

/** Where a text and a number look the same, the text is in quotes. */
function showBoth(before: NodeValue, after: NodeValue): readonly (string | undefined)[] {
  const shown = [show(before), show(after)];
  return shown[0] === shown[1] && shown[0] !== undefined ? [before, after].map(showJson) : shown;
}

function show(value: NodeValue | undefined): string | undefined {
  if (isNodeArray(value))
    return value.every(isShort) ? codeList(value.map(nameOf), "and", LISTED) : undefined;
  if (isNodeObject(value)) return undefined;
  if (typeof value !== "string" || value.trim() === "") return showJson(value);
  return value.length > SHOWN_LENGTH ? undefined : code(nameOf(value));
}

/** A trait that a value names goes by its name alone. */
function nameOf(value: NodeValue): string {
  return typeof value === "string" && hasWords(value) ? value.slice(value.indexOf("#") + 1) : textOf(value);
}

function isShort(value: NodeValue): boolean {
  return !isNodeArray(value) && !isNodeObject(value) && textOf(value).length <= SHOWN_LENGTH;
}

function showJson(value: NodeValue | undefined): string | undefined {
  if (isNodeArray(value) || isNodeObject(value)) return undefined;
  const text = canonicalJson(value ?? null);
  return text.length > SHOWN_LENGTH ? undefined : code(text);
}
