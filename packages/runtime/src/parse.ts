/**
 * What `/parse` of generated packages calls. Not for people: generated code and this module change together.
 *
 * @packageDocumentation
 * @internal
 */
export { createParser, type ParseSettings } from "./parse-value.js";
