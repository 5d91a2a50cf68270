import { isNodeObject } from "./equal.js";
import { type Traited, trait } from "./traits.js";

/** An address where more is said of a shape, and what it is called. */
export interface ExternalDocumentation {
  readonly name: string;
  readonly url: string;
}

/**
 * Returns the addresses of `@externalDocumentation`, in the model's order (Smithy 2.0, "externalDocumentation trait").
 * Those that are no address of `http` or `https` are left out: they come from strangers, and are printed as links.
 */
export function externalDocumentation(of: Traited): ExternalDocumentation[] {
  const value = trait(of, "externalDocumentation");
  if (!isNodeObject(value)) return [];
  return Object.entries(value).flatMap(([name, url]) => {
    return typeof url === "string" && ADDRESS.test(url) ? [{ name, url }] : [];
  });
}

/** An address of the web, of the characters that RFC 3986 allows. */
const ADDRESS = /^https?:\/\/[^\s"<>\\^`{|}\p{C}]+$/iu;
