/** The server holds to it; said before it is asked. */
export const leastPasswordLength = 12;
