import { isShapeId, type ShapeId } from "@shapelog/model";
import { type MessageTemplate, parseMessageTemplate } from "@shapelog/model/selectors";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, type Option, readOptions } from "../options.js";
import { selectorOption } from "../selector-option.js";

const bindToTrait: Option<ShapeId | undefined> = {
  expected: "the id of a trait",
  absent: undefined,
  read(value) {
    const id = typeof value !== "string" || value.includes("#") ? value : `smithy.api#${value}`;
    return typeof id === "string" && isShapeId(id) ? id : undefined;
  },
};

const messageTemplate: Option<MessageTemplate | undefined> = {
  expected: "a message template",
  absent: undefined,
  read: (value) => (typeof value === "string" ? parseMessageTemplate(value).template : undefined),
};

const OPTIONS = { selector: selectorOption(undefined), bindToTrait, messageTemplate };

/** An event for each shape that a selector yields (Smithy 2.0, "EmitEachSelector"). */
export const emitEachSelector = defineLinter({
  name: "EmitEachSelector",
  events: {
    EmitEachSelector: {
      severity: "danger",
      message: (d: { shape: ShapeId; message: string | undefined }) =>
        d.message ?? `${d.shape} is matched by a selector of the model's metadata.`,
    },
  },
  check(configuration) {
    if (!Object.hasOwn(configuration, "selector")) return 'needs a "selector" in its configuration';
    return findOptionProblem(OPTIONS, configuration);
  },
  *validate(context, event, configuration) {
    const { selector, bindToTrait: trait, messageTemplate: template } = readOptions(OPTIONS, configuration);
    if (!selector) return;
    const matches = template
      ? (context.selecting.describe(selector, template) ?? [])
      : [...(context.select(selector.text) ?? [])].map((shape) => ({ match: { shape }, message: undefined }));
    for (const {
      match: { shape },
      message,
    } of matches) {
      if (!context.isOwn(shape)) continue;
      if (trait !== undefined && !Object.hasOwn(context.subject(shape)?.traits ?? {}, trait)) continue;
      yield event("EmitEachSelector", { shape, trait }, { shape, message });
    }
  },
});
