// The record as the page's browser has it: written by Python for this run of the tests.
import { readFileSync } from "node:fs";

export const record = JSON.parse(readFileSync(process.env.FLANKWATCH_RECORD, "utf8"));

// The view of an address, as a reader comes by it.
export { readAddress as viewOf } from "../../assets/js/state/address.js";
