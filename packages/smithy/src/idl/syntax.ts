import type { NodeNumber, SimpleShape } from "@shapelog/model";

/**
 * The syntax tree of one IDL file (Smithy 2.0, "Smithy IDL"): what is written, before any name is settled. Relative
 * shape ids stay relative. Nodes made by a program have no source: `start` and `end` are 0 there.
 */
export interface SyntaxTree {
  /** The version the file is read by. `1.0` where the file has no `$version` or one that is not supported. */
  readonly version: IdlVersion;
  readonly control: readonly ControlStatement[];
  readonly metadata: readonly MetadataStatement[];
  readonly namespace?: NamespaceStatement | undefined;
  readonly uses: readonly UseStatement[];
  readonly shapes: readonly (ShapeStatement | ApplyStatement)[];
  /** Comments after the last statement. */
  readonly comments: readonly Comment[];
}

export type IdlVersion = "1.0" | "2.0";

/** A part of a text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A comment with its slashes, without its line break. */
export interface Comment extends Span {
  readonly text: string;
  /** Whether it documents the node it stands before. Comments with three slashes in other places do not. */
  readonly doc: boolean;
  /** Line breaks between it and what stands before it: 0 on the same line, 1 on the next, 2 after blank lines. */
  readonly breaks: 0 | 1 | 2;
}

/**
 * The comments that belong to a node, in the order they are written. Those in odd places (between a shape's name and
 * its brace) are moved before the node they are in, but for one at the end of the shape's line: what comes first in the
 * braces has it.
 */
export interface Comments {
  /**
   * Before the node; the first may stand on the line of what comes before the node (`breaks` 0). Has the lines of its
   * documentation too, where they do not stand alone.
   */
  readonly before: readonly Comment[];
  /** Before the closing bracket, after the last child. */
  readonly inner: readonly Comment[];
  /** On the line the node ends on; after a shape's end also those directly below; after a trait all before the next token. */
  readonly after: readonly Comment[];
}

interface SyntaxNode extends Span {
  /** Absent where the node has none. */
  readonly comments?: Comments | undefined;
}

/** A name: `Foo`. */
export interface Identifier extends Span {
  readonly name: string;
}

/** A shape id as written: `Foo`, `Foo$bar`, `ns.a#Foo`, `ns.a#Foo$bar`. As a node value it means a string. */
export interface IdNode extends SyntaxNode {
  readonly kind: "id";
  readonly id: string;
}

/** `$version: "2.0"`. */
export interface ControlStatement extends SyntaxNode {
  readonly kind: "control";
  readonly key: KeyNode;
  readonly value: ValueNode;
}

/** `metadata key = value`. */
export interface MetadataStatement extends SyntaxNode {
  readonly kind: "metadata";
  readonly key: KeyNode;
  readonly value: ValueNode;
}

/** `namespace ns.a`. */
export interface NamespaceStatement extends SyntaxNode {
  readonly kind: "namespace";
  readonly name: Identifier;
}

/** `use ns.a#Foo`. */
export interface UseStatement extends SyntaxNode {
  readonly kind: "use";
  readonly id: IdNode;
}

/** The lines of a `///` comment without slashes and the first space, joined by line feeds. */
export interface Documentation extends Span {
  readonly text: string;
}

interface Described extends SyntaxNode {
  /** What `///` comments before it say. Printed where `comments.before` has no line that begins with three slashes. */
  readonly documentation?: Documentation | undefined;
  readonly traits: readonly TraitNode[];
}

interface ShapeStatementBase extends Described {
  /** The place of the type's keyword, where the shape itself begins after documentation and traits. */
  readonly typeStart: number;
  readonly name: Identifier;
  /** Empty where there is no `with`. */
  readonly mixins: readonly IdNode[];
}

/** `string Foo`. */
export interface SimpleShapeStatement extends ShapeStatementBase {
  readonly kind: "simpleShape";
  readonly type: SimpleShape["kind"];
}

/** `enum Foo { A = "a" }`. */
export interface EnumShapeStatement extends ShapeStatementBase {
  readonly kind: "enumShape";
  readonly type: "enum" | "intEnum";
  readonly members: readonly EnumMemberNode[];
}

/** `structure Foo for Bar with [Mixin] { a: String }`. `set` belongs to 1.0. */
export interface AggregateShapeStatement extends ShapeStatementBase {
  readonly kind: "aggregateShape";
  readonly type: "list" | "set" | "map" | "structure" | "union";
  readonly forResource?: IdNode | undefined;
  readonly members: readonly MemberNode[];
}

/** `service Foo { version: "1" }`. */
export interface EntityShapeStatement extends ShapeStatementBase {
  readonly kind: "entityShape";
  readonly type: "service" | "resource";
  readonly body: ObjectNode;
}

/** `operation Foo { input: Bar }`. */
export interface OperationShapeStatement extends ShapeStatementBase {
  readonly kind: "operationShape";
  /** In the order they are written; each at most once. */
  readonly properties: readonly OperationProperty[];
}

export type ShapeStatement =
  | SimpleShapeStatement
  | EnumShapeStatement
  | AggregateShapeStatement
  | EntityShapeStatement
  | OperationShapeStatement;

/** `input: Foo`, `input := { ... }` and the same for `output`. */
export interface OperationTarget extends SyntaxNode {
  readonly kind: "operationTarget";
  readonly name: "input" | "output";
  readonly target: IdNode | InlineShapeNode;
}

/** `errors: [Foo, Bar]`. */
export interface OperationErrors extends SyntaxNode {
  readonly kind: "operationErrors";
  readonly errors: readonly IdNode[];
}

export type OperationProperty = OperationTarget | OperationErrors;

/** What stands after `:=`. Its name is the operation's with a suffix. */
export interface InlineShapeNode extends Described {
  readonly kind: "inlineShape";
  readonly forResource?: IdNode | undefined;
  readonly mixins: readonly IdNode[];
  readonly members: readonly MemberNode[];
}

/** A member of an aggregate shape: `foo: Bar = 1`, or `$foo` whose target is found elsewhere. */
export interface MemberNode extends Described {
  readonly kind: "member";
  readonly name: Identifier;
  /** Absent for `$foo`. */
  readonly target?: IdNode | undefined;
  /** The default. */
  readonly value?: ValueNode | undefined;
}

/** `FOO = "foo"`. */
export interface EnumMemberNode extends Described {
  readonly kind: "enumMember";
  readonly name: Identifier;
  readonly value?: ValueNode | undefined;
}

/** `apply Foo @bar` or `apply Foo { @bar @baz }`. */
export interface ApplyStatement extends SyntaxNode {
  readonly kind: "apply";
  readonly target: IdNode;
  /** Whether the traits stand in braces. */
  readonly block: boolean;
  readonly traits: readonly TraitNode[];
}

/** `@foo`, `@foo("a")`, `@foo(a: 1, b: 2)`. */
export interface TraitNode extends SyntaxNode {
  readonly kind: "trait";
  readonly id: IdNode;
  /** Absent for `@foo` and `@foo()`. */
  readonly value?: ValueNode | undefined;
  /** Whether the value is an object whose entries stand in the parentheses without braces. */
  readonly structured: boolean;
}

export interface NullNode extends SyntaxNode {
  readonly kind: "null";
}

export interface BooleanNode extends SyntaxNode {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NumberNode extends SyntaxNode {
  readonly kind: "number";
  readonly value: NodeNumber;
  /** The literal as written. */
  readonly raw: string;
}

/** `"foo"`. */
export interface StringNode extends SyntaxNode {
  readonly kind: "string";
  readonly value: string;
  /** What stands between the quotes, where a printer would write the value in another way. */
  readonly raw?: string | undefined;
}

/** A string between triple quotes. */
export interface TextBlockNode extends SyntaxNode {
  readonly kind: "textBlock";
  readonly value: string;
  /** The lines without their common indentation, escapes as written, where a printer would write them in another way. */
  readonly raw?: string | undefined;
}

export interface ArrayNode extends SyntaxNode {
  readonly kind: "array";
  readonly elements: readonly ValueNode[];
}

export interface ObjectNode extends SyntaxNode {
  readonly kind: "object";
  /** Each key once; the reader reports and drops a second one. */
  readonly entries: readonly EntryNode[];
}

/** `key: value` in an object. */
export interface EntryNode extends SyntaxNode {
  readonly kind: "entry";
  readonly key: KeyNode;
  readonly value: ValueNode;
}

/** A key of an object, a control statement or metadata: a name or a quoted string. */
export interface KeyNode extends Span {
  readonly name: string;
  readonly quoted: boolean;
  /** As in `StringNode`. */
  readonly raw?: string | undefined;
}

/** A node value as written (Smithy 2.0, "Node values"). */
export type ValueNode =
  | NullNode
  | BooleanNode
  | NumberNode
  | StringNode
  | TextBlockNode
  | IdNode
  | ArrayNode
  | ObjectNode;

/** Any statement of a file. */
export type Statement =
  | ControlStatement
  | MetadataStatement
  | NamespaceStatement
  | UseStatement
  | ShapeStatement
  | ApplyStatement;
