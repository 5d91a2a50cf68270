import type { EmitResult } from "@shapelog/emit";
import { createModel, type Model } from "@shapelog/model";
import { createShapes, modelOf, serviceOf } from "@shapelog/testing";
import { emitParse } from "../src/emit-parse.js";
import { emitRedact } from "../src/emit-redact.js";
import { emitSchemas } from "../src/emit-schemas.js";

const { member, operation, service, shape, simple } = createShapes("example");

/** Returns the schemas of an IDL text's or a model's service. */
export function emitCase(source: string | Model): EmitResult {
  const model = typeof source === "string" ? modelOf(source) : source;
  return emitSchemas(model, { service: serviceOf(model), source: "models/weather/model.smithy" });
}

/** Returns the functions that work by a service's schemas: how its values are redacted, and parsed. */
export function emitFunctions(model: Model): EmitResult["files"] {
  const options = { service: serviceOf(model), source: "models/weather/model.smithy" };
  return [emitRedact, emitParse].flatMap((emit) => [...emit(model, options).files]);
}

/** Returns the text of the file. */
export function textOf(source: string | Model): string {
  return emitCase(source)
    .files.map(({ text }) => text)
    .join("");
}

const EVIL = `"]; alert(1); // */ \u2028 </script> \${x} \ud800`;

/** Returns a model with names and values that no IDL can write. */
export function hostileModel(): Model {
  const traits = {
    xmlName: EVIL,
    jsonName: 1,
    mediaType: { a: EVIL },
    httpHeader: EVIL,
    endpoint: { hostPrefix: EVIL },
    http: { method: EVIL, uri: EVIL, code: EVIL },
    httpError: EVIL,
    xmlNamespace: { uri: EVIL, prefix: [EVIL] },
    error: EVIL,
    "aws.protocols#awsQueryError": { code: EVIL, httpResponseCode: EVIL },
  };
  return createModel([
    { ...service("Weather", ["Get"], { xmlNamespace: EVIL }), version: EVIL },
    operation("Get", { input: "GetInput", errors: ["toString"], traits }),
    shape("structure", "GetInput", [
      member("__proto__", "toString", traits),
      member(EVIL, "list"),
      member("constructor", "String"),
    ]),
    shape("structure", "toString", [], traits),
    shape("list", "list", [member("member", "String", traits)]),
    simple("string", "unused", traits),
  ]);
}
