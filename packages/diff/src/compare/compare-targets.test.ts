import { createModel, type Member, type Shape } from "@shapelog/model";
import { compareTexts } from "@shapelog/patterns";
import { describe, expect, it } from "vitest";
import { createCompare } from "./compare-targets.js";

const member = (name: string, target: string): Member => ({ name, target, traits: {} });

function structure(name: string, members: readonly Member[]): Shape {
  return { kind: "structure", id: `example#${name}`, traits: {}, members };
}

function union(name: string, members: readonly Member[]): Shape {
  return { kind: "union", id: `example#${name}`, traits: {}, members };
}

function list(name: string, target: string): Shape {
  return { kind: "list", id: `example#${name}`, traits: {}, members: [member("member", target)] };
}

const text = member("text", "smithy.api#String");
const whole = member("number", "smithy.api#Integer");
const SHAPES: readonly Shape[] = [
  structure("Text", [text]),
  structure("More", [text, whole]),
  structure("Other", [whole]),
  structure("InText", [member("inner", "example#Text"), member("again", "example#InText")]),
  structure("InMore", [member("inner", "example#More"), member("again", "example#InMore")]),
  list("Texts", "example#Text"),
  list("Mores", "example#More"),
  union("OneText", [text]),
  union("OneMore", [text, whole]),
];

describe("createCompare", () => {
  const model = createModel(SHAPES);
  const compare = createCompare({ before: model, after: model, compareTexts });

  it.each([
    ["Text", "More", "extended", "extended", "with `number` added"],
    ["More", "Text", "other", "other", "without `number`"],
    ["Text", "Other", "other", "other", "without `text`, with `number` added"],
    ["InText", "InMore", "extended", "extended", "with `inner.number` added"],
    ["InMore", "InText", "other", "other", "without `inner.number`"],
    ["Texts", "Mores", "extended", "extended", "with `number` added"],
    ["OneText", "OneMore", "extended", "opened", "with `number` added"],
    ["OneMore", "OneText", "other", "other", "without `number`"],
    ["More", "OneMore", "other", "extended", ""],
    ["OneMore", "More", "extended", "opened", ""],
    ["Text", "Texts", "other", "other", ""],
  ])("relates %s to %s: %s to senders, %s to readers", (before, after, request, response, inside) => {
    expect(compare(`example#${before}`, `example#${after}`)).toMatchObject({ request, response, inside });
  });

  it("follows chains of shapes that are longer than the stack is deep, and shortens their paths", () => {
    const length = 12_000;
    const chain = (name: string, last: string) =>
      Array.from({ length }, (_, index) => {
        const target = index === length - 1 ? last : `example#${name}${index + 1}`;
        return structure(`${name}${index}`, [member("next", target)]);
      });
    const long = createModel([...chain("A", "smithy.api#String"), ...chain("B", "smithy.api#Blob")]);
    const { request, inside } = createCompare({ before: long, after: long, compareTexts })(
      "example#A0",
      "example#B0",
    );
    expect(request).toBe("other");
    expect(inside.length).toBeLessThan(200);
  });
});
