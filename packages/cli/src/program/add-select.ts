import { InvalidArgumentError, Option } from "commander";
import type { SelectOptions } from "../commands/select.js";
import { SHOWN, type Shown } from "../commands/shown.js";
import { INPUTS_HELP } from "../inputs/input-help.js";
import { failOnOption, splitNames } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

type SelectFlags = SelectOptions & { readonly variables: boolean };

/** Adds `shapelog select`. */
export const addSelect: AddCommand = (program, terminal, done) => {
  subcommand(program, "select", {
    description: "List the shapes of a model that a Smithy selector yields.",
    examples: [
      "select 'operation :not([trait|documentation])' models/s3",
      "select 'structure > member [trait|required]' model.smithy common.smithy",
      "select --show type,file,vars 'service $operations(~> operation)' model.json",
      "select --show-traits length,pattern string model.smithy",
      "select - model.smithy < selector.txt",
    ],
  })
    .argument("<selector>", "the selector, or - to read it from standard input")
    .argument("[inputs...]", "the model; several are one model")
    .addOption(
      new Option(
        "--format <format>",
        "ids, one a line, or an array (default: text, or json with --show)",
      ).choices(["text", "json"]),
    )
    .option("--show <what>", `what else to show, comma-separated: ${SHOWN.join(", ")}`, parseShown)
    .option("--show-traits <traits>", "show the values of these traits, comma-separated", splitNames)
    .option("--variables", "show the variables of each match, as --show vars does", false)
    .option("--all", "show shapes of the prelude and of other definitions too", false)
    .option("--max-steps <count>", "give up after so many steps (default: by the model's size)", parseCount)
    .addOption(failOnOption())
    .addHelpText("after", `\n${INPUTS_HELP}`)
    .action(async (selector: string, inputs: string[], { variables, ...options }: SelectFlags) => {
      const { select } = await import("../commands/select.js");
      const shown = variables ? [...(options.show ?? SHOWN), "vars" as const] : options.show;
      done(await select(terminal, { selector, inputs }, { ...options, ...(shown ? { show: shown } : {}) }));
    });
};

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError("Expected a whole number above 0.");
  return Number(text);
}

function parseShown(text: string): readonly Shown[] {
  return splitNames(text).map((name) => {
    const known = SHOWN.find((shown) => shown === name);
    if (!known) throw new InvalidArgumentError(`Expected some of ${SHOWN.join(", ")}.`);
    return known;
  });
}
