import { keepSafePath } from "./find-program.js";

/** A variable of the environment, and what becomes of it before git sees it. */
export interface Variable {
  readonly name: string;
  /** `kept` as the caller has it, `dropped`, or set to a value. */
  readonly fate: "kept" | "dropped" | { readonly value: string };
  readonly why: string;
}

const set = (value: string) => ({ value });

/**
 * What is decided of each variable that git reads. One that begins with `GIT_` and is not here is dropped; any other is
 * kept, such as `HOME` and `XDG_CONFIG_HOME`, by which git finds the caller's own configuration with `safe.directory`.
 * From git(1), of git 2.39.
 */
export const VARIABLES: readonly Variable[] = [
  // Which configuration is the caller's own.
  { name: "GIT_CONFIG_GLOBAL", fate: "kept", why: "the caller's own configuration, with safe.directory" },
  { name: "GIT_CONFIG_SYSTEM", fate: "kept", why: "the machine's own configuration" },
  { name: "GIT_CONFIG_NOSYSTEM", fate: "kept", why: "leaves it out" },
  { name: "GIT_CEILING_DIRECTORIES", fate: "kept", why: "where looking for a repository ends" },
  { name: "GIT_DISCOVERY_ACROSS_FILESYSTEM", fate: "kept", why: "whether it goes on in another file system" },
  { name: "GIT_CONFIG_COUNT", fate: "dropped", why: "settings that may name programs; safe.directory stays" },
  { name: "GIT_CONFIG_PARAMETERS", fate: "dropped", why: "settings that may name programs" },
  // What leads to another repository than the one that was named, or to other objects.
  { name: "GIT_DIR", fate: "dropped", why: "another repository, whose owner is not checked" },
  { name: "GIT_COMMON_DIR", fate: "dropped", why: "another repository" },
  { name: "GIT_WORK_TREE", fate: "dropped", why: "another work tree" },
  { name: "GIT_INDEX_FILE", fate: "dropped", why: "another index; a hook's is of one commit" },
  { name: "GIT_NAMESPACE", fate: "dropped", why: "other refs" },
  {
    name: "GIT_OBJECT_DIRECTORY",
    fate: "dropped",
    why: "other objects; a pre-receive hook's are not accepted yet",
  },
  { name: "GIT_ALTERNATE_OBJECT_DIRECTORIES", fate: "dropped", why: "more objects" },
  { name: "GIT_SHALLOW_FILE", fate: "dropped", why: "another beginning of the history" },
  { name: "GIT_REPLACE_REF_BASE", fate: "dropped", why: "other objects" },
  { name: "GIT_NO_REPLACE_OBJECTS", fate: set("1"), why: "no object stands for another" },
  { name: "GIT_GRAFT_FILE", fate: set("/dev/null"), why: "no commit has other parents than its own" },
  // What git would run, or load.
  { name: "GIT_EXEC_PATH", fate: "dropped", why: "the folder of git's own programs" },
  { name: "GIT_TEMPLATE_DIR", fate: "dropped", why: "hooks" },
  { name: "GIT_EXTERNAL_DIFF", fate: "dropped", why: "a program that prints differences" },
  { name: "GIT_PAGER", fate: "dropped", why: "a program; core.pager is set" },
  { name: "PAGER", fate: "dropped", why: "the same" },
  { name: "GIT_EDITOR", fate: "dropped", why: "a program; core.editor is set" },
  { name: "GIT_SEQUENCE_EDITOR", fate: "dropped", why: "a program; sequence.editor is set" },
  { name: "VISUAL", fate: "dropped", why: "a program" },
  { name: "EDITOR", fate: "dropped", why: "a program" },
  { name: "GIT_ASKPASS", fate: "dropped", why: "a program; core.askPass is set" },
  { name: "SSH_ASKPASS", fate: "dropped", why: "a program" },
  { name: "GIT_TERMINAL_PROMPT", fate: set("0"), why: "nothing asks at the terminal" },
  { name: "GIT_SSH", fate: "dropped", why: "a program; core.sshCommand is set" },
  { name: "GIT_SSH_COMMAND", fate: "dropped", why: "a program; core.sshCommand is set" },
  {
    name: "GIT_PROXY_COMMAND",
    fate: set("false"),
    why: "outranks core.gitProxy, of which git takes the first",
  },
  // No other repository is asked.
  {
    name: "GIT_ALLOW_PROTOCOL",
    fate: set("-"),
    why: "the protocols that are allowed, whatever protocol.<name>.allow says: one that no URL can have",
  },
  { name: "GIT_NO_LAZY_FETCH", fate: set("1"), why: "what a partial clone lacks is not fetched" },
  // Reading leaves no trace, and tells it in English.
  { name: "GIT_OPTIONAL_LOCKS", fate: set("0"), why: "nothing is written" },
  { name: "LC_ALL", fate: set("C"), why: "messages are in English" },
  {
    name: "NoDefaultCurrentDirectoryInExePath",
    fate: set("1"),
    why: "Windows looks for programs in PATH alone",
  },
];

export interface EnvironmentOptions {
  /** Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** Default: this one. */
  readonly platform?: NodeJS.Platform;
}

/** Returns the environment that git is started with. */
export function gitEnvironment(options: EnvironmentOptions = {}): Record<string, string> {
  const { env = process.env, platform = process.platform } = options;
  // Windows knows no case in names.
  const fold = (name: string) => (platform === "win32" ? name.toUpperCase() : name);
  const fates = new Map(VARIABLES.map(({ name, fate }) => [fold(name), fate]));
  const passed: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const folded = fold(name);
    const fate = fates.get(folded) ?? (folded.startsWith("GIT_") ? "dropped" : "kept");
    if (value !== undefined && fate === "kept") {
      passed[name] = folded === "PATH" ? keepSafePath(value, platform) : value;
    }
  }
  for (const { name, fate } of VARIABLES) if (typeof fate === "object") passed[name] = fate.value;
  return { ...passed, ...keepSafeFolders(env) };
}

/** Returns the variables for the values of `safe.directory` that the caller's variables have, as CI often does. */
function keepSafeFolders(env: NodeJS.ProcessEnv): Record<string, string> {
  const count = Number(env.GIT_CONFIG_COUNT ?? 0);
  if (!(count > 0 && count <= 1000)) return {};
  const keys = Array.from({ length: count }, (_, index) => index).filter(
    (index) => env[`GIT_CONFIG_KEY_${index}`]?.toLowerCase() === "safe.directory",
  );
  const entries = keys.flatMap((from, to) => [
    [`GIT_CONFIG_KEY_${to}`, "safe.directory"],
    [`GIT_CONFIG_VALUE_${to}`, env[`GIT_CONFIG_VALUE_${from}`] ?? ""],
  ]);
  return { GIT_CONFIG_COUNT: String(keys.length), ...Object.fromEntries(entries) };
}
