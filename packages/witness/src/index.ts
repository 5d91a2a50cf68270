export {
  findWitnesses,
  type PreparedWitnesses,
  type ShownDocument,
  type WitnessModels,
} from "./find-witnesses.js";
