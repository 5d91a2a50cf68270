import type { Change } from "@shapelog/changes";
import { expectLinear } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { createFindGiven } from "./find-given.js";

const ITEM = "shop#Item";

/** Changes that are many in one shape, by what tells them apart. */
const MANY: Record<string, (index: number) => Change> = {
  "bindings by name": (index) => ({
    ...{ kind: "resource.identifier.added", shape: ITEM, index, name: `id${index}`, target: "shop#Id" },
  }),
  "bindings by what they point to": (index) => ({
    ...{ kind: "service.operation.added", shape: ITEM, index, target: `shop#Buy${index}` },
  }),
  "values by their text": (index) => ({
    ...{ kind: "enum.value.renamed", shape: ITEM, value: `v${index}`, before: "OLD", after: "NEW" },
  }),
  "traits by their id": (index) => ({
    ...{ kind: "trait.added", shape: ITEM, member: "id", trait: `shop#t${index}`, after: {} },
  }),
  "members by their name": (index) => ({
    ...{ kind: "member.target.changed", shape: ITEM, member: `m${index}`, before: "shop#A", after: "shop#B" },
  }),
};

const list = (create: (index: number) => Change, length: number) =>
  Array.from({ length }, (_, index) => create(index));

describe("createFindGiven", () => {
  it.each(Object.keys(MANY))("finds the given one of %s, wherever in a list", (name) => {
    const create = MANY[name] ?? expect.fail(name);
    const given = list(create, 3);
    const [, second] = given;
    const found = createFindGiven(given)({
      ...create(1),
      ...(name.startsWith("bindings") ? { index: 7 } : {}),
    } as Change);
    expect(found).toBe(second);
    const other = create(3);
    expect(createFindGiven(given)(other)).toBe(other);
  });

  it.each(Object.keys(MANY))("takes work that grows with the number of %s", (name) => {
    const create = MANY[name] ?? expect.fail(name);
    expectLinear(
      (size) => {
        const given = list(create, size);
        const find = createFindGiven(given);
        for (let index = 0; index < size; index++) find(create(index));
      },
      { size: 8_000 },
    );
  });
});
