import { Option } from "commander";
import type { ExplainOptions } from "../commands/explain.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog explain`. */
export const addExplain: AddCommand = (program, terminal, done) => {
  subcommand(program, "explain", {
    description: "Print the page of a rule, a validation event or a diagnostic.",
    examples: ["explain response.enum.value-removed", "explain LengthTrait", "explain --list"],
  })
    .argument("[id]", "what a finding, an event or a diagnostic is called")
    .option("--list", "list every id that has a page")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .action(async (id: string | undefined, options: ExplainOptions) => {
      const { explain } = await import("../commands/explain.js");
      done(await explain(terminal, id, options));
    });
};
