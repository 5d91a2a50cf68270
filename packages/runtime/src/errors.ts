/**
 * What the guards of errors call. Not for people: generated code and this module change together.
 *
 * @packageDocumentation
 * @internal
 */
export { isThrown } from "./is-thrown.js";
