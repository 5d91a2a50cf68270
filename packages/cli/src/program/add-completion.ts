import { Argument } from "commander";
import { COMPLETION_SHELLS, type CompletionShell } from "../commands/completion-shells.js";
import { type AddCommand, subcommand } from "./subcommand.js";

const COMPLETION_HELP = `Load what it prints where your shell starts:
  bash        source <(shapelog completion bash)                     in ~/.bashrc
  zsh         source <(shapelog completion zsh)                      in ~/.zshrc, after compinit
  fish        shapelog completion fish | source                      in ~/.config/fish/config.fish
  powershell  shapelog completion powershell | Out-String | Invoke-Expression
The shell has to find the command: install it globally, or have node_modules/.bin in PATH.`;

/** Adds `shapelog completion`, and the hidden command that its scripts call. */
export const addCompletion: AddCommand = (program, terminal, done) => {
  subcommand(program, "completion", {
    description: "Print the script with which a shell completes commands, options and services.",
    examples: ["completion bash", "completion fish > ~/.config/fish/completions/shapelog.fish"],
  })
    .addArgument(new Argument("<shell>", "the shell").choices([...COMPLETION_SHELLS]))
    .addHelpText("after", `\n${COMPLETION_HELP}`)
    .action(async (shell: CompletionShell) => {
      const { printCompletionScript } = await import("../commands/completion.js");
      done(await printCompletionScript(terminal, shell));
    });
  program
    .command("complete", { hidden: true })
    .argument("[words...]")
    .action(async (words: string[]) => {
      const { complete } = await import("../commands/completion.js");
      done(await complete(terminal, program, words));
    });
};
