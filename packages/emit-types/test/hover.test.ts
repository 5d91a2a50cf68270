import type { EmitResult } from "@shapelog/emit";
import { beforeAll, describe, expect, it } from "vitest";
import { emitCase } from "./emit-case.js";
import { hover } from "./hover.js";

const MODEL = `
  /// Finds places.
  operation Find { input: FindRequest, output: FindResponse, errors: [Gone, Lost] }
  /// What to look for.
  structure FindRequest {
    /// How wide the search is.
    @required scale: Scale
    @externalDocumentation(Guide: "https://example.com/scale")
    other: Scale
    @sensitive own: String
    /// Who looks.
    secret: Secret
    words: Secrets
    plain: String
  }
  structure FindResponse { place: Place, places: Places }
  list Places { member: Place }
  /// Where it is.
  union Place {
    /// In a city.
    city: String
    near: Near
  }
  structure Near { place: Place, scale: Scale }
  /// The scale of a map.
  enum Scale {
    /// A town.
    SMALL = "small"
    /// A country.
    @deprecated(message: "Use SMALL.", since: "2024-01-01")
    LARGE = "large"
  }
  @sensitive string Secret
  list Secrets { member: Secret }
  @error("server") structure Lost {}
  /// It moved away.
  @error("client") structure Gone { message: String, where: Place }
`;

let files: EmitResult["files"];
beforeAll(async () => {
  const since = { "example#Scale$LARGE": "2022-08-18", "example#FindRequest$scale": "2017-11-28" };
  ({ files } = await emitCase(MODEL, { since }));
});

/** Returns what an editor shows at each `^` of a program that imports what is used here. */
function hoverIn(program: string) {
  const types = [...program.matchAll(/\b(?:Errors|Find\w+|Near|Open|Operations|Place|Scale)\b/g)].map(
    ([name]) => name,
  );
  const imports = [...new Set(types)].filter((name) => name !== "Find").join(", ");
  return hover(
    files,
    `import type { ${imports} } from "./index.js";
     import { isGone, isServiceError, Scale as SCALES } from "./index.js";
     import type { ReadResult, Result } from "@shapelog/runtime";
     export const used = [isGone, isServiceError, SCALES];
     export type Used = ReadResult<unknown> | Result<unknown>;
     ${program}`,
  );
}

describe("an editor shows names, and not what they are made of,", () => {
  it.each([
    ["an input", "declare const ^input: FindCommandInput;", "const input: FindCommandInput"],
    ["an output", "declare const ^output: FindCommandOutput;", "const output: FindCommandOutput"],
    ["a structure", "type It = ^FindRequest;", "(alias) interface FindRequest\nimport FindRequest"],
    ["a member", "declare const near: Near; near.^place;", "(property) Near.place?: Place | undefined"],
    [
      "a union",
      "type It = ^Place;",
      "(alias) type Place = Place.CityMember | Place.NearMember | Place.$UnknownMember\n(alias) namespace Place\nimport Place",
    ],
    [
      "an alternative that is set",
      "declare const place: Place; if (place.near) ^place;",
      "const place: Place.NearMember",
    ],
    [
      "an alternative of a union",
      "declare const place: Place; place.^near;",
      "(property) near?: Near | undefined",
    ],
    [
      "an enum, of which the values are the point",
      "type It = ^Scale;",
      '(alias) type Scale = "small" | "large"\nimport Scale',
    ],
    ["an error", 'declare const ^error: Errors["Gone"];', "const error: Errors.Gone"],
    [
      "the errors of an operation",
      "type It = ^FindErrors;",
      "(alias) type FindErrors = Errors.Gone | Errors.Lost\nimport FindErrors",
    ],
    [
      "what a guard found",
      "declare const error: unknown; if (isGone(error)) ^error;",
      "const error: Errors.Gone",
    ],
    [
      "what the guard of all found",
      "declare const error: unknown; if (isServiceError(error)) ^error;",
      "const error: Errors.Gone | Errors.Lost",
    ],
    [
      "what the guard of some found",
      'declare const error: unknown; if (isServiceError(error, "Lost")) ^error;',
      "const error: Errors.Lost",
    ],
    ["a result", "declare const ^result: Result<FindRequest>;", "const result: Result<FindRequest>"],
    [
      "a value that was checked",
      "declare const result: Result<FindRequest>; if (result.ok) ^result;",
      "const result: Valid<FindRequest>",
    ],
    [
      "a value that was read",
      "declare const result: ReadResult<FindRequest>; if (result.ok) ^result;",
      "const result: Read<FindRequest>",
    ],
    [
      "what was wrong",
      "declare const result: ReadResult<FindRequest>; if (!result.ok) ^result;",
      "const result: Invalid",
    ],
    [
      "an open structure",
      "declare const result: ReadResult<FindRequest>; if (result.ok) { const ^value = result.value; }",
      "const value: Opened<FindRequest>",
    ],
    [
      "an open union",
      "declare const ^place: Open<Place>;",
      "const place: Opened<Place.CityMember> | Opened<Place.NearMember> | Opened<Place.$UnknownMember>",
    ],
    ["an operation", 'declare const ^input: Operations["Find"]["input"];', "const input: FindCommandInput"],
  ])("of %s", (_what, program, shown) => {
    expect(hoverIn(program).map((hovered) => hovered.shown)).toEqual([shown]);
  });
});

describe("an editor shows what the model says", () => {
  it("of members, with their targets' words where they have none, and how to go on reading", () => {
    const [scale, other] = hoverIn("declare const input: FindRequest; input.^scale; input.^other;");
    expect(scale).toMatchObject({ text: "How wide the search is.", tags: ["@since 2017-11-28"] });
    expect(other).toMatchObject({
      text: "The scale of a map.",
      tags: ["@see Guide : https://example.com/scale"],
    });
  });

  it("of what is sensitive: by itself, by its target, and as a list of such", () => {
    const found = hoverIn(
      "declare const input: FindRequest; input.^own; input.^secret; input.^words; input.^plain;",
    );
    expect(found.map(({ tags }) => tags)).toEqual([["@sensitive"], ["@sensitive"], ["@sensitive"], []]);
  });

  it("of the values of enums", () => {
    const [scales, small, large] = hoverIn("^SCALES.SMALL; SCALES.^SMALL; SCALES.^LARGE;");
    expect(scales?.text).toContain("The scale of a map.");
    expect(small).toMatchObject({ shown: '(property) SMALL: "small"', text: "A town." });
    expect(large).toMatchObject({
      text: "A country.",
      tags: ["@deprecated Since 2024-01-01. Use SMALL.", "@since 2022-08-18"],
    });
  });

  it("of alternatives and of errors", () => {
    const [city, gone] = hoverIn("declare const place: Place; place.^city; type It = Errors.^Gone;");
    expect(city?.text).toBe("In a city.");
    expect(gone?.text).toBe("It moved away.");
  });

  it("and no ids of shapes", () => {
    for (const { text } of files) expect(text).not.toMatch(/@see \S+#/);
  });
});
