import { loadModel, readDefinitions } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";

function references(text: string): number {
  const shapes = `
resource City { identifiers: { cityId: String, country: String } }
resource Country { identifiers: { country: String } }
`;
  const { model } = loadModel([
    { file: "a.smithy", text: `$version: "2.0"\nnamespace a\n${shapes}\n${text}` },
  ]);
  const { events } = validateModel({ model, definitions: readDefinitions(), afterErrors: true });
  return events.filter(({ code }) => code === "ReferencesTrait").length;
}

it.each([
  ["a member of each identifier's name", "[{ resource: City }]", "cityId: String, country: String", 0],
  ["members named by ids", '[{ resource: Country, ids: { country: "land" } }]', "land: String", 0],
  ["members that are no strings", "[{ resource: Country }]", "country: Integer", 1],
  ["no member", "[{ resource: Country }]", "land: String", 1],
  ["too few ids", '[{ resource: City, ids: { cityId: "a" } }]', "a: String", 1],
  ["ids of another resource", '[{ resource: Country, ids: { cityId: "a" } }]', "a: String", 1],
])("looks at a structure with %s", (_, value, members, count) => {
  expect(references(`@references(${value})\nstructure Place { ${members} }`)).toBe(count);
});

it("lets a string stand for one identifier alone", () => {
  expect(references("@references([{ resource: Country }])\nstring CountryName")).toBe(0);
  expect(references("@references([{ resource: City }])\nstring CityName")).toBe(1);
  expect(references('@references([{ resource: Country, ids: { country: "x" } }])\nstring CountryName')).toBe(
    1,
  );
});
