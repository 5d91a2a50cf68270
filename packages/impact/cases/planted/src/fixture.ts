import recorded from "./recorded.json" with { type: "json" };
import { passed } from "./typed.js";

export const signIn = { SignInId: "1", Outcome: "Success" }; // expect: dead

export const page = '{"SignIns":[{"SignInId":"1","Outcome":"Failure"}]}'; // expect: dead

export const check = passed;

export const count = recorded.SignIns.length;
