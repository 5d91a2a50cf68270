import { mutateChangelog } from "./changelog.mjs";
import { mutateChangesets } from "./changeset.mjs";
import { mutateGenerated, mutateVersion } from "./generated.mjs";
import { mutateLedger, mutateLedgerFiles } from "./ledger.mjs";
import { mutateModel } from "./model.mjs";
import { mutateNotes, mutateProse } from "./prose.mjs";

/**
 * What gives the mutations of a service, by its name.
 *
 * @type {readonly ((
 *   workspace: import("../workspace.mjs").Workspace,
 *   name: string,
 *   random: () => number,
 * ) => readonly import("../mutation.mjs").Mutation[])[]}
 */
export const GENERATORS = [
  mutateModel,
  mutateLedger,
  mutateLedgerFiles,
  mutateNotes,
  mutateProse,
  mutateChangesets,
  mutateChangelog,
  mutateGenerated,
  mutateVersion,
];
