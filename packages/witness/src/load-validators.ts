import { emitValidators } from "@shapelog/emit-validators";
import type { ShapeId } from "@shapelog/model";
import type { Result } from "@shapelog/runtime";
import * as runtime from "@shapelog/runtime/checks";
import ts from "typescript";
import type { Side } from "./side.js";
import type { Json } from "./value.js";

/** Returns what the strict validator of a shape says of a document. */
export type Validate = (shape: ShapeId, document: Json) => Result<unknown> | undefined;

/**
 * Returns the validators of a side: those that its generated package has for the wire, compiled here. `undefined` comes of
 * a shape that has none.
 */
export function loadValidators(side: Side): Validate {
  const { files } = emitValidators(side.model, { service: side.service, names: side.names });
  const texts = new Map(files.map(({ path, text }) => [path.replace(/^src\//, "./").replace(/\.ts$/, ".js"), text]));
  const loaded = new Map<string, Readonly<Record<string, unknown>>>();
  const load = (name: string): Readonly<Record<string, unknown>> => {
    if (name === "@shapelog/runtime/checks") return runtime;
    const known = loaded.get(name);
    if (known) return known;
    const text = texts.get(name);
    if (text === undefined) throw new Error(`emitted validators import ${name}`);
    const exported: Record<string, unknown> = {};
    loaded.set(name, exported);
    evaluate(text)(load, exported);
    return exported;
  };
  const validators = load("./validators.js");
  return (shape, document) => {
    const validate = side.names.all.has(shape) ? validators[`validate${side.names.of(shape)}`] : undefined;
    return typeof validate === "function" ? validate(document) : undefined;
  };
}

/** Runs what the emitter wrote, as users of a generated package do: names and texts of a model are never code in it. */
function evaluate(text: string): (load: unknown, exported: unknown) => void {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  return new Function("require", "exports", `"use strict";\n${outputText}`) as never;
}
