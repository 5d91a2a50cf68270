import { type Ledger, replay } from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import { expect, it } from "vitest";
import { enumShape, idOf, list, member, recordEditions, structure } from "../../test/model-builder.js";
import { findStretches, follow, joinStretches, shapeAt, startTimeline, type Timeline } from "./timeline.js";

function growTimeline(ledger: Ledger, model: Model): Timeline {
  const growing = startTimeline();
  for (const step of replay(ledger).steps) growing.add(step);
  return growing.end(model);
}

const FOREVER = Number.POSITIVE_INFINITY;

function timelineOf(...editions: readonly (readonly ReturnType<typeof structure>[])[]): Timeline {
  const { ledger, model } = recordEditions(
    "test",
    editions.map((shapes, index) => ({ date: `2020-01-0${index + 1}`, shapes })),
  );
  return growTimeline(ledger, model);
}

function stretchesAt(
  timeline: Timeline,
  root: string,
  ...keys: readonly string[]
): readonly (readonly number[])[] {
  let stays = findStretches(timeline, idOf(root)).map((stretch) => ({ ...stretch, target: idOf(root) }));
  for (const key of keys) stays = follow(timeline, stays, key);
  return joinStretches(stays).map(({ from, to }) => [from, to]);
}

it("knows when a member was there, came back and what it held", () => {
  const b = member("b", "smithy.api#String");
  const timeline = timelineOf(
    [structure("A", [])],
    [structure("A", [b])],
    [structure("A", [])],
    [structure("A", [b])],
  );
  expect(stretchesAt(timeline, "A", "b")).toEqual([
    [1, 2],
    [3, FOREVER],
  ]);
  expect(shapeAt(timeline, idOf("A"), 2)).toMatchObject({ members: [] });
});

it("dates a path by all of it: a member that moved to another shape is not older than the move", () => {
  const before = [structure("A", [member("b", "B")]), enumShape("B", ["x"]), enumShape("C", ["x", "y"])];
  const after = [structure("A", [member("b", "C")]), enumShape("B", ["x"]), enumShape("C", ["x", "y"])];
  const timeline = timelineOf(before, after);
  expect(stretchesAt(timeline, "A", "b")).toEqual([[0, FOREVER]]);
  expect(stretchesAt(timeline, "A", "b", "string:x")).toEqual([[0, FOREVER]]);
  expect(stretchesAt(timeline, "A", "b", "string:y")).toEqual([[1, FOREVER]]);
});

it("ends a value's time where its field moves away from it", () => {
  const shapes = (target: string) => [
    structure("A", [member("b", target)]),
    list("L", "B"),
    enumShape("B", ["x"]),
    enumShape("C", []),
  ];
  expect(stretchesAt(timelineOf(shapes("B"), shapes("C")), "A", "b", "string:x")).toEqual([[0, 1]]);
});

it("has a time for a model that the ledger does not arrive at", () => {
  const { ledger } = recordEditions("test", [{ date: "2020-01-01", shapes: [structure("A", [])] }]);
  const { model } = recordEditions("test", [
    { date: "2020-01-01", shapes: [structure("A", [member("b", "smithy.api#String")])] },
  ]);
  const timeline = growTimeline(ledger, model);
  expect(timeline.now).toBe(1);
  expect(stretchesAt(timeline, "A", "b")).toEqual([[1, FOREVER]]);
});
