import { loadModel, readDefinitions } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";

const SHAPES = `
@streaming
blob Content

@streaming
@requiresLength
blob Sized

structure Picture {
    @required
    content: Content
}

@streaming
union Events { sighting: Sighting }

structure Sighting {}
`;

function streaming(text: string): readonly (string | undefined)[] {
  const { model } = loadModel([
    { file: "a.smithy", text: `$version: "2.0"\nnamespace a\n${SHAPES}\n${text}` },
  ]);
  return validateModel({ model, definitions: readDefinitions(), afterErrors: true })
    .events.filter(({ code }) => code === "StreamingTrait")
    .map(({ shape }) => shape);
}

it("lets streams stand in inputs, outputs and mixins", () => {
  const uses = `
@mixin
structure Streaming { @required content: Content }
operation Copy {
    input := with [Streaming] {}
    output: Picture
}`;
  expect(streaming(uses)).toEqual([]);
});

it.each([
  ["in a member's target", "structure Album { picture: Picture }", "a#Album$picture"],
  ["in an error", 'apply Picture @error("client")\noperation Copy { errors: [Picture] }', "a#Copy"],
  [
    "of needed length in an output",
    "operation Get { output := { @required content: Sized } }",
    "a#GetOutput",
  ],
  ["of bytes that may be absent", "operation Get { output := { content: Content } }", "a#GetOutput$content"],
  ["of events that are no structures", "@streaming\nunion Odd { text: String }", "a#Odd"],
])("finds a stream %s", (_, text, shape) => {
  expect(streaming(text)).toEqual([shape]);
});

it("wants @httpPayload where the protocol heeds it", () => {
  const service = (protocol: string) => `
@aws.protocols#${protocol}
service Pictures { version: "1", operations: [Get] }
@http(method: "POST", uri: "/")
operation Get { output: Picture }`;
  expect(streaming(service("restJson1"))).toEqual(["a#Picture$content"]);
  expect(streaming(service("awsJson1_1"))).toEqual([]);
});

it("lets event streams be absent", () => {
  expect(streaming("operation Watch { output := { events: Events } }")).toEqual([]);
});
