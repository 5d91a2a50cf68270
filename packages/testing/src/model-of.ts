import { printText } from "@shapelog/diagnostics";
import {
  createModel,
  findServices,
  type Model,
  type ServiceShape,
  type Shape,
  type ShapeId,
  UNIT,
} from "@shapelog/model";
import { loadModel } from "@shapelog/smithy";

export interface ModelOfOptions {
  /**
   * Whether a text without a service gets one: `Things`, whose operation `GetThing` takes the structure `Input` and
   * returns `Output`, where the text has them. Default: false.
   */
  readonly impliedService?: boolean;
}

const FILE = "test.smithy";
const NAMESPACE = "example";
/** A line that begins what stands behind the namespace; before it are the version and the metadata. */
const FIRST_SHAPE =
  /^[ \t]*(?:\/\/\/|@[A-Za-z_]|(?:use|apply|blob|boolean|document|string|byte|short|integer|long|float|double|bigInteger|bigDecimal|timestamp|enum|intEnum|list|set|map|structure|union|service|operation|resource)[ \t]+[A-Za-z_])/m;

/**
 * Returns the model of an IDL text. `$version: "2.0"` and `namespace example` may be left out.
 *
 * @throws Where the text has an error, with the place.
 * @example
 * modelOf("structure Input { @required name: String }", { impliedService: true });
 */
export function modelOf(idl: string, { impliedService = false }: ModelOfOptions = {}): Model {
  const text = completeIdl(idl);
  const { model, diagnostics } = loadModel([{ file: FILE, text }]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(printText(errors, { sources: { text: () => text } }));
  return impliedService ? withService(model) : model;
}

/** Returns an IDL text with the version and the namespace that it may leave out. */
export function completeIdl(text: string): string {
  const version = /^\s*\$version\b/m.test(text) ? "" : '$version: "2.0"\n';
  if (/^\s*namespace\s/m.test(text)) return version + text;
  const first = text.search(FIRST_SHAPE);
  const at = first === -1 ? text.length : first;
  const head = text.slice(0, at);
  return `${version}${head}${head === "" || head.endsWith("\n") ? "" : "\n"}namespace ${NAMESPACE}\n${text.slice(at)}`;
}

/**
 * Returns the one service of a model.
 *
 * @throws Where there is none, or more than one.
 */
export function serviceOf(model: Model): ServiceShape {
  const [service, ...more] = findServices(model);
  if (!service || more.length > 0)
    throw new Error(`the model has ${more.length + (service ? 1 : 0)} services`);
  return service;
}

function withService(model: Model): Model {
  const shapes = [...model.shapes.values()];
  if (shapes.some(({ kind }) => kind === "service")) return model;
  const data = (name: string): ShapeId => {
    const id = `${NAMESPACE}#${name}`;
    return model.shapes.has(id) ? id : UNIT;
  };
  const operation: Shape = {
    kind: "operation",
    id: `${NAMESPACE}#GetThing`,
    traits: {},
    input: data("Input"),
    output: data("Output"),
    errors: [],
  };
  const service: Shape = {
    kind: "service",
    id: `${NAMESPACE}#Things`,
    traits: {},
    version: "2024-01-01",
    operations: [operation.id],
    resources: [],
    errors: [],
    rename: [],
  };
  return createModel([...shapes, operation, service], model.metadata);
}
