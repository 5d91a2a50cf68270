import { Option } from "commander";
import type { AstOptions } from "../commands/ast.js";
import { INPUT_HELP } from "../inputs/input-help.js";
import { replaceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog ast`. */
export const addAst: AddCommand = (program, terminal, done) => {
  subcommand(program, "ast", {
    description: "Print a model as Smithy JSON AST 2.0, or as Smithy IDL 2.0.",
    examples: [
      "ast service-2.json",
      "ast model.smithy > model.json",
      "ast --to idl - < model.json > model.smithy",
      "ast --to idl --out model build/model.json",
    ],
  })
    .argument("<input>", "the model")
    .addOption(new Option("--to <format>", "what to print").choices(["json", "idl"]).default("json"))
    .option("--out <folder>", "write a file for each namespace here, with --to idl")
    .addOption(replaceOption())
    .addHelpText("after", `\n${INPUT_HELP}`)
    .action(async (input: string, options: AstOptions) => {
      const { ast } = await import("../commands/ast.js");
      done(await ast(terminal, input, options));
    });
};
