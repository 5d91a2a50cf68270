import { defineLinter } from "../../rule.js";
import { findOptionProblem, readOptions } from "../options.js";
import { selectorOption } from "../selector-option.js";

const OPTIONS = { selector: selectorOption(undefined) };

/** An event where a selector yields no shape (Smithy 2.0, "EmitNoneSelector"). */
export const emitNoneSelector = defineLinter({
  name: "EmitNoneSelector",
  events: {
    EmitNoneSelector: {
      severity: "danger",
      message: (d: { selector: string }) =>
        `No shape of the model matches ${d.selector}; at least one should.`,
    },
  },
  check(configuration) {
    if (!Object.hasOwn(configuration, "selector")) return 'needs a "selector" in its configuration';
    return findOptionProblem(OPTIONS, configuration);
  },
  *validate(context, event, configuration) {
    const { selector } = readOptions(OPTIONS, configuration);
    const selected = selector && context.select(selector.text);
    if (!selected || [...selected].some(context.isOwn)) return;
    yield event("EmitNoneSelector", {}, { selector: String(configuration.selector) });
  },
});
