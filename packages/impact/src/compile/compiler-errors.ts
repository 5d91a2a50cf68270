import type ts from "typescript";
import type { CompilerError } from "../place.js";
import { placeAt } from "../program/code-place.js";
import type { TypeScript } from "../program/typescript.js";

/** Returns what the compiler says of a file. */
export function compilerErrors(ts: TypeScript, program: ts.Program, file: ts.SourceFile): CompilerError[] {
  return program.getSemanticDiagnostics(file).flatMap((found): CompilerError[] => {
    if (found.category !== ts.DiagnosticCategory.Error || found.start === undefined) return [];
    const { start, length = 0, code, messageText } = found;
    const message = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0] ?? "";
    return [{ code, message, at: placeAt(file, start, start + length) }];
  });
}

/** Returns the errors that others do not have. What a message says may differ by what it lists, so codes and places count. */
export function withoutKnown(
  errors: readonly CompilerError[],
  known: readonly CompilerError[],
): CompilerError[] {
  const keyOf = ({ code, at }: CompilerError) => `${at.file} ${at.start} ${code}`;
  const keys = new Set(known.map(keyOf));
  return errors.filter((error) => !keys.has(keyOf(error)));
}
