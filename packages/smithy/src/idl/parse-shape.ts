import { idlDiagnostics } from "./diagnostics.js";
import type { Keyword } from "./keywords.js";
import { parseClauses, parseMixins, placeStray } from "./parse-clauses.js";
import { parseIdentifier } from "./parse-id.js";
import { parseEnumMembers, parseMembers, reportVersion } from "./parse-members.js";
import { parseOperation } from "./parse-operation.js";
import { keepBefore, type Preamble } from "./parse-traits.js";
import { parseObject } from "./parse-value.js";
import { createComments, NO_COMMENTS, type Parsing } from "./parsing.js";
import type {
  AggregateShapeStatement,
  Comment,
  EntityShapeStatement,
  EnumShapeStatement,
  Identifier,
  ObjectNode,
  OperationShapeStatement,
  ShapeStatement,
  SimpleShapeStatement,
} from "./syntax.js";

/** A word that begins a shape. */
export type ShapeKeyword = Exclude<Keyword, { readonly begins: "metadata" | "namespace" | "use" | "apply" }>;

/** Parses a shape from its type on (Smithy 2.0, `Shape`). Returns what could be read, or `undefined` without a name. */
export function parseShape(
  parsing: Parsing,
  preamble: Preamble,
  keyword: ShapeKeyword,
  used: ReadonlyMap<string, string>,
): ShapeStatement | undefined {
  const { tokens } = parsing;
  const typeStart = tokens.start;
  checkVersion(parsing, keyword);
  tokens.next();
  if (!parsing.expectSpace("the name of the shape")) return undefined;
  const name = parseIdentifier(parsing, "the name of the shape");
  if (name === undefined) return undefined;
  checkName(parsing, name, used);
  const head = { preamble, typeStart, name };
  switch (keyword.begins) {
    case "simple":
      return parseSimple(parsing, keyword.type, head);
    case "enum":
      return parseEnum(parsing, keyword.type, head);
    case "aggregate":
      return parseAggregate(parsing, keyword.type, head);
    case "entity":
      return parseEntity(parsing, keyword.type, head);
    case "operation":
      return parseOperationShape(parsing, head);
  }
}

/** What a shape begins with. */
interface ShapeHead {
  readonly preamble: Preamble;
  readonly typeStart: number;
  readonly name: Identifier;
}

/** What every shape has, whatever its type. */
type ShapeCommon = Pick<
  ShapeStatement,
  "start" | "end" | "comments" | "documentation" | "traits" | "typeStart" | "name"
>;

function parseSimple(
  parsing: Parsing,
  type: SimpleShapeStatement["type"],
  head: ShapeHead,
): SimpleShapeStatement {
  const mixins = parseMixins(parsing);
  return {
    kind: "simpleShape",
    ...finish(parsing, head, { stray: NO_COMMENTS, inner: NO_COMMENTS }),
    type,
    mixins,
  };
}

function parseEnum(parsing: Parsing, type: EnumShapeStatement["type"], head: ShapeHead): EnumShapeStatement {
  const mixins = parseMixins(parsing);
  const stray = parsing.takeCommentsBeforeBody();
  const { nodes: members, inner } = parseEnumMembers(parsing, head.name.name);
  return { kind: "enumShape", ...finish(parsing, head, { stray, inner }), type, mixins, members };
}

function parseAggregate(
  parsing: Parsing,
  type: AggregateShapeStatement["type"],
  head: ShapeHead,
): AggregateShapeStatement {
  const { forResource, mixins } = parseClauses(parsing);
  const stray = parsing.takeCommentsBeforeBody();
  const { nodes: members, inner } = parseMembers(parsing, head.name.name);
  return {
    kind: "aggregateShape",
    ...finish(parsing, head, { stray, inner }),
    type,
    forResource,
    mixins,
    members,
  };
}

function parseEntity(
  parsing: Parsing,
  type: EntityShapeStatement["type"],
  head: ShapeHead,
): EntityShapeStatement {
  const mixins = parseMixins(parsing);
  const stray = parsing.takeCommentsBeforeBody();
  const body = parseBody(parsing);
  const properties = body.entries.find(({ key }) => key.name === "properties");
  if (type === "resource" && properties && parsing.version === "1.0") {
    reportVersion(parsing, "Properties of resources", properties.start);
  }
  return { kind: "entityShape", ...finish(parsing, head, { stray, inner: NO_COMMENTS }), type, mixins, body };
}

function parseBody(parsing: Parsing): ObjectNode {
  const { start, end } = parsing.tokens;
  if (!parsing.isLost && parsing.tokens.kind === "{") return parseObject(parsing);
  parsing.expect("{");
  return { kind: "object", start, end, entries: [] };
}

function parseOperationShape(parsing: Parsing, head: ShapeHead): OperationShapeStatement {
  const mixins = parseMixins(parsing);
  const stray = parsing.takeCommentsBeforeBody();
  const { nodes: properties, inner } = parseOperation(parsing, head.name.name);
  return { kind: "operationShape", ...finish(parsing, head, { stray, inner }), mixins, properties };
}

/** Ends a shape's line. Comments between its name and its body (`stray`) go before the type, after the traits. */
function finish(
  parsing: Parsing,
  { preamble, typeStart, name }: ShapeHead,
  { stray, inner }: { readonly stray: readonly Comment[]; readonly inner: readonly Comment[] },
): ShapeCommon {
  const end = parsing.tokens.previousEnd;
  parsing.expectLineEnd();
  const after = parsing.isLost ? NO_COMMENTS : parsing.takeCommentsAfter(true);
  const { traits, before } = placeStray(preamble.traits, keepBefore(preamble), stray);
  const { start, documentation } = preamble;
  const comments = createComments(before, inner, after);
  return { start, end, comments, documentation, traits, typeStart, name };
}

function checkVersion(parsing: Parsing, keyword: ShapeKeyword): void {
  if (!("only" in keyword) || keyword.only === undefined || keyword.only === parsing.version) return;
  reportVersion(parsing, `Shapes of type ${keyword.type}`, parsing.tokens.start, keyword.only);
}

function checkName(parsing: Parsing, name: Identifier, used: ReadonlyMap<string, string>): void {
  const id = used.get(name.name);
  if (id === undefined) return;
  const data = { name: name.name, used: id };
  parsing.report(idlDiagnostics.create("conflicting-name", parsing.locate(name.start), data));
}
