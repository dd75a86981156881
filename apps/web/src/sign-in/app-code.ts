/** What an authenticator app shows: six digits, with room where people like it. */
export const appCode = /^\s*(?:\d\s*){6}$/;
