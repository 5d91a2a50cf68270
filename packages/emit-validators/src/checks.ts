/**
 * Checks that a program runs itself, without writing a package.
 *
 * @packageDocumentation
 * @internal
 */
export { type EmitChecksOptions, type EmittedChecks, emitChecks } from "./emit-checks.js";
