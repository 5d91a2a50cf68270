import { type AwsGraph, type AwsShape, createAwsGraph } from "@shapelog/diff/aws";
import {
  type Direction,
  findOperations,
  type Model,
  type OperationShape,
  shapeName,
  UNIT,
  unreachable,
} from "@shapelog/model";
import type { PageMember, PageOperation, PageSection, PageValue, PlacedName } from "./page.js";
import type { WrongReason } from "./wrong-reason.js";

/** What a page lists for one side of an operation. Paths are those of findings: `AuthEvents[].EventResponse`. */
export interface ListedSide {
  /** Where members stand that the page says came, with all inside them. */
  readonly members: Map<string, PlacedName>;
  /** By the place of an enum, the values that the page says came. */
  readonly values: Map<string, Map<string, PlacedName>>;
}

/** What a page says that is not so. */
export interface WrongClaim {
  readonly operation: string;
  readonly offset: number;
  /** Absent where it is about the operation itself. */
  readonly direction?: Direction;
  readonly path?: string;
  readonly reason: WrongReason;
}

/** All that the structured part of a section says, held against both models. */
export interface Claims {
  /** By operation and direction, as {@link sideKey} has them. */
  readonly listed: ReadonlyMap<string, ListedSide>;
  /** The operations on the page, by what it says happened to them. */
  readonly operations: ReadonlyMap<string, readonly PageOperation[]>;
  readonly wrong: readonly WrongClaim[];
  /** Returns whether an operation came with the revision. */
  readonly isNew: (operation: string) => boolean;
}

/** The models before and after a revision. */
export interface ModelPair {
  readonly before: Model;
  readonly after: Model;
}

/** Returns what one side of an operation goes by among the claims. */
export function sideKey(operation: string, direction: Direction): string {
  return `${operation} ${direction}`;
}

/** Returns what a section's operations say, as far as it is so; what is not is among the wrong ones. */
export function findClaims(section: PageSection, models: ModelPair): Claims {
  const operations = new Map<string, PageOperation[]>();
  for (const operation of section.operations) {
    operations.set(operation.name, [...(operations.get(operation.name) ?? []), operation]);
  }
  const sides: Sides = { before: readSide(models.before), after: readSide(models.after) };
  const listed = new Map<string, ListedSide>();
  const wrong: WrongClaim[] = [];
  for (const operation of section.operations) {
    const isAlsoNew = operations.get(operation.name)?.some(({ word }) => word === "new") ?? false;
    const reason = judgeWord(operation, sides, isAlsoNew);
    if (reason) wrong.push({ operation: operation.name, offset: operation.offset, reason: { kind: reason } });
    for (const side of operation.sides) {
      for (const direction of side.side === "both" ? BOTH : [side.side]) {
        const key = sideKey(operation.name, direction);
        const known = listed.get(key) ?? { members: new Map(), values: new Map() };
        listed.set(key, known);
        const say = (claim: Pick<WrongClaim, "offset" | "path" | "reason">) => {
          wrong.push({ operation: operation.name, direction, ...claim });
        };
        const root = findRoot(sides, operation.name, direction);
        if (root) walk(side.gained, { ...root, path: "", inside: 0 }, { listed: known, say, sides });
        else if (sides.after.operations.has(operation.name))
          say({ offset: side.gained.offset, reason: { kind: "no-side" } });
      }
    }
  }
  const isNew = (name: string) => sides.after.operations.has(name) && !sides.before.operations.has(name);
  return { listed, operations, wrong, isNew };
}

const BOTH: readonly Direction[] = ["request", "response"];

/** One of the models, as a page sees it. */
interface ModelSide {
  readonly graph: AwsGraph;
  readonly operations: ReadonlyMap<string, OperationShape>;
}

interface Sides {
  readonly before: ModelSide;
  readonly after: ModelSide;
}

function readSide(model: Model): ModelSide {
  const operations = new Map(
    findOperations(model).map((operation) => [shapeName(operation.id), operation] as const),
  );
  return { graph: createAwsGraph(model), operations };
}

/** Returns what is wrong with what a page says happened to an operation. */
function judgeWord(
  { name, word }: PageOperation,
  { before, after }: Sides,
  isAlsoNew: boolean,
): "new-operation" | "known-operation" | "no-operation" | "kept-operation" | undefined {
  const was = before.operations.has(name);
  const is = after.operations.has(name);
  if (word === "removed") {
    if (is) return "kept-operation";
    return was ? undefined : "no-operation";
  }
  if (!is) return "no-operation";
  if (word === "new") return was ? "known-operation" : undefined;
  return was || isAlsoNew ? undefined : "new-operation";
}

/** A place in a model after, with what stood there before: nothing where it is inside of what came. */
interface Place {
  readonly after: AwsShape;
  readonly before: AwsShape | undefined;
  readonly path: string;
  /** How many lists and maps it stands in since the last member. */
  readonly inside: number;
}

/** Returns the input or output of an operation, beside which a new operation's has what had its id before. */
function findRoot(
  { before, after }: Sides,
  name: string,
  direction: Direction,
): Pick<Place, "after" | "before"> | undefined {
  const side = direction === "request" ? "input" : "output";
  const id = after.operations.get(name)?.[side];
  const shape = id === undefined || id === UNIT ? undefined : after.graph.find(id);
  if (!shape || id === undefined) return undefined;
  const old = before.operations.get(name)?.[side] ?? id;
  return { after: shape, before: old === UNIT ? undefined : before.graph.find(old) };
}

interface Walk {
  readonly listed: ListedSide;
  readonly say: (claim: Pick<WrongClaim, "offset" | "path" | "reason">) => void;
  readonly sides: Sides;
}

/** Follows what is printed into both models. The page is as deep as its reader lets it be. */
function walk(value: PageValue, place: Place, walking: Walk): void {
  switch (value.kind) {
    case "nothing":
      break;
    case "word":
      walkWord(value, place, walking);
      break;
    case "set":
      walkSet(value, place, walking);
      break;
    case "list":
      if (place.after.class !== "list") sayType(value, place, walking);
      else for (const item of value.items) walkInside(item, stepInto(place, "member", "[]"), walking);
      break;
    case "dict":
      walkDict(value, place, walking);
      break;
    default:
      unreachable(value);
  }
}

/** What both models have is told without the lists and maps on the way. */
function walkSet(value: PageValue & { readonly kind: "set" }, place: Place, walking: Walk): void {
  const { after } = place;
  if (after.class === "list") walkInside(value, stepInto(place, "member", "[]"), walking);
  else if (after.class === "map") walkInside(value, stepInto(place, "value", "{}"), walking);
  else for (const each of value.values) walkValue(each, place, walking);
}

function walkDict(value: PageValue & { readonly kind: "dict" }, place: Place, walking: Walk): void {
  const { after } = place;
  if (after.class === "list") walkInside(value, stepInto(place, "member", "[]"), walking);
  else if (after.class === "map") walkMap(value, place, walking);
  else if (after.class === "structure") for (const entry of value.entries) walkMember(entry, place, walking);
  else sayType(value, place, walking);
}

/** The most lists and maps that stand in each other without anything printed of them. */
const MAX_INSIDE = 100;

function walkInside(value: PageValue, place: Place | undefined, walking: Walk): void {
  if (place && place.inside <= MAX_INSIDE) walk(value, place, walking);
}

/** Returns the place of what a list or a map holds. Where nothing stood before, nothing did inside of it. */
function stepInto({ after, before, path, inside }: Place, name: string, mark: string): Place | undefined {
  const target = memberOf(after, name);
  const old = before?.class === after.class ? memberOf(before, name) : undefined;
  return target && { after: target, before: old, path: path + mark, inside: inside + 1 };
}

/** A whole map is told as one entry with the type of its keys; inside of a map that both have the values are. */
function walkMap(value: PageValue & { readonly kind: "dict" }, place: Place, walking: Walk): void {
  const inside = stepInto(place, "value", "{}");
  if (place.before?.class === "map") walkInside(value, inside, walking);
  else for (const entry of value.entries) walkInside(entry.value, inside, walking);
}

function walkMember({ key, value }: PageMember, place: Place, walking: Walk): void {
  const { after, before, path } = place;
  const inside = path === "" ? key.text : `${path}.${key.text}`;
  const target = memberOf(after, key.text);
  if (!target) {
    walking.say({ offset: key.offset, path: inside, reason: { kind: "no-member" } });
    return;
  }
  const old = before?.class === "structure" ? memberOf(before, key.text) : undefined;
  // An input that is new with its operation came as a whole.
  if (!old) walking.listed.members.set(inside, key);
  walk(value, { after: target, before: old, path: inside, inside: 0 }, walking);
}

function walkWord(value: PageValue & { readonly kind: "word" }, place: Place, walking: Walk): void {
  const { after, before, path } = place;
  if (value.text === CUT) return;
  // A type that turned into another one is told as if it came.
  if (before && before.class === after.class) {
    walking.say({ offset: value.offset, path, reason: { kind: "known-member" } });
    return;
  }
  if (after.class !== "string" && after.class !== "simple") sayType(value, place, walking);
  else if (value.text.replaceAll(/\s+/g, " ") !== wordOf(after).replaceAll(/\s+/g, " "))
    sayType(value, place, walking);
}

/** What stands on a page for what would be too long. */
const CUT = "...";

function walkValue(name: PlacedName, { after, before, path }: Place, { listed, say }: Walk): void {
  const { text, offset } = name;
  if (!after.values.includes(text)) {
    const isEnum = after.class === "string";
    say({ offset, path, reason: isEnum ? { kind: "no-value", value: text } : { kind: "no-enum" } });
    return;
  }
  if (before?.values.includes(text)) {
    say({ offset, path, reason: { kind: "known-value", value: text } });
    return;
  }
  const values = listed.values.get(path) ?? new Map<string, PlacedName>();
  listed.values.set(path, values.set(text, name));
}

function sayType(value: PageValue, { after, path }: Place, { say }: Walk): void {
  const said = value.kind === "word" ? value.text : TYPES[value.kind];
  const found = after.class === "string" || after.class === "simple" ? wordOf(after) : after.class;
  say({ offset: value.offset, path, reason: { kind: "other-type", said, found } });
}

const TYPES = { dict: "structure", list: "list", set: "string", nothing: "structure" } as const;

/** Returns what a page has for a simple type or a string: the type, or the values of an enum. */
function wordOf({ type, values }: AwsShape): string {
  return values.length > 0 ? values.join(" | ") : type;
}

const MEMBERS = new WeakMap<AwsShape, ReadonlyMap<string, AwsShape>>();

function memberOf(shape: AwsShape, name: string): AwsShape | undefined {
  const known = MEMBERS.get(shape) ?? new Map(shape.members.map((member) => [member.name, member.target]));
  MEMBERS.set(shape, known);
  return known.get(name);
}
