import { expect, it } from "vitest";
import { runMutations } from "./check-mutations/run-mutations.mjs";

it("one edited fact makes check fail at its place with the right cause, and an edit that says nothing does not", async () => {
  const { mutations, harmless } = await runMutations({ seed: 1, mutations: 48, harmless: 16 });
  /** @param {readonly { edit: import("./check-mutations/mutation.mjs").Edit, problem: string | undefined }[]} results */
  const tell = (results) =>
    results.flatMap(({ edit, problem }) =>
      problem === undefined ? [] : [`${edit.kind}: ${edit.what}: ${problem}`],
    );
  expect(tell(mutations)).toEqual([]);
  expect(tell(harmless)).toEqual([]);
  expect(new Set(mutations.map(({ edit }) => edit.kind)).size).toBe(16);
}, 300_000);
