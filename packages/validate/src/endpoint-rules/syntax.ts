import type { NodeValue } from "@shapelog/model";

/** Where in the trait's value something stands: a JSON Pointer, empty for the value itself. */
export type Place = string;

interface Placed {
  readonly place: Place;
}

/** A parameter, or a variable that a condition assigns. */
export interface Reference extends Placed {
  readonly kind: "reference";
  readonly name: string;
}

/** A function and its arguments. `getAttr` is an {@link Attribute}. */
export interface Call extends Placed {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `getAttr`: the value at a path in a record or a list. */
export interface Attribute extends Placed {
  readonly kind: "attribute";
  readonly of: Expression;
  /** Names are fields, numbers places in a list; negative ones count from its end. */
  readonly path: readonly (string | number)[];
}

/** A template string. Parts that are strings stand for themselves. */
export interface Template extends Placed {
  readonly kind: "string";
  readonly text: string;
  readonly parts: readonly (string | Expression)[];
}

export interface BooleanLiteral extends Placed {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface IntegerLiteral extends Placed {
  readonly kind: "integer";
  readonly value: number;
}

export interface TupleLiteral extends Placed {
  readonly kind: "tuple";
  readonly entries: readonly Literal[];
}

export interface RecordLiteral extends Placed {
  readonly kind: "record";
  readonly fields: ReadonlyMap<string, Literal>;
}

export type Literal = Template | BooleanLiteral | IntegerLiteral | TupleLiteral | RecordLiteral;
export type Expression = Reference | Call | Attribute | Literal;

export type ParameterType = "string" | "boolean" | "stringArray";

export interface Parameter extends Placed {
  readonly name: string;
  readonly type: ParameterType;
  readonly required: boolean;
  readonly builtIn: string | undefined;
  readonly default: NodeValue | undefined;
  readonly documentation: string | undefined;
}

/** Holds where the value of the call is there and not false. */
export interface Condition extends Placed {
  readonly call: Call | Attribute;
  /** The variable that takes the value. */
  readonly assign: string | undefined;
}

export interface Endpoint extends Placed {
  readonly url: Expression;
  readonly headers: ReadonlyMap<string, readonly Expression[]>;
  readonly properties: ReadonlyMap<string, Literal>;
}

interface RuleBase extends Placed {
  readonly conditions: readonly Condition[];
}

export interface EndpointRule extends RuleBase {
  readonly kind: "endpoint";
  readonly endpoint: Endpoint;
}

export interface ErrorRule extends RuleBase {
  readonly kind: "error";
  readonly error: Expression;
}

export interface TreeRule extends RuleBase {
  readonly kind: "tree";
  readonly rules: readonly Rule[];
}

export type Rule = EndpointRule | ErrorRule | TreeRule;

/** A version of the rules language, such as 1.1. */
export interface Version {
  readonly major: number;
  readonly minor: number;
}

/** A node of a decision diagram: which condition to ask, and where to go if it holds (high) or not (low). */
export interface DiagramNode {
  readonly condition: number;
  readonly high: number;
  readonly low: number;
}

/** What `endpointBdd` has besides results. References are as the specification encodes them. */
export interface Diagram {
  readonly conditions: readonly Condition[];
  readonly nodes: readonly DiagramNode[];
  readonly root: number;
}

/** What `endpointRuleSet` or `endpointBdd` says. */
export interface EndpointRules {
  readonly version: Version;
  readonly parameters: readonly Parameter[];
  /** Of a diagram: its results. Result 0, no match, is not among them. */
  readonly rules: readonly Rule[];
  readonly diagram?: Diagram;
}

/** References of a diagram from here on are results. */
export const FIRST_RESULT = 100_000_000;

/** Returns whether a version has what came with another. */
export function isAtLeast(version: Version, other: Version): boolean {
  return version.major === other.major ? version.minor >= other.minor : version.major > other.major;
}

/** Returns a version as people write it. */
export function printVersion({ major, minor }: Version): string {
  return `${major}.${minor}`;
}
