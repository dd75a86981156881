/** The token stands behind the `#`: what stands there is sent to no server and written in no log. */
export function linkAddress(origin: string, token: string): string {
  return `${origin}/account-activations#token=${token}`;
}
