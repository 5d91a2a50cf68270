import {
  bindsHttp,
  bodyEncoding,
  compareCodeUnits,
  findProtocol,
  findShape,
  hasTrait,
  isDemanded,
  type Member,
  type Model,
  type OperationShape,
  operationErrors,
  type ServiceShape,
  type ShapeId,
  type StructureShape,
} from "@shapelog/model";
import { chooseShapes, type DataShape, isDataShape } from "../choose-shapes.js";
import { isBoundElsewhere, rawMediaType, unbind } from "./bound-members.js";
import { OPEN, ORIGIN } from "./piece-traits.js";
import { findHeaders, findLabels, findQuery } from "./text-members.js";

/** The body of a request or response. */
export interface BodyPiece {
  /** Its media type, where no header says another one. */
  readonly mediaType: string;
  /** Whether it is never empty: it is where a payload is not set. */
  readonly required: boolean;
  /** The id of the shape of its JSON; `undefined` where it is none. */
  readonly shape?: ShapeId;
}

/** What is on the wire of a request. Each id is that of a piece. */
export interface RequestPieces {
  /** All that stands outside of the body: `path`, `query` and `headers`, as far as there are such. */
  readonly params?: ShapeId;
  readonly path?: ShapeId;
  readonly query?: ShapeId;
  readonly headers?: ShapeId;
  readonly body?: BodyPiece;
}

/** What is on the wire of a response. Each id is that of a piece. */
export interface ResponsePieces {
  readonly headers?: ShapeId;
  readonly body?: BodyPiece;
}

/** What a service's requests and responses are made of. */
export interface Pieces {
  /** The pieces that are shapes of their own, sorted by id. */
  readonly shapes: readonly DataShape[];
  /** The pieces that are shapes of the model, by id, with these. */
  readonly aliases: ReadonlyMap<ShapeId, DataShape>;
  /** What each piece is called: the shape whose name it begins with, and what follows. */
  readonly titles: ReadonlyMap<ShapeId, PieceTitle>;
  readonly requests: ReadonlyMap<ShapeId, RequestPieces>;
  /** By the ids of operations. */
  readonly responses: ReadonlyMap<ShapeId, ResponsePieces>;
  /** By the ids of errors. */
  readonly errors: ReadonlyMap<ShapeId, ResponsePieces>;
}

/** What a piece is called after, and what it is. */
export interface PieceTitle {
  /** The operation or error. */
  readonly of: ShapeId;
  /** What follows its name: `RequestBody`. */
  readonly suffix: string;
  /** What it is in a sentence, before the name that it begins with: "the body of a request". */
  readonly role: string;
  /** Whether it is made of texts. */
  readonly isText: boolean;
}

const KNOWN = new WeakMap<Model, Map<ServiceShape, Pieces>>();

/**
 * Returns the pieces of a service's requests and responses as shapes (Smithy 2.0, "HTTP bindings"): the body as the
 * protocol has it, and beside it labels, query and headers, whose members are called as they are on the wire and hold
 * texts. A service whose protocol does not follow HTTP bindings has none: its bodies are whole inputs and outputs.
 */
export function findPieces(model: Model, service: ServiceShape): Pieces {
  const known = KNOWN.get(model)?.get(service);
  if (known) return known;
  const found = collectPieces(model, service);
  const all = KNOWN.get(model) ?? new Map<ServiceShape, Pieces>();
  KNOWN.set(model, all.set(service, found));
  return found;
}

/** What pieces are collected in. */
interface Collection {
  readonly model: Model;
  /** The protocol's media type. */
  readonly mediaType: string;
  /** Whether bodies are JSON. */
  readonly isJson: boolean;
  readonly known: ReadonlyMap<ShapeId, DataShape>;
  readonly shapes: DataShape[];
  readonly aliases: Map<ShapeId, DataShape>;
  readonly titles: Map<ShapeId, PieceTitle>;
}

function collectPieces(model: Model, service: ServiceShape): Pieces {
  const requests = new Map<ShapeId, RequestPieces>();
  const responses = new Map<ShapeId, ResponsePieces>();
  const errors = new Map<ShapeId, ResponsePieces>();
  const follows = findProtocol(service) === undefined || bindsHttp(service);
  const chosen = follows ? chooseShapes(model, service) : { operations: [], shapes: [] };
  const isJson = bodyEncoding(service) === "json";
  const collection: Collection = {
    model,
    mediaType: isJson ? "application/json" : "application/xml",
    isJson,
    known: new Map(chosen.shapes.map((shape) => [shape.id, shape])),
    shapes: [],
    aliases: new Map(),
    titles: new Map(),
  };
  for (const operation of chosen.operations) {
    if (!hasTrait(operation, "http")) continue;
    requests.set(operation.id, findRequest(collection, operation));
    const output = structureOf(collection, operation.output);
    responses.set(operation.id, findResponse(collection, operation.id, output));
    for (const id of operationErrors(operation, service)) {
      const error = structureOf(collection, id);
      if (error && !errors.has(id)) errors.set(id, findResponse(collection, id, error));
    }
  }
  const { aliases, titles } = collection;
  const shapes = collection.shapes.sort((a, b) => compareCodeUnits(a.id, b.id));
  return { shapes, aliases, titles, requests, responses, errors };
}

function structureOf({ known }: Collection, id: ShapeId): StructureShape | undefined {
  const shape = known.get(id);
  return shape?.kind === "structure" ? shape : undefined;
}

function findRequest(collection: Collection, operation: OperationShape): RequestPieces {
  const { id } = operation;
  const input = structureOf(collection, operation.input);
  if (!input) return {};
  const add = (part: string, members: readonly Member[], isOpen: boolean) =>
    addStructure(
      collection,
      { of: id, suffix: `Request${part}`, role: ROLES[part] ?? "", isText: true },
      { members, isOpen },
    );
  const parts = {
    ...add("Path", findLabels(input), false),
    ...add("Query", findQuery(input), true),
    ...add("Headers", findHeaders(input), true),
  };
  const [path, query, headers] = ["Path", "Query", "Headers"].map((part) => parts[`Request${part}`]);
  const params = Object.entries({ path, query, headers }).flatMap(([name, target]): Member[] =>
    target === undefined ? [] : [{ name, target, traits: { "smithy.api#required": {}, [ORIGIN]: input.id } }],
  );
  const all = add("Params", params, false).RequestParams;
  const body = findBody(collection, input, {
    of: id,
    suffix: "RequestBody",
    role: "the body of a request",
    isText: false,
  });
  return {
    ...(all === undefined ? {} : { params: all }),
    ...(path === undefined ? {} : { path }),
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers }),
    ...(body ? { body } : {}),
  };
}

const ROLES: Readonly<Record<string, string>> = {
  Path: "the decoded labels in the path of a request",
  Query: "the decoded query of a request",
  Headers: "the headers (in lower case) of a request",
  Params: "what is outside of the body of a request",
};

function findResponse(
  collection: Collection,
  of: ShapeId,
  structure: StructureShape | undefined,
): ResponsePieces {
  if (!structure) return {};
  const title = {
    of,
    suffix: "ResponseHeaders",
    role: "the headers (in lower case) of a response",
    isText: true,
  };
  const members = findHeaders(structure);
  const headers = addStructure(collection, title, { members, isOpen: true }).ResponseHeaders;
  const body = findBody(collection, structure, {
    of,
    suffix: "ResponseBody",
    role: "the body of a response",
    isText: false,
  });
  return { ...(headers === undefined ? {} : { headers }), ...(body ? { body } : {}) };
}

interface Contents {
  readonly members: readonly Member[];
  readonly isOpen: boolean;
}

/** Adds a structure of texts and returns its id by its suffix; nothing where it has no members. */
function addStructure(
  { shapes, titles }: Collection,
  title: PieceTitle,
  { members, isOpen }: Contents,
): Readonly<Record<string, ShapeId>> {
  if (members.length === 0) return {};
  const id = pieceId(title);
  titles.set(id, title);
  shapes.push({ kind: "structure", id, traits: isOpen ? { [OPEN]: {} } : {}, members });
  return { [title.suffix]: id };
}

/** No shape or member has such an id: an operation has no members, and no member's name has a dot. */
function pieceId({ of, suffix }: PieceTitle): ShapeId {
  return `${of}$.${suffix}`;
}

/** Returns the body that a structure comes to; `undefined` where it has none. Errors always have one. */
function findBody(
  collection: Collection,
  structure: StructureShape,
  title: PieceTitle,
): BodyPiece | undefined {
  const payload = structure.members.find((member) => hasTrait(member, "httpPayload"));
  if (payload) return findPayload(collection, payload, title);
  const { mediaType } = collection;
  const role = title.suffix === "RequestBody" ? "request" : "response";
  const members = structure.members.filter((member) => !isBoundElsewhere(member, role));
  if (members.length === 0 && !hasTrait(structure, "error")) return undefined;
  const body = { mediaType, required: true };
  if (!collection.isJson) return body;
  const unbound = members.map(unbind);
  if (
    unbound.every((member, index) => member === structure.members[index]) &&
    unbound.length === structure.members.length
  )
    return { ...body, shape: addAlias(collection, structure, title) };
  const placed = unbound.map((member) => withOrigin(structure, member));
  return { ...body, shape: addShape(collection, { ...structure, members: placed }, title) };
}

function withOrigin({ id }: StructureShape, member: Member): Member {
  return { ...member, traits: { ...member.traits, [ORIGIN]: `${id}$${member.name}` } };
}

/** Traits of a payload that hold in place of its target's. */
const CONSTRAINTS = ["length", "range", "pattern"].map((name) => `smithy.api#${name}`);

function findPayload(collection: Collection, member: Member, title: PieceTitle): BodyPiece {
  const target = collection.known.get(member.target) ?? findShape(collection.model, member.target);
  const required = isDemanded(member, "wire");
  const raw = rawMediaType(member, target);
  if (raw !== undefined) return { mediaType: raw, required };
  const { mediaType } = collection;
  if (!collection.isJson || !target || !isDataShape(target)) return { mediaType, required };
  const own = CONSTRAINTS.filter((id) => member.traits[id] !== undefined);
  if (own.length === 0 && collection.known.has(target.id))
    return { mediaType, required, shape: addAlias(collection, target, title) };
  const traits = Object.fromEntries(own.map((id) => [id, member.traits[id] ?? null]));
  const shape = addShape(collection, { ...target, traits: { ...target.traits, ...traits } }, title);
  return { mediaType, required, shape };
}

function addAlias({ aliases, titles }: Collection, shape: DataShape, title: PieceTitle): ShapeId {
  const id = pieceId(title);
  titles.set(id, title);
  aliases.set(id, shape);
  return id;
}

function addShape({ shapes, titles }: Collection, shape: DataShape, title: PieceTitle): ShapeId {
  const id = pieceId(title);
  titles.set(id, title);
  shapes.push({ ...shape, id });
  return id;
}
