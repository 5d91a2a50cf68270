import { modelOf } from "@shapelog/testing";
import { expect, it } from "vitest";
import { findMember, getShape } from "./lookup.js";
import { isSensitive } from "./sensitive.js";

const MODEL = modelOf(`
  structure Holder {
    plain: String
    @sensitive own: String
    target: Secret
    listed: Secrets
    nested: ListOfSecrets
    keyed: ByCard
    valued: ByName
    mixed: Mixed
    structure: Inner
  }
  @sensitive string Secret
  list Secrets { member: Secret }
  list ListOfSecrets { member: Secrets }
  map ByCard { @sensitive key: String, value: String }
  map ByName { key: String, value: Secret }
  @mixin @sensitive structure Hidden {}
  structure Mixed with [Hidden] {}
  structure Inner { secret: Secret }
`);

it.each([
  ["plain", false],
  ["own", true],
  ["target", true],
  ["listed", true],
  ["nested", false],
  ["keyed", true],
  ["valued", true],
  ["mixed", true],
  ["structure", false],
])("tells whether all of the member %s is sensitive: %s", (name, expected) => {
  const holder = getShape(MODEL, "example#Holder");
  const member = holder.kind === "structure" ? findMember(holder, name) : undefined;
  expect(member && isSensitive(MODEL, member)).toBe(expected);
});
