import { createModel, type Model } from "@shapelog/model";
import { createShapes } from "@shapelog/testing";

const { id, member, service, shape, simple, value } = createShapes("example");

/** Returns a model with names and values that no IDL can write. */
export function hostileModel(): Model {
  const main = service("Main", [], { "aws.protocols#awsJson1_1": {} });
  return createModel([
    { ...main, version: "1", errors: [id("../../x")] },
    shape("structure", "../../x", [
      member("__proto__", "String"),
      member("constructor", "constructor"),
      member("a/b~c", "Missing", { documentation: `*/ <script>alert(1)</script>\${x}` }),
      member('"\n', "__proto__"),
    ]),
    simple("string", "constructor", { length: { min: -1, max: 1.5 } }),
    shape("enum", "__proto__", [value("a", "\u2028</script>")]),
  ]);
}
