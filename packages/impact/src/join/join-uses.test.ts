import { compareModels } from "@shapelog/diff";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import type { CodePlace, Use } from "../use.js";
import { joinUses } from "./join-uses.js";

const modelWith = (parts: string) =>
  modelOf(`$version: "2.0"
namespace example
@aws.protocols#awsJson1_1
service S { version: "1", operations: [Get] }
operation Get { input: Input, output: Output }
${parts}`);

const BEFORE = modelWith(`structure Input { Name: Name, Mode: Mode, Old: String }
@length(max: 64) string Name
enum Mode { ON, OFF, AUTO }
structure Output { State: State, Kind: Kind, @required Size: Integer }
enum State { UP, DOWN }
enum Kind { A, B }`);

const AFTER = modelWith(`structure Input { Name: Name, @required Mode: Mode }
@length(max: 8) string Name
enum Mode { ON, OFF }
structure Output { State: State, Kind: Kind, Size: Integer }
enum State { UP, STOPPED }
enum Kind { A, B, C }`);

const { findings } = compareModels({ label: "before", model: BEFORE }, { label: "after", model: AFTER });

const AT: CodePlace = { file: "/app.ts", start: 0, end: 1, line: 1, column: 1, code: "" };

type Facts<T> = T extends Use
  ? Omit<T, "at" | "package" | "checked"> & { readonly checked?: boolean }
  : never;

function effectsOf(facts: Facts<Use>) {
  const use = { at: AT, package: "p", checked: true, ...facts } as Use; // its kind has its facts
  return joinUses([use], findings, { models: [BEFORE, AFTER] }).map(
    ({ effect, finding }) => `${effect} ${finding?.rule}`,
  );
}

describe("joinUses", () => {
  const CASES: readonly (readonly [name: string, facts: Facts<Use>, effects: readonly string[]])[] = [
    [
      "a value that is gone",
      { kind: "value", shape: "State", value: "DOWN", form: "comparison" },
      ["breaks response.enum.values-replaced"],
    ],
    [
      "one that nobody checks",
      { kind: "value", shape: "State", value: "DOWN", form: "comparison", checked: false },
      ["dead response.enum.values-replaced"],
    ],
    ["one that stays", { kind: "value", shape: "State", value: "UP", form: "comparison" }, []],
    [
      "one that another enum keeps",
      { kind: "value", shape: "State", value: "DOWN", form: "comparison", checked: false, others: ["Kind"] },
      [],
    ],
    [
      "a value that is sent unchecked",
      { kind: "value", shape: "Mode", value: "AUTO", form: "argument", checked: false },
      ["silent request.enum.value-removed"],
    ],
    [
      "a switch with a default",
      { kind: "cover", shape: "Kind", form: "switch", values: ["A", "B"], rest: "default" },
      ["silent response.enum.value-added"],
    ],
    [
      "a switch that has to name all",
      { kind: "cover", shape: "Kind", form: "switch", values: ["A", "B"], rest: "never" },
      ["breaks response.enum.value-added"],
    ],
    [
      "a switch that names the new value",
      { kind: "cover", shape: "Kind", form: "switch", values: ["A", "B", "C"], rest: "nothing" },
      [],
    ],
    [
      "a structure without what is required",
      { kind: "build", shape: "Input", members: ["Name"], isOpen: false },
      ["breaks request.member.required"],
    ],
    ["one that may have it", { kind: "build", shape: "Input", members: ["Name"], isOpen: true }, []],
    [
      "a text that is too long",
      { kind: "write", shape: "Input", member: "Name", constant: { kind: "text", value: "too long a name" } },
      ["silent request.limit.tightened"],
    ],
    [
      "a text that fits",
      { kind: "write", shape: "Input", member: "Name", constant: { kind: "text", value: "short" } },
      [],
    ],
    [
      "a member that is gone",
      { kind: "write", shape: "Input", member: "Old", checked: false },
      ["silent request.member.removed"],
    ],
    [
      "a member that can be missing",
      { kind: "read", shape: "Output", member: "Size", guarded: false },
      ["silent response.member.optional"],
    ],
    ["one that is asked for", { kind: "read", shape: "Output", member: "Size", guarded: true }, []],
    ["an operation that stays", { kind: "call", operation: "Get", form: "command" }, []],
  ];

  it.each(CASES)("says what becomes of %s", (_, facts, effects) => {
    expect(effectsOf(facts)).toEqual(effects);
  });
});
