import { _, type Code, type CodeGen, type CodeKeywordDefinition, type KeywordCxt, Name, nil } from "ajv";
import { type Check, HIDDEN, IS_KEY } from "./check.js";
import type { Constants } from "./constants.js";

/** What a check's code refers to outside of itself. */
export interface Uses {
  /** The names of constants. */
  readonly constants: Set<string>;
  /** The functions of the runtime. */
  readonly runtime: Set<string>;
  /** The functions of other shapes' checks. */
  readonly calls: Set<string>;
}

/** What checks are compiled with. */
export interface CompileUnit {
  readonly constants: Constants;
  /** What the check that is being compiled uses. */
  uses: Uses;
  /** Returns what the function of a shape's check is called. */
  nameOf: (shape: string) => string;
}

/** Where one check's code is printed. */
export interface Site<Kind extends Check> {
  readonly gen: CodeGen;
  readonly unit: CompileUnit;
  /** The variable that holds the value. */
  readonly data: Name;
  readonly check: Kind;
  /** Returns the path of the value, or of what is in it, as an array expression. It is evaluated on failure only. */
  path(...inner: (string | Name)[]): Code;
  /** Prints a failure of this check: a call of a function of the runtime, with what it takes beside the value. */
  fail(name: string, ...more: readonly (Code | string)[]): void;
  /** As {@link fail}, of something else than the value. */
  failOf(value: Code, name: string, ...more: readonly (Code | string)[]): void;
  /** Prints the check of a property or item. */
  inner(check: Check, property: string | Name): void;
  /** As {@link inner}, with something around it: `frame` is given the variable of the property's value. */
  framed(check: Check, property: string | Name, frame: Frame): void;
  /**
   * Prints the check of a key of the value, or of a part of it. What is wrong with it is told at the value's path, or,
   * where names are places of their own, at `name`.
   */
  key(check: Check, key: Name, name?: Name): void;
  /** Prints the check of what was read from the value, which stands at the same path. */
  read(check: Check, value: Name): void;
  /** Returns a function of the runtime, which the file then imports. */
  runtime(name: string): Name;
}

/** Prints what stands around a check, which `print` prints. */
export type Frame = (value: Name, print: () => void) => void;

/** Where failures are collected; ajv's own name, since ajv declares the variable. */
export const FAILURES = new Name("vErrors");

/** The prefix of variables that hold a map's key. */
export const KEY = "key";

/** The prefix of variables that hold a sensitive map's key, which paths must not show. */
export const HIDDEN_KEY = "hidden";

/** A keyword of the vocabulary that checks compile to; there is one for each kind of check. */
export type CheckKeyword = (unit: CompileUnit) => CodeKeywordDefinition;

/** Defines how checks of one kind are printed. */
export function defineCheck<Kind extends Check["kind"]>(
  kind: Kind,
  print: (site: Site<Extract<Check, { kind: Kind }>>) => void,
): CheckKeyword {
  return (unit) => ({
    keyword: keywordOf(kind),
    code: (cxt) => print(createSite(unit, cxt)),
  });
}

/** Returns the schema that ajv compiles for a check. */
export function schemaOf(check: Check): { readonly [keyword: string]: Check } {
  return { [keywordOf(check.kind)]: check };
}

interface Framed {
  readonly check: Check;
  readonly frame: Frame;
}

const FRAMED_NAME = "smithy:framed";

/** The keyword of a check with something around it, which is printed where the variable of its value is known. */
export const FRAMED: CodeKeywordDefinition = {
  keyword: FRAMED_NAME,
  code(cxt) {
    const { check, frame }: Framed = cxt.schema; // `framed` puts it there
    frame(cxt.data, () => printSubschema(cxt, schemaOf(check), {}));
  },
};

type DataPlace = { dataProp: string | Name } | { data: Name; propertyName?: Name } | Record<string, never>;

function printSubschema(cxt: KeywordCxt, schema: object, at: DataPlace): void {
  if (Object.hasOwn(schema, keywordOf("any"))) return;
  const place = { schema, schemaPath: nil, topSchemaRef: nil, errSchemaPath: "" };
  cxt.subschema({ ...place, ...at }, cxt.gen.name("valid"));
}

function keywordOf(kind: Check["kind"]): string {
  return `smithy:${kind}`;
}

function createSite<Kind extends Check>(unit: CompileUnit, cxt: KeywordCxt): Site<Kind> {
  const { gen, it, data } = cxt;
  const check: Kind = cxt.schema; // `schemaOf` puts the check of this kind there
  const site: Site<Kind> = {
    gen,
    unit,
    data,
    check,
    path(...inner) {
      const key = it.propertyName === undefined ? [] : [it.propertyName];
      const own = [...it.dataPathArr.slice(1), ...key];
      const isHidden = (check.flags & HIDDEN) !== 0;
      const below = (check.below ?? 0) - ((check.flags & IS_KEY) === 0 ? 0 : 1); // its map's place is a step higher
      const shown = isHidden ? own.length - Math.max(below, 0) : Number.POSITIVE_INFINITY;
      const segments = [...own, ...inner].map((segment, index) => printSegment(segment, index >= shown));
      const [first = nil, ...rest] = segments;
      return _`[${rest.reduce<Code>((path, segment) => _`${path}, ${segment}`, first)}]`;
    },
    fail: (name, ...more) => site.failOf(data, name, ...more),
    failOf(value, name, ...more) {
      const rest = more.reduce<Code>((all, each) => _`${all}, ${each}`, nil);
      const call = _`${site.runtime(name)}(${FAILURES}, ${site.path()}, ${value}, ${check.flags}${rest})`;
      gen.assign(FAILURES, call);
    },
    inner: (inner, property) => printSubschema(cxt, schemaOf(inner), { dataProp: property }),
    framed(inner, property, frame) {
      const framed: Framed = { check: inner, frame };
      printSubschema(cxt, { [FRAMED_NAME]: framed }, { dataProp: property });
    },
    key(inner, key, name) {
      const at = name === undefined ? { data: key } : { data: key, propertyName: name };
      printSubschema(cxt, schemaOf(withFlags(inner, name === undefined ? IS_KEY : 0)), at);
    },
    read(inner, value) {
      printSubschema(cxt, schemaOf(withFlags(inner, check.flags & IS_KEY)), { data: value });
    },
    runtime(name) {
      unit.uses.runtime.add(name);
      return new Name(name);
    },
  };
  return site;
}

function withFlags(check: Check, flags: number): Check {
  return flags === 0 ? check : { ...check, flags: check.flags | flags };
}

/** The longest name that is printed as it is. */
const LONGEST_NAME = 60;

/**
 * Returns a segment of a path as the runtime takes it: a map's key in an array, with a mark where it must not be told. So
 * are members' names that cannot be printed as they are.
 */
function printSegment(segment: Code | number | string, isHidden: boolean): Code {
  // Names that models give are in quotes here, so only a variable starts like these.
  const text = typeof segment === "object" ? segment.toString() : JSON.stringify(segment);
  if (isHidden || text.startsWith(HIDDEN_KEY)) return _`[${segment}, 1]`;
  return text.startsWith(KEY) || isOddName(text) ? _`[${segment}]` : _`${segment}`;
}

function isOddName(text: string): boolean {
  return text.startsWith('"') && (text.length > LONGEST_NAME + 2 || !/^"[A-Za-z_$][\w$]*"$/.test(text));
}
