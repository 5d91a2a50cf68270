import { Option } from "commander";
import type { SinceOptions } from "../commands/since.js";
import { serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog since`. */
export const addSince: AddCommand = (program, terminal, done) => {
  subcommand(program, "since", {
    description:
      "Say since when shapes, members and enum values are there, and deprecated, by date and by version.",
    examples: [
      "since AdminListUserAuthEvents",
      "since EventType.PasswordChange",
      "since InProgress --format json",
      "since --deprecated",
    ],
  })
    .argument(
      "[name]",
      "a shape, a member or value of one (Shape.member), or a member or value by its name alone",
    )
    .addOption(serviceOption())
    .option("--deprecated", "list what is deprecated now, the longest first", false)
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .action(async (name: string | undefined, options: SinceOptions) => {
      const { since } = await import("../commands/since.js");
      done(await since(terminal, name, options));
    });
};
