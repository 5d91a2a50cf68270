import { loadModel, readDefinitions } from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { defaultTrait } from "./default-trait.js";

function eventsOf(text: string): string[] {
  const lines = text.replaceAll(/(?<=\{) (?=@|m|member)| (?=\} )| (?=\}$)|(?<=\}) /g, "\n");
  const source = { file: "a.smithy", text: `$version: "2.0"\nnamespace a\n${lines}\n` };
  const { model, diagnostics } = loadModel([source]);
  expect(diagnostics).toEqual([]);
  const { events } = validateModel({ model, definitions: readDefinitions(), rules: [defaultTrait] });
  return events.map(({ severity, shape }) => `${severity} ${shape}`);
}

describe("DefaultTrait", () => {
  it.each<[string, string, string[]]>([
    ["a default that fits", "structure S { m: Integer = 1 }", []],
    ["null on a member", "structure S { m: Integer = null }", []],
    ["null on a shape", "@default(null) integer I", ["error a#I"]],
    ["a list with entries", "structure S { m: L = [1] } list L { member: Integer }", ["error a#S$m"]],
    ["an empty list", "structure S { m: L = [] } list L { member: Integer }", []],
    ["an object with entries for a document", "structure S { m: Document = {a: 1} }", ["error a#S$m"]],
    ["text for a blob that is no base64", 'structure S { m: Blob = "not base64!" }', ["warning a#S$m"]],
    ["a value that its enum has not", 'structure S { m: E = "B" } enum E { A = "A" }', ["error a#S$m"]],
    ["a number that its intEnum has not", "structure S { m: E = 2 } intEnum E { A = 1 }", ["error a#S$m"]],
    ["a longer text than allowed", 'structure S { @length(max: 2) m: String = "abc" }', ["error a#S$m"]],
    [
      "a text that its pattern refuses",
      'structure S { @pattern("^[a-z]$") m: String = "A" }',
      ["error a#S$m"],
    ],
    ["a number that is no byte", "structure S { m: Byte = 128 }", ["error a#S$m"]],
    ["an object for a string", "structure S { m: String = {} }", ["error a#S$m"]],
    ["an empty object for a document", "structure S { m: Document = {} }", []],
    ["an empty map", "structure S { m: M = {} } map M { key: String, value: String }", []],
    ["zero out of range", "structure S { @range(min: 1) m: Integer = 0 }", ["warning a#S$m"]],
    ["another number out of range", "structure S { @range(min: 1) m: Integer = -1 }", ["error a#S$m"]],
    [
      "a target's default that is not repeated",
      "structure S { m: I } @default(1) integer I",
      ["error a#S$m"],
    ],
    ["a target's default that is repeated", "structure S { m: I = 1 } @default(1) integer I", []],
    ["a target's default that is taken back", "structure S { m: I = null } @default(1) integer I", []],
    ["another default than the target's", "structure S { m: I = 2 } @default(1) integer I", ["error a#S$m"]],
    ["a target's default in a list", "list L { member: I } @default(1) integer I", []],
  ])("%s", (_, text, expected) => {
    expect(eventsOf(text)).toEqual(expected);
  });
});
