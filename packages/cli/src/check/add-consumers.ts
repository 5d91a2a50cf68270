import { hasSeverity } from "@shapelog/diagnostics";
import { findEvents } from "../find-events.js";
import type { LoadedService } from "../load-service.js";
import type { Checked, CheckRun } from "./check-run.js";

/**
 * Returns a service with what is found of the programs that use its package. They are not looked at where its model or its
 * ledger has errors; nor where no byte of it changed since it was found to be as it was released.
 */
export async function addConsumers(run: CheckRun, checked: Checked): Promise<Checked> {
  const { terminal, config, memory, options, progress } = run;
  const [name] = checked.named;
  const key = `impact ${name}`; // no service is called so
  const known = checked.digest === undefined ? undefined : memory?.find(key, checked.digest);
  if (known) return { ...checked, consumers: known };
  const service =
    checked.loaded ?? (hasSeverity(checked.found.diagnostics) ? undefined : await load(run, checked));
  if (!service || !isSound(service)) return checked;
  const { checkConsumers } = await import("./check-consumers.js");
  const { isSame, ...consumers } = await checkConsumers(service, {
    ...{ cwd: terminal.cwd, config, consumers: options.consumer },
    onConsumer: (each) => progress.step(`${name}: compiling ${each}`),
  });
  if (isSame && checked.digest !== undefined) memory?.keep(key, checked.digest, consumers);
  return { ...checked, consumers };
}

async function load({ terminal, config }: CheckRun, { named: [name, service] }: Checked) {
  const { loadService } = await import("../load-service.js");
  const loaded = await loadService(terminal.cwd, config, { name, service });
  return loaded.ok ? loaded.value : undefined;
}

function isSound({ read, replayed }: LoadedService): boolean {
  return replayed.diagnostics.length === 0 && !hasSeverity(findEvents(read).events);
}
