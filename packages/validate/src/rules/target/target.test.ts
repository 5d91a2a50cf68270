import { loadModel, readDefinitions } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { target } from "./target.js";

function messagesOf(text: string): readonly string[] {
  const { model } = loadModel([{ file: "a.smithy", text: `$version: "2.0"\nnamespace a\n${text}` }]);
  const { events } = validateModel({ model, definitions: readDefinitions(), rules: [target] });
  return events.map(({ code, shape, message }) => `${code} ${shape}: ${message}`);
}

it("tells of a member as a target what it is, and of a member that is not there that it is not", () => {
  expect(messagesOf("structure S { b: S$c, c: String, d: S$e }")).toEqual([
    "Target a#S$b: a#S$b has member a#S$c, which is a member. Name the shape that it targets.",
    expect.stringMatching(
      /^Target\.UnresolvedShape a#S\$d: a#S\$d has member a#S\$e, which is not in the model\./,
    ),
  ]);
});

it("says nothing of targets that can stand where they are", () => {
  expect(
    messagesOf("structure S { b: String, c: S }\n@mixin structure M {}\nstructure T with [M] {}"),
  ).toEqual([]);
});
