export { type CountedTraffic, countTraffic } from "./count-traffic.js";
