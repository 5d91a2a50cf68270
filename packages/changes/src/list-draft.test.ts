import fc from "fast-check";
import { expect, it } from "vitest";
import { createListDraft } from "./list-draft.js";

const steps = fc.array(
  fc.record({
    index: fc.integer({ min: -5, max: 3000 }),
    entry: fc.constantFrom("a", "b", "c"),
    does: fc.constantFrom("insert", "insert", "remove", "replace", "removeByKey"),
  }),
  { maxLength: 60 },
);

it("changes as an array does, whatever the place", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), steps, (size, all) => {
      let plain = Array.from({ length: size }, (_, index) => `${index}`);
      const draft = createListDraft(plain, (entry) => entry);
      for (const { index, entry, does } of all) {
        const slot = does === "removeByKey" ? draft.find(entry) : draft.at(index);
        const at = does === "removeByKey" ? plain.indexOf(entry) : index;
        expect(slot?.entry).toBe(plain[at]);
        if (does === "insert") {
          draft.insert(index, entry);
          plain = plain.toSpliced(index, 0, entry);
        } else if (slot && does === "replace") {
          draft.replace(slot, entry);
          plain = plain.with(at, entry);
        } else if (slot) {
          draft.remove(slot);
          plain = plain.toSpliced(at, 1);
        }
      }
      expect(draft.read()).toEqual(plain);
    }),
  );
});

it("grows beside where it is changed", () => {
  const draft = createListDraft(["end"], (entry) => entry);
  const numbers = Array.from({ length: 5000 }, (_, index) => `${index}`);
  for (const number of numbers) draft.insert(0, number);
  expect(draft.read()).toEqual([...numbers.toReversed(), "end"]);
  for (const number of numbers) draft.remove(draft.find(number)!);
  expect(draft.read()).toEqual(["end"]);
});
