import { describe, expect, it } from "vitest";
import { besidePaths, modelPathsBeside } from "./beside.js";

const BESIDE = ["paginators-1.json", "paginators-1.sdk-extras.json", "waiters-2.json"];

describe("besidePaths", () => {
  it.each([
    [
      "botocore/data/s3/2006-03-01/service-2.json",
      BESIDE.map((name) => `botocore/data/s3/2006-03-01/${name}`),
    ],
    ["things/service-2.json", BESIDE.map((name) => `things/${name}`)],
    [
      "botocore/data/aws/ec2/2014-09-01.normal.json",
      ["botocore/data/aws/ec2/2014-09-01.paginators.json", "botocore/data/aws/ec2/2014-09-01.waiters.json"],
    ],
    ["events/model.json", []],
    ["events/model.smithy", []],
  ])("knows what may stand beside %s, and back", (model, paths) => {
    expect(Object.values(besidePaths(model))).toEqual(paths);
    for (const path of paths) expect(modelPathsBeside(path)).toContain(model);
  });

  it.each(["data/s3/2006-03-01/examples-1.json", "tests/data/s3/1/paginators-1.json", "paginators-1.json"])(
    "leaves %s",
    (path) => {
      expect(modelPathsBeside(path)).toEqual([]);
    },
  );
});
