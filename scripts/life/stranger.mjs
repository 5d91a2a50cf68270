import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** Somebody who has nothing of ours but what the registry has, in a folder of their own. */
export class Stranger {
  /**
   * @param {string} home an empty folder
   * @param {NodeJS.ProcessEnv} env
   */
  constructor(home, env) {
    mkdirSync(home, { recursive: true });
    this.home = home;
    this.env = env;
  }

  /**
   * Runs a line as it would be typed, and returns what it prints. Throws where it does not end with the code that it
   * should.
   * @param {string} line
   * @param {number} [exit]
   */
  run(line, exit = 0) {
    const { status, stdout, stderr } = spawnSync(line, {
      cwd: this.home,
      env: this.env,
      encoding: "utf8",
      shell: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const text = `${stdout}${stderr}`;
    if (status !== exit)
      throw new Error(`${line}\nends with ${status}, not with ${exit}, and says:\n${text}`);
    return text;
  }

  /** @param {string} path */
  read(path) {
    return readFileSync(join(this.home, path), "utf8");
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  write(path, text) {
    writeFileSync(join(this.home, path), text);
  }

  /**
   * @param {string} path
   * @param {string} from
   * @param {string} to
   */
  edit(path, from, to) {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    this.write(
      path,
      text.replace(from, () => to),
    );
  }

  /** @param {string} message */
  commit(message) {
    this.run("git add --all");
    this.run(`git commit --quiet --message "${message}"`);
  }
}

/** @param {string} folder */
export function strangerEnvironment(folder) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return {
    ...env,
    ...{
      CI: "true",
      npm_config_update_notifier: "false",
      npm_config_audit: "false",
      npm_config_fund: "false",
    },
    ...{ npm_config_prefer_offline: "true", npm_config_yes: "true", DO_NOT_TRACK: "1" },
    ...{ GIT_CONFIG_GLOBAL: join(folder, "no-git-config"), GIT_CONFIG_NOSYSTEM: "1" },
    ...{ GIT_AUTHOR_NAME: "A Stranger", GIT_AUTHOR_EMAIL: "stranger@example.com" },
    ...{ GIT_COMMITTER_NAME: "A Stranger", GIT_COMMITTER_EMAIL: "stranger@example.com" },
  };
}
