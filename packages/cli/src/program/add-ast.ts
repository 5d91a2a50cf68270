import { INPUT_HELP } from "../inputs/input-help.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog ast`. */
export const addAst: AddCommand = (program, terminal, done) => {
  subcommand(program, "ast", "Print a model as Smithy JSON AST 2.0.", [
    "ast service-2.json",
    "ast - < model.json",
  ])
    .argument("<input>", "the model")
    .addHelpText("after", `\n${INPUT_HELP}`)
    .action(async (input: string) => {
      const { ast } = await import("../commands/ast.js");
      done(await ast(terminal, input));
    });
};
