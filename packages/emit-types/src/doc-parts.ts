import { type DocParts, documentationText, sourceId } from "@shapelog/emit";
import {
  deprecated,
  documentation,
  externalDocumentation,
  findShape,
  isSensitive,
  type Member,
  type Shape,
  type ShapeId,
  type Traited,
} from "@shapelog/model";
import type { TypesContext } from "./types-context.js";

type Tag = readonly [tag: string, text: string];

/**
 * Returns what a doc comment says of a shape or member: its documentation, `@deprecated` with its message, `@sensitive`
 * where it or its target is, `@since` with the date it first appeared, and `@see` with its further documentation.
 */
export function docParts(context: TypesContext, of: Shape | Member, id: ShapeId): DocParts {
  const text = documentation(of);
  const tags = [
    ...deprecatedTag(of),
    ...(isSensitive(context.model, of) ? [["@sensitive", ""] as const] : []),
    ...sinceTag(context, id),
    ...externalDocumentation(of).map(
      ({ name, url }): Tag => ["@see", oneLine(`${documentationText(name)}: ${url}`)],
    ),
  ];
  return text === undefined ? { tags } : { text, tags };
}

/** Returns what a doc comment says of a piece of a request or response: what it is, and of which operation or error. */
export function pieceDocParts(context: TypesContext, id: ShapeId): DocParts | undefined {
  const title = context.wire.pieces.titles.get(id);
  if (!title) return undefined;
  const { of, role } = title;
  const text = `${role.slice(0, 1).toUpperCase()}${role.slice(1)} of \`${context.names.shapes.of(of)}\`.`;
  return { text, tags: sinceTag(context, of) };
}

/** Returns what a doc comment says of a member, with its target's documentation where it has none of its own. */
export function memberDocParts(context: TypesContext, container: Shape, member: Member): DocParts {
  const own = docParts(context, member, sourceId(container, member));
  const target = findShape(context.model, member.target);
  const text = own.text ?? (target && documentation(target));
  return text === undefined ? own : { ...own, text };
}

/** Returns what a doc comment says of a value of an enum. Its id is the enum's with the name that follows. */
export function valueDocParts(context: TypesContext, value: Member, id: ShapeId): DocParts {
  const text = documentation(value);
  const tags = [...deprecatedTag(value), ...sinceTag(context, id)];
  return text === undefined ? { tags } : { text, tags };
}

function sinceTag(context: TypesContext, id: ShapeId): Tag[] {
  const since = context.since(id);
  return since === undefined ? [] : [["@since", oneLine(since)]];
}

/** Returns the `@deprecated` tag of a shape or member; none where it is not deprecated. */
export function deprecatedTag(of: Traited): Tag[] {
  const deprecation = deprecated(of);
  if (!deprecation) return [];
  const since = deprecation.since === undefined ? "" : `Since ${deprecation.since}. `;
  return [["@deprecated", oneLine(documentationText(since + (deprecation.message ?? "")))]];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
