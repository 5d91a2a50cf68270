/**
 * What `/redact` of generated packages calls. Not for people: generated code and this module change together.
 *
 * @packageDocumentation
 * @internal
 */
export { createRedactor } from "./redact-value.js";
