/** Where contracts are signed: the choice of a template, or the form of one. */
export const SIGN_ADDRESS = "/contracts/sign";

export function signAddress(templateKey: string): string {
  return `${SIGN_ADDRESS}/${templateKey}`;
}

/** The form filled with what one of our own contracts says. */
export function signFromAddress(contractId: string): string {
  return `${SIGN_ADDRESS}/from/${contractId}`;
}
