import type { EmitResult } from "@shapelog/emit";
import type { NodeValue, Shape, ShapeId } from "@shapelog/model";
import { emitTypes } from "../src/emit-types.js";
import { modelOf } from "./build-model.js";

/** What tests say of a model and how it is emitted. */
export interface CaseOptions {
  readonly service?: Record<string, NodeValue>;
  readonly since?: Readonly<Record<ShapeId, string>>;
}

/** Returns the types of a service that binds the operations among the shapes. */
export function emitCase(shapes: readonly Shape[], options: CaseOptions = {}): Promise<EmitResult> {
  const { model, service } = modelOf(shapes, options.service);
  const { since = {} } = options;
  return emitTypes(model, {
    service,
    packageName: "@example/weather",
    source: "models/weather/model.smithy",
    since: (id) => (Object.hasOwn(since, id) ? since[id] : undefined),
  });
}

/** Returns the text of one of the files. */
export function textOf({ files }: EmitResult, name: string): string {
  return files.find(({ path }) => path === `src/${name}`)?.text ?? "";
}
