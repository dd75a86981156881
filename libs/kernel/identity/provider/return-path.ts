/**
 * A path of our own, to come back to after signing in. Nothing that a browser takes for another host
 * (`//elsewhere`, `/\elsewhere`), and nothing it would leave out before it looks, such as a tab.
 */
export const returnPathPattern = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/;
