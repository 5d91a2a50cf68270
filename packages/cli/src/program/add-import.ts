import type { ImportOptions } from "../commands/import.js";
import { INPUT_HELP } from "../inputs/input-help.js";
import { splitNames } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog import`. */
export const addImport: AddCommand = (program, terminal, done) => {
  subcommand(program, "import", {
    description: "Write a model file from a botocore or Smithy file and a list of operations.",
    examples: [
      "import service-2.json --service cognito-identity-provider --operations AdminListUserAuthEvents",
      "import botocore/data/sqs/2012-11-05 --service sqs --no-docs --texts models/sqs/texts.json",
      "import git:HEAD:models/s3.json --out models/s3/model.smithy --operations GetObject,PutObject --no-docs",
    ],
  })
    .argument("<source>", "the model to take from")
    .option("--service <name>", "write the model file of this service of shapelog.config.json")
    .option("--out <file>", "write this file")
    .option("--operations <names>", "comma-separated operation names (default: all)", splitNames)
    .option("--no-docs", "leave the source's documentation out; texts the model file already has are kept")
    .option(
      "--texts <file>",
      "a JSON file of documentation by shape id: what is filled in goes into the model, the rest is listed there",
    )
    .option("--verbose", "tell of each of many warnings of one kind", false)
    .addHelpText("after", `\n${INPUT_HELP}`)
    .action(async (source: string, options: ImportOptions) => {
      const { importModel } = await import("../commands/import.js");
      done(await importModel(terminal, source, options));
    });
};
