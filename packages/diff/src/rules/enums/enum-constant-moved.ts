import { findMovedConstants } from "../../compare/enum-constants.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code, codeList, joinSome } from "../../words.js";

/** A constant that programs name stands for another value. They compile, and send and look for that one. */
export const enumConstantMoved: Rule = {
  id: "enum.constant-moved",
  reach: "any",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: { none: "the program compiles on both sides, and both values can stay valid" },
  bump: "major",
  mirror: "enum.constant-moved",
  kinds: ["enum.value.renamed", "members.reordered"],
  evaluate(difference, place) {
    const moved = findMovedConstants(difference);
    const names = new Set(moved.map(({ name }) => name));
    const renamed = ofKind(difference, "enum.value.renamed").filter(
      ({ before, after }) => names.has(before) || names.has(after),
    );
    if (renamed.length === 0) return [];
    const list = moved.map(
      ({ name, before, after }) => `${code(name)} is ${code(after)} now (was ${code(before)})`,
    );
    return [
      {
        changes: [...renamed, ...ofKind(difference, "members.reordered")],
        message: `Constants of ${place.name()} stand for other values: ${joinSome(list, 12)}.`,
        affected: `you use ${codeList(
          moved.map(({ name }) => name),
          "or",
        )} by name: what is sent and looked for is another value once you update`,
        action: "Go through every use of these constants, and through stored values, before you update.",
      },
    ];
  },
};
