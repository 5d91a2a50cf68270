import { findFactsBlocks } from "@shapelog/changelog";
import {
  type Ledger,
  orderRevisions,
  type ReplayOptions,
  type ReplayResult,
  type Revision,
  replay,
} from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "./diagnostics.js";
import { findGitBases } from "./git/find-bases.js";
import { failed, type Outcome, succeeded } from "./outcome.js";

/** A ledger in order, and what replaying it gave. */
export interface OrderedLedger {
  readonly ledger: Ledger;
  readonly replayed: ReplayResult;
  /** Where branches have to be put behind each other: why the one that stays is the one. */
  readonly why?: string;
}

export interface OrderOptions extends ReplayOptions {
  /** The absolute path of the ledger's folder. */
  readonly folder: string;
  readonly changelog: SourceText;
  /** A revision whose branch the others are to be put behind. */
  readonly onto?: string;
}

/** Revisions that one reason says to stay. */
interface Base {
  readonly why: string;
  readonly has: (id: string) => boolean;
}

/**
 * Orders a ledger by what follows what. Where branches have to be put behind each other, the one stays that is named,
 * else the one that is released, that git's main branch has, or whose first revision has the oldest date.
 */
export async function orderLedger(ledger: Ledger, options: OrderOptions): Promise<Outcome<OrderedLedger>> {
  const { onto } = options;
  const replayed = replay(ledger, options);
  const isFork = replayed.diagnostics.some(({ code }) => code === "ledger/fork");
  if (!isFork)
    return onto === undefined
      ? succeeded({ ledger, replayed })
      : refuseOnto(onto, "no branches have to be put behind each other");
  const bases = await findBases(ledger, options);
  let isOnto = false;
  let why = "its date is the older one";
  const choose = (branches: readonly (readonly Revision[])[]) => {
    for (const base of bases) {
      const has = branches.map((branch) => branch.some(({ id }) => base.has(id)));
      if (!has.includes(true) || !has.includes(false)) continue;
      why = base.why;
      isOnto ||= base === bases[0];
      return has.indexOf(true);
    }
    return 0;
  };
  const ordered = { ...ledger, revisions: orderRevisions(ledger.revisions, choose) };
  if (onto !== undefined && !isOnto) return refuseOnto(onto, "no branch of the ledger has such a revision");
  return succeeded({ ledger: ordered, replayed: replay(ordered, options), why });
}

function refuseOnto(onto: string, reason: string): Outcome<never> {
  return failed(cliDiagnostics.create("bad-option", undefined, { option: `--onto ${onto}`, reason }));
}

async function findBases(
  ledger: Ledger,
  { folder, changelog, onto }: OrderOptions,
): Promise<readonly Base[]> {
  const released = new Set(
    findFactsBlocks(changelog)
      .blocks.filter(({ service }) => service === ledger.service)
      .map(({ revision }) => revision),
  );
  const git = await findGitBases(folder);
  return [
    ...(onto === undefined ? [] : [{ why: "--onto says so", has: (id: string) => id === onto }]),
    { why: "it is released", has: (id) => released.has(id) },
    ...git.map(({ name, files }) => ({
      why: `${name} has it`,
      has: (id: string) => files.has(`${id}.json`),
    })),
  ];
}
