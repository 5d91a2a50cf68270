import type { Shape } from "./shape.js";

/** Returns the path of a member inside the shape at `path`. */
export function memberPath(path: string, container: Shape, member: string): string {
  switch (container.kind) {
    case "list":
      return `${path}[]`;
    case "map":
      return member === "key" ? `${path}{key}` : `${path}{}`;
    default:
      return path === "" ? member : `${path}.${member}`;
  }
}
