import { diffModels } from "@shapelog/changes";
import { digestModel, type Ledger, type Revision } from "@shapelog/ledger";
import { createModel, type Model, type Shape, type ShapeId } from "@shapelog/model";
import { type LargeStory, largeShapes, RESOURCES } from "./large-shapes.js";

/** The revision in which one enum gains 193 values at many places. */
export const MANY_VALUES = "2021-12-01";
/** The revision with more entries than anyone reads from top to bottom. */
export const MANY_ENTRIES = "2022-06-01";
/** The revision that rewords the texts of all resources. */
export const MANY_TEXTS = "2022-09-01";

/** A service as a site is made of. */
export interface LargeService {
  readonly id: string;
  readonly packageName: string;
  readonly model: Model;
  readonly ledger: Ledger;
}

/** Returns a service as large as the largest, with forty revisions. The same each time. */
export function largeService(): LargeService {
  const revisions: Revision[] = [];
  const kept = new Map<ShapeId, readonly [text: string, shape: Shape]>();
  let model = createModel([]);
  for (const [index, story] of stories().entries()) {
    const next = createModel(largeShapes(story).map((shape) => keepEqual(kept, shape)));
    const date = dateOf(index);
    revisions.push({
      ...{
        id: date,
        date,
        source: { name: "harbor", version: `1.${index}.0`, commit: `c0ffee${1000 + index}` },
      },
      ...{
        before: revisions.at(-1)?.after ?? null,
        after: digestModel(next),
        changes: diffModels(model, next),
      },
    });
    model = next;
  }
  return { id: "harbor", packageName: "@example/harbor", model, ledger: { service: "harbor", revisions } };
}

function stories(): LargeStory[] {
  const start: LargeStory = { classes: 620, reworked: 0, reworded: 0, removed: false, grown: 0 };
  return Array.from({ length: 40 }, (_, index) => {
    const date = dateOf(index);
    return {
      classes: start.classes + index * 3 + (date >= MANY_VALUES ? 190 : 0),
      reworked: date >= MANY_ENTRIES ? 60 : 0,
      reworded: date >= MANY_TEXTS ? RESOURCES.length : 0,
      removed: date >= "2022-03-01",
      grown: index,
    };
  });
}

/** One revision a quarter. */
function dateOf(index: number): string {
  return `${2014 + Math.floor(index / 4)}-${String(3 + (index % 4) * 3).padStart(2, "0")}-01`;
}

/** Returns the shape that was there before where it says the same, so that comparing is quick. */
function keepEqual(kept: Map<ShapeId, readonly [string, Shape]>, shape: Shape): Shape {
  const text = JSON.stringify(shape);
  const [known, before] = kept.get(shape.id) ?? [];
  if (known === text && before) return before;
  kept.set(shape.id, [text, shape]);
  return shape;
}
