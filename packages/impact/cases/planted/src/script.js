/** @param {import("@example/sign-ins").SignIn} signIn */
export function nameOf(signIn) {
  return signIn.Device.DeviceName; // expect: silent
}

/** @param {import("@example/sign-ins").SignIn} signIn */
export function isSuccess(signIn) {
  return signIn.Outcome === "Success"; // expect: dead
}
