import { readFileSync } from "node:fs";
import type { EmitResult } from "@shapelog/emit";
import {
  createModel,
  findServices,
  type Model,
  type Profile,
  type ServiceShape,
  type ShapeId,
} from "@shapelog/model";
import { createShapes, modelOf, serviceOf } from "@shapelog/testing";
import { emitTypes } from "../src/emit-types.js";

/** Makes what IDL cannot write. */
export const { id, member, operation, shape, simple, value, service } = createShapes("example");

/** What tests say of how a model is emitted. */
export interface CaseOptions {
  readonly since?: Readonly<Record<ShapeId, string>>;
  readonly profile?: Profile;
}

/** Returns the types of an IDL text's or a model's service. One that has none gets one that binds its operations. */
export function emitCase(source: string | Model, options: CaseOptions = {}): Promise<EmitResult> {
  const model = withService(typeof source === "string" ? modelOf(source) : source);
  const { since = {}, profile } = options;
  return emitTypes(model, {
    service: serviceOf(model),
    packageName: "@example/weather",
    source: "models/weather/model.smithy",
    ...(profile === undefined ? {} : { profile }),
    since: (id) => (Object.hasOwn(since, id) ? since[id] : undefined),
  });
}

/** Returns the text of one of the files. */
export function textOf({ files }: EmitResult, name: string): string {
  return files.find(({ path }) => path === `src/${name}`)?.text ?? "";
}

/** Returns the model of Amazon Cognito's AdminListUserAuthEvents, as it was on 2024-11-22, with our own short docs. */
export function authEventsModel(): { readonly model: Model; readonly service: ServiceShape } {
  const model = modelOf(readFileSync(new URL("auth-events.smithy", import.meta.url), "utf8"));
  return { model, service: serviceOf(model) };
}

function withService(model: Model): Model {
  if (findServices(model).length > 0) return model;
  const shapes = [...model.shapes.values()];
  const operations = shapes.filter(({ kind }) => kind === "operation").map((found) => found.id);
  return createModel([service("Weather", operations, { "aws.protocols#awsJson1_1": {} }), ...shapes]);
}
