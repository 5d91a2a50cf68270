import { printable } from "@shapelog/diagnostics";
import { openRepository } from "./repository.js";
import { runGit } from "./start-git.js";

/** Longer names are no names. */
const LONGEST = 200;

/** Returns the name that git's configuration has for who works in a folder, on one line; nothing where it has none. */
export async function findAuthor(folder: string): Promise<string | undefined> {
  const repository = openRepository(folder, folder);
  if (!repository.ok) return undefined;
  try {
    const name = (await runGit(repository.value, ["config", "--get", "user.name"])).trim();
    return name === "" ? undefined : printable(name.slice(0, LONGEST));
  } catch {
    return undefined; // without git, or without a name there, nobody is named
  }
}
