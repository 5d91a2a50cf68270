export { findWitnesses, type WitnessModels } from "./find-witnesses.js";
