import { createModel, type Shape } from "@shapelog/model";
import { expect, it } from "vitest";
import { findRevisions, type RevisionSource, startWalk } from "../src/index.js";

it("does what the README shows", () => {
  const read = ({ bytes }: RevisionSource) => ({
    model: createModel(JSON.parse(bytes.toString()) as Shape[]),
    diagnostics: [],
  });
  const plan = { service: "events", names: ["events"], source: "git", revisions: [] };
  const walk = startWalk({ plan, read, verify: true });
  const dates = ["2020-01-01", "2020-02-01"];
  const rows = ["string", "blob"].flatMap((kind, index) => {
    const shapes = [{ kind, id: "a#Name", traits: {} }];
    const at = { commit: `c${index}`, date: dates[index] ?? "", path: "model.json", blob: `b${index}` };
    const model = Buffer.from(JSON.stringify(shapes));
    const step = walk.step(index > 0 ? { ...at, from: "model.json" } : at, { model });
    return step.row ? [step.row] : [];
  });
  const [, last] = rows;
  expect(last?.findings[0]?.verdict).toBe("notice");
  expect(last && findRevisions(rows, last)).toHaveLength(2);
});
