import { createModel, type Model } from "@shapelog/model";
import { createShapes } from "@shapelog/testing";

const { member, operation, service, shape, value } = createShapes("example.weather");

/** Returns a model with names and values that no IDL can write. */
export function hostileModel(): Model {
  return createModel([
    service("Weather", ["Get"], { "aws.protocols#awsJson1_1": {} }),
    operation("Get", { input: "GetInput" }),
    shape("structure", "GetInput", [member("m0", "toString"), member("m1", "Quote")]),
    shape("structure", "toString", [
      member("__proto__", "String", { documentation: "*/ alert(1) /*" }),
      member("constructor", "String", { required: {}, deprecated: { message: "*/\n@since 1" } }),
      member('"]: never }; alert(1); //', "String"),
    ]),
    shape("enum", "Quote", [
      value("__proto__", "__proto__"),
      value("\u2028 end", '"; alert(1); "'),
      value("half", "\ud800"),
      value("tag", "</script>`"),
    ]),
  ]);
}
