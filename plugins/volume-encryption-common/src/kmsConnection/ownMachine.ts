const OWN_MACHINE = /^http:\/\/(127\.|localhost[:/]|localhost$|\[::1\])/;

/** Whether plain HTTP to the address leaves the machine nowhere. */
export function isOwnMachine(address: string): boolean {
  return OWN_MACHINE.test(address);
}
