import { createModel, type Model, type Shape, UNIT } from "@shapelog/model";
import { loadModel } from "@shapelog/smithy";

/**
 * Returns the model of an example. Where it names no namespace it is in `example`, and where it has no service there is
 * one, `Things`, whose operation `GetThing` takes `Input` and returns `Output` where there are such shapes.
 */
export function readExampleModel(text: string): Model {
  const whole = /^namespace /m.test(text) ? text : `$version: "2.0"\nnamespace example\n${text}`;
  const { model, diagnostics } = loadModel([{ file: "example.smithy", text: whole }]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const shapes = [...model.shapes.values()];
  if (shapes.some(({ kind }) => kind === "service")) return model;
  const data = (name: string) => (model.shapes.has(`example#${name}`) ? `example#${name}` : UNIT);
  const operation: Shape = {
    kind: "operation",
    id: "example#GetThing",
    traits: {},
    input: data("Input"),
    output: data("Output"),
    errors: [],
  };
  const service: Shape = {
    kind: "service",
    id: "example#Things",
    traits: {},
    version: "2024-01-01",
    operations: [operation.id],
    ...{ resources: [], errors: [], rename: [] },
  };
  return createModel([...shapes, operation, service], [...model.metadata]);
}
