import { enumValue, isAggregate } from "@shapelog/model";
import type { Difference } from "../rule/rule.js";

/** A constant that stands for another value. */
export interface MovedConstant {
  readonly name: string;
  readonly before: string | number;
  readonly after: string | number;
}

/** Returns the constants of an enum that are on both sides and stand for other values, in the order of the model. */
export function findMovedConstants({ before, after }: Difference): MovedConstant[] {
  if (!before || !after || !isAggregate(before) || !isAggregate(after)) return [];
  const old = new Map(before.members.map((member) => [member.name, enumValue(member)]));
  return after.members.flatMap((member) => {
    const [was, is] = [old.get(member.name), enumValue(member)];
    return was === undefined || was === is ? [] : [{ name: member.name, before: was, after: is }];
  });
}
