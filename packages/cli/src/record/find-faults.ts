import type { Diagnostic } from "@shapelog/diagnostics";
import { findOperations, findServices, shapeName } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { findEvents } from "../find-events.js";
import type { LoadedService } from "../load-service.js";

/** Returns why a model is not to be recorded: its errors, and what would vanish with it. */
export function findFaults({ read, model, modelFile, replayed }: LoadedService): readonly Diagnostic[] {
  const errors = findEvents(read).events.filter(({ severity }) => severity === "error");
  const services = findServices(model);
  const operations = findOperations(replayed.model).length;
  const location = { file: modelFile };
  if (operations > 0 && findOperations(model).length === 0)
    return [
      ...errors,
      cliDiagnostics.create("removes-everything", location, { model: modelFile, operations }),
    ];
  if (services.length === 0 && model.shapes.size > 0)
    return [...errors, cliDiagnostics.create("no-service-shape", location, { model: modelFile })];
  if (services.length < 2) return errors;
  const data = { model: modelFile, services: services.map(({ id }) => shapeName(id)) };
  return [...errors, cliDiagnostics.create("several-services", location, data)];
}

/** Returns what is reported of a model that is not recorded for its faults; nothing where there are none, or where they are forced. */
export function refuseFaults(service: LoadedService, force: string | undefined): readonly Diagnostic[] {
  const faults = force === undefined ? findFaults(service) : [];
  if (faults.length === 0) return [];
  const data = { model: service.modelFile, count: faults.length };
  return [...faults, cliDiagnostics.create("not-recorded", undefined, data)];
}
