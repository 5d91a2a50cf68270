import { type Position, shapeName } from "@shapelog/model";

/** Where in an operation a path starts. */
export type AnchorRoot = "request" | "response" | { readonly error: string };

/**
 * Returns the anchor of a path on its operation's page, such as `response.AuthEvents.item.EventResponse`. List members
 * are `item`, map values `value` and map keys `key`. Other characters are escaped as in addresses.
 */
export function pathAnchor(root: AnchorRoot, path: string): string {
  const start = typeof root === "string" ? root : `error.${escapeAnchor(root.error)}`;
  return path === "" ? start : `${start}.${typeAnchor(path)}`;
}

/** Returns the anchor of a path on its type's page. */
export function typeAnchor(path: string): string {
  const words = path.replaceAll("[]", ".item").replaceAll("{key}", ".key").replaceAll("{}", ".value");
  return escapeAnchor(words.replace(/^\./, ""));
}

/** Returns the anchor of an enum value under its path's anchor. */
export function valueAnchor(anchor: string, value: string | number): string {
  return `${anchor}=${escapeAnchor(String(value))}`;
}

/** Returns the anchor of a position on its operation's page. */
export function positionAnchor(position: Position): string {
  const root = position.error === undefined ? position.direction : { error: shapeName(position.error) };
  return pathAnchor(root, position.path);
}

/** Returns a text as a part of an anchor. */
export function anchorText(text: string): string {
  return escapeAnchor(text);
}

function escapeAnchor(text: string): string {
  return text.replace(
    /[^A-Za-z0-9_.-]/gu,
    (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}~`,
  );
}
