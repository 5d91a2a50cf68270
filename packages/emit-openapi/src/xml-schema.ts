import {
  hasTrait,
  isNodeObject,
  type Member,
  type Shape,
  stringTrait,
  type Traited,
  trait,
} from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";

/** A namespace as `@xmlNamespace` has it. */
interface XmlNamespace {
  readonly uri: string;
  readonly prefix?: string;
}

/** Returns the name of a member's element, or what its keys begin with in a query protocol (Smithy 2.0, "xmlName trait"). */
export function elementName(member: Member): string {
  return stringTrait(member, "xmlName") ?? member.name;
}

/** Returns whether a list's or map's entries stand in place of it (Smithy 2.0, "xmlFlattened trait"). */
export function isFlattened(member: Member, target: Shape | undefined): boolean {
  return hasTrait(member, "xmlFlattened") && (target?.kind === "list" || target?.kind === "map");
}

/**
 * Returns the `xml` of a member's schema (OpenAPI Specification 3.1.0, "XML Object"; Smithy 2.0, "XML bindings"); nothing
 * where its element is called as the property is. `property` is that name.
 */
export function memberXml(
  member: Member,
  {
    container,
    target,
    property,
    shapes,
  }: {
    readonly container: Shape;
    readonly target: Shape | undefined;
    readonly property: string | undefined;
    /** All shapes, some of whose members the container may be the element of. */
    readonly shapes: Iterable<Shape>;
  },
): JsonSchema {
  const isWrapper = target?.kind === "list" || target?.kind === "map";
  const written = elementName(member);
  const isAttribute = hasTrait(member, "xmlAttribute");
  const [prefix, local] = isAttribute && written.includes(":") ? splitOnce(written) : [undefined, written];
  const namespace =
    prefix === undefined ? plainNamespace(member) : findPrefix(declaring(member, container, shapes), prefix);
  const xml = {
    ...(local === property ? {} : { name: local }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(isAttribute ? { attribute: true } : {}),
    ...(isWrapper ? { wrapped: true } : {}),
  };
  return Object.keys(xml).length === 0 ? {} : { xml };
}

function splitOnce(name: string): [string, string] {
  const at = name.indexOf(":");
  return [name.slice(0, at), name.slice(at + 1)];
}

/** A namespace without a prefix is that of the element; one with a prefix is declared there, and for others. */
export function plainNamespace(of: Traited): string | undefined {
  const namespace = xmlNamespace(of);
  return namespace?.prefix === undefined ? namespace?.uri : undefined;
}

/** Returns the namespace that `@xmlNamespace` states of a shape or member. */
export function xmlNamespace(of: Traited): XmlNamespace | undefined {
  const value = trait(of, "xmlNamespace");
  if (!isNodeObject(value) || typeof value.uri !== "string") return undefined;
  return { uri: value.uri, ...(typeof value.prefix === "string" ? { prefix: value.prefix } : {}) };
}

function findPrefix(all: Iterable<Traited>, prefix: string): string | undefined {
  for (const each of all) {
    const namespace = xmlNamespace(each);
    if (namespace?.prefix === prefix) return namespace.uri;
  }
  return undefined;
}

/** An element's namespaces are stated of its structure, or of what targets that. */
function* declaring(member: Member, container: Shape, shapes: Iterable<Shape>): Generator<Traited> {
  yield member;
  yield container;
  for (const shape of shapes)
    if ("members" in shape) yield* shape.members.filter(({ target }) => target === container.id);
}
