/**
 * Checks that a program runs itself, without writing a package.
 *
 * @packageDocumentation
 * @internal
 */
export { type EmittedChecks, emitWireChecks } from "./emit-wire-checks.js";
