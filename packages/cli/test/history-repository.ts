import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A git repository made in a test. Its commits are a day apart, from 2020-01-01. */
export interface Repository {
  readonly folder: string;
  /** Writes files, removes those that are `undefined`, and commits. */
  commit(files: Readonly<Record<string, string | undefined>>): string;
  git(...args: readonly string[]): string;
  /** Copies it, which is quicker than to commit anew. */
  copyTo(folder: string): Repository;
}

/** Creates a repository in a folder. */
export function createRepository(folder: string): Repository {
  mkdirSync(folder, { recursive: true });
  const repository = openRepository(folder, 0);
  repository.git("init", "--quiet", "--initial-branch=main");
  return repository;
}

function openRepository(folder: string, days: number): Repository {
  let day = days;
  const git = (...args: readonly string[]) => {
    const date = `2020-01-${String(Math.min(Math.max(day, 1), 31)).padStart(2, "0")}T12:00:00Z`;
    const person = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.com" };
    const committer = { GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.com" };
    const env = { ...process.env, ...person, ...committer, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const config = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    return execFileSync("git", [...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
      env: { ...env, ...config },
    });
  };
  return {
    folder,
    git,
    copyTo(target) {
      cpSync(folder, target, { recursive: true });
      return openRepository(target, day);
    },
    commit(files) {
      day++;
      for (const [path, text] of Object.entries(files)) {
        const full = join(folder, path);
        mkdirSync(dirname(full), { recursive: true });
        if (text === undefined) rmSync(full);
        else writeFileSync(full, text);
      }
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", "Change");
      return git("rev-parse", "HEAD").trim();
    },
  };
}

/** Returns a small botocore model with an enum of these values. `size` adds structures. */
export function botocoreText(serviceId: string, values: readonly string[], size = 1): string {
  const structures = Array.from({ length: size }, (_, index) => [
    `Record${index}`,
    { type: "structure", members: { Kind: { shape: "Kind" }, Name: { shape: "Name" } } },
  ]);
  const model = {
    version: "2.0",
    metadata: {
      apiVersion: "2020-01-01",
      endpointPrefix: serviceId.toLowerCase(),
      protocol: "json",
      jsonVersion: "1.1",
      serviceId,
    },
    operations: {
      List: { name: "List", http: { method: "POST", requestUri: "/" }, output: { shape: "Records" } },
    },
    shapes: {
      Kind: { type: "string", enum: values },
      Name: { type: "string" },
      ...Object.fromEntries(structures),
      Records: { type: "structure", members: { First: { shape: "Record0" }, Kind: { shape: "Kind" } } },
    },
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}

/** Returns the path of a service's model as botocore has it. */
export function modelPath(service: string, version = "2020-01-01"): string {
  return `botocore/data/${service}/${version}/service-2.json`;
}
