import fc from "fast-check";
import { expect, it } from "vitest";
import { PACKABLE, packNames, unpackNames } from "./pack-names.js";

it("packs names by their first word", () => {
  expect(packNames(["GetRole", "GetUser", "ListUsers", "Ping"])).toBe("Get Role User,List Users,Ping ");
});

it("packs and unpacks any names", () => {
  const name = fc.stringMatching(PACKABLE);
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      expect(unpackNames(packNames(names)).sort()).toEqual([...names].sort());
    }),
  );
});
