import { describe, expect, it } from "vitest";
import { gitEnvironment } from "./environment.js";

describe("the environment of git", () => {
  it("has what finds the caller's own configuration, and nothing that leads elsewhere", () => {
    const kept = {
      HOME: "/home/a",
      XDG_CONFIG_HOME: "/x",
      GIT_CONFIG_GLOBAL: "/g",
      GIT_CEILING_DIRECTORIES: "/c",
    };
    const dropped = {
      GIT_DIR: "/d",
      GIT_SSH_COMMAND: "x",
      GIT_TRACE: "/t",
      GIT_NEWER: "x",
      PAGER: "x",
      LC_ALL: "de",
    };
    const env = gitEnvironment({ env: { ...kept, ...dropped, PATH: "/usr/bin:." }, platform: "linux" });
    expect(env).toMatchObject({ ...kept, PATH: "/usr/bin", LC_ALL: "C", GIT_ALLOW_PROTOCOL: "-" });
    expect(Object.keys(env).filter((name) => name in dropped && name !== "LC_ALL")).toEqual([]);
  });

  it("knows no case of names on Windows", () => {
    const env = gitEnvironment({
      env: { git_dir: "C:\\d", Path: "C:\\a;.", Home: "C:\\h" },
      platform: "win32",
    });
    expect(env).toMatchObject({ Path: "C:\\a", Home: "C:\\h" });
    expect(env).not.toHaveProperty("git_dir");
  });

  it("keeps the folders that the caller trusts, of all settings that are given by variables", () => {
    const settings = ["core.fsmonitor", "Safe.Directory", "core.pager", "safe.directory"];
    const entries = settings.flatMap((key, index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, `value ${index}`],
    ]);
    const env = gitEnvironment({ env: { GIT_CONFIG_COUNT: "4", ...Object.fromEntries(entries) } });
    expect(
      Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("GIT_CONFIG_"))),
    ).toEqual({
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: "safe.directory",
      GIT_CONFIG_VALUE_0: "value 1",
      GIT_CONFIG_KEY_1: "safe.directory",
      GIT_CONFIG_VALUE_1: "value 3",
    });
    expect(gitEnvironment({ env: { GIT_CONFIG_COUNT: "1e99" } })).not.toHaveProperty("GIT_CONFIG_COUNT");
  });
});
